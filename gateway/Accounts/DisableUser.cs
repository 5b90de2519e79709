using Microsoft.AspNetCore.Identity;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.Accounts;

/// <summary>Ends a person's sessions within a minute, and lets them in no more.</summary>
internal sealed class DisableUser(UserManager<User> users, Caller caller)
{
    /// <returns>Null when there is no such account.</returns>
    public async Task<AccountResult?> RunAsync(Guid id)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user) return null;
        if (user.Id == caller.Person.UserId) return new(new Refusal("", "You cannot disable your own account: ask another administrator"));
        user.Disable(caller.Person, caller.At);
        var result = await users.UpdateSecurityStampAsync(user);
        return result.Succeeded ? new(user) : new(AccountResult.Read(result));
    }
}

/// <summary>Lets a disabled person in again, with the password they had.</summary>
internal sealed class EnableUser(UserManager<User> users, Caller caller)
{
    /// <returns>Null when there is no such account.</returns>
    public async Task<AccountResult?> RunAsync(Guid id)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user) return null;
        user.Enable(caller.Person, caller.At);
        var result = await users.UpdateAsync(user);
        return result.Succeeded ? new(user) : new(AccountResult.Read(result));
    }
}
