using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Where a letter about a forgotten password leads.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
[Says(null)]
internal sealed class ResetPasswordModel(ChoosePassword choose, Links links) : ChoosePasswordModel(choose, links, LinkPurpose.PasswordReset)
{
    public override string Heading => "Choose another password";

    public override string Address => "/account/reset-password";

    public override string Lifetime => "60 minutes";
}
