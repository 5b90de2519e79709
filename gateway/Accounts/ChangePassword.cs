using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.Accounts;

/// <summary>Changes the caller's own password. A wrong current one counts towards the lockout, as at signing in.</summary>
internal sealed class ChangePassword(UserManager<User> users, CheckPassword check, Caller caller)
{
    public async Task<AccountResult> RunAsync(string? current, string? password, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(current)) return new(new Refusal("Current", "Enter your current password"));
        var own = await users.FindByIdAsync(caller.Person.UserId.ToString());
        if (await check.RunAsync(own?.Email, current, cancellation) is not { } user)
            return new(new Refusal("Current", "Enter the password that you have now. After 5 wrong passwords the account is locked for 15 minutes"));
        var result = await users.ChangePasswordAsync(user, current, password ?? "");
        return result.Succeeded ? new(user) : new(AccountResult.Read(result));
    }
}
