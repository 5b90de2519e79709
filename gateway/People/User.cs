using Microsoft.AspNetCore.Identity;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Gateway.People;

/// <summary>
/// A person who can sign in. What matters for letters is raised as <see cref="ContactChanged"/>; passwords and lockouts are not.
/// </summary>
internal sealed class User : IdentityUser<Guid>, IAggregate
{
    private readonly List<IEvent> raised = [];

    private User() { }

    /// <summary>What people call them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Null for people of the commissioner's office.</summary>
    public Partnership? Partnership { get; private set; }

    /// <summary>What they may do: see the table of acts of each program.</summary>
    public string[] Roles { get; private set; } = [];

    /// <summary>Whether an administrator has closed the account.</summary>
    public bool Disabled { get; private set; }

    public int Version { get; private set; }

    private Contact Details => new(Name, Email!, Partnership, Roles, !Disabled);

    /// <summary>Whether the person has chosen a password.</summary>
    public bool HasAccepted => PasswordHash is not null;

    public static User Create(AccountDetails details, Person by, DateTimeOffset at, Guid? id = null)
    {
        var user = new User { Id = id ?? Guid.CreateVersion7(), LockoutEnabled = true };
        user.Take(details);
        user.Raise(by, at);
        return user;
    }

    /// <returns>Whether what they may do is different: their sessions end.</returns>
    public bool Change(AccountDetails details, Person by, DateTimeOffset at)
    {
        if (Describe(details) == Describe(new AccountDetails(Name, Email!, Partnership, Roles)))
            return false;
        var isOther = details.Partnership != Partnership || !Roles.ToHashSet().SetEquals(details.Roles);
        Take(details);
        Raise(by, at);
        return isOther;
    }

    /// <summary>Whether somebody may disable this account.</summary>
    public Result MayDisable(Person by) =>
        Id == by.UserId ? Result.Refused("own-account", "You cannot disable your own account: ask another administrator") : Result.Done;

    public void Disable(Person by, DateTimeOffset at)
    {
        if (Disabled)
            return;
        Disabled = true;
        Raise(by, at);
    }

    public void Enable(Person by, DateTimeOffset at)
    {
        if (!Disabled)
            return;
        Disabled = false;
        LockoutEnd = null;
        AccessFailedCount = 0;
        Raise(by, at);
    }

    public IReadOnlyList<IEvent> TakeRaised()
    {
        IReadOnlyList<IEvent> taken = [.. raised];
        raised.Clear();
        return taken;
    }

    private static string Describe(AccountDetails details) =>
        string.Join('\n', [details.Name, details.Email, details.Partnership?.Code, .. details.Roles.Order()]);

    private void Take(AccountDetails details)
    {
        Name = details.Name;
        Email = details.Email;
        UserName = details.Email;
        Partnership = details.Partnership;
        Roles = [.. Contracts.Roles.All.Intersect(details.Roles)];
    }

    private void Raise(Person by, DateTimeOffset at) => raised.Add(new ContactChanged(Id, ++Version, at, by, Details));
}
