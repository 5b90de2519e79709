using Microsoft.AspNetCore.Identity;
using Platform.Contracts;

namespace Platform.Gateway.People;

/// <summary>
/// Sends a link for another password to whoever has an account at that address; somebody who has never chosen one gets their invitation
/// again. Whether anybody was written to shows neither in the answer nor in the time that it takes.
/// </summary>
internal sealed class ForgetPassword(UserManager<User> users, Links links, AccountsContext db)
{
    public async Task RunAsync(string? email, CancellationToken cancellationToken)
    {
        var same = new SameTime();
        if (await users.FindByEmailAsync(email ?? "") is { Disabled: false } user)
        {
            var purpose = user.PasswordHash is null ? LinkPurpose.Invitation : LinkPurpose.PasswordReset;
            if (!await links.AreTooManyAsync(user.Id, purpose))
            {
                await links.SendAsync(user, purpose, Person.Platform);
                await db.SaveChangesAsync(cancellationToken);
            }
        }
        await same.WaitAsync(cancellationToken);
    }
}
