using Microsoft.AspNetCore.Identity;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.Accounts;

/// <summary>Changes what an account says. The person's sessions follow within a minute.</summary>
internal sealed class ChangeUser(UserManager<User> users, Caller caller)
{
    /// <param name="id">Whose account.</param>
    /// <param name="version">The version that the administrator was looking at.</param>
    /// <param name="typed">What it shall say.</param>
    /// <returns>Null when there is no such account.</returns>
    public async Task<AccountResult?> RunAsync(Guid id, int version, TypedAccount typed)
    {
        if (await users.FindByIdAsync(id.ToString()) is not { } user) return null;
        var refusals = new List<Refusal>();
        if (AccountDetails.Read(typed, refusals) is not { } details) return new(refusals);
        if (user.Version != version) return new(AccountResult.Overtaken);
        if (user.Id == caller.Person.UserId && !details.Roles.Contains(Roles.Administrator))
            return new(new Refusal(nameof(typed.Roles), "You cannot stop being an administrator yourself: ask another administrator"));
        user.Change(details, caller.Person, caller.At);
        var result = await users.UpdateAsync(user);
        return result.Succeeded ? new(user) : new(AccountResult.Read(result));
    }
}
