using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People;

/// <summary>Sets an invited person's first password; their link works only once.</summary>
internal sealed class AcceptInvitation(UserManager<User> users, Invitations invitations)
{
    /// <returns>Not found when the link has been used, is too old, or was never one.</returns>
    public async Task<Result<User>> RunAsync(Guid id, string? code, string? password)
    {
        if (await invitations.FindAsync(id, code) is not { } user)
            return Result.NotFound;
        return AccountAnswers.Of(user, await users.AddPasswordAsync(user, password ?? ""));
    }
}
