using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.RateLimiting;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>Where an invitation leads.</summary>
[AllowAnonymous, EnableRateLimiting(SignInLimit.Policy)]
[Says(null)]
internal sealed class AcceptInvitationModel(ChoosePassword choose, Links links) : ChoosePasswordModel(choose, links, LinkPurpose.Invitation)
{
    public override string Heading => "Choose a password";

    public override string Address => "/account/accept-invitation";

    public override string Lifetime => "72 hours";
}
