using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.People;

/// <summary>Sets an invited person's first password, which uses their link up.</summary>
internal sealed class AcceptInvitation(UserManager<User> users, Invitations invitations)
{
    /// <returns>Not found when the link has been used, is too old, or was never one.</returns>
    public async Task<AccountResult> RunAsync(Guid id, string? code, string? password)
    {
        if (await invitations.FindAsync(id, code) is not { } user)
            return AccountResult.NotFound;
        return AccountResult.Of(user, await users.AddPasswordAsync(user, password ?? ""));
    }
}
