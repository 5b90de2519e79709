using Platform.Contracts;

namespace Platform.Notifications.Contacts;

/// <summary>Somebody whom letters can go to, as their account last said or, without an account, as an officer entered them.</summary>
internal sealed class KnownContact
{
    private KnownContact() { }

    /// <summary>The account's id; for somebody without an account, an id of the entry's own.</summary>
    public Guid UserId { get; private init; }

    /// <summary>The version of the account or the entry; a concurrency token, so that of two changes at once the newer one stays.</summary>
    public int Version { get; private set; }

    /// <summary>What people call them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where their letters go.</summary>
    public string Email { get; private set; } = "";
    public Partnership? Partnership { get; private set; }

    /// <summary>Their roles, which decide which letters they get.</summary>
    public string[] Roles { get; private set; } = [];

    /// <summary>Whether they are written to.</summary>
    public bool Active { get; private set; }

    /// <summary>The officer who wrote or last changed the entry; null for somebody with an account.</summary>
    public string? EnteredBy { get; private set; }

    /// <summary>When the office entered them (UTC); null for those with an account.</summary>
    public DateTimeOffset? EnteredAt { get; private set; }

    public bool HasAccount => EnteredBy is null;

    public static KnownContact From(ContactChanged happened)
    {
        var contact = new KnownContact { UserId = happened.Id };
        contact.Take(happened);
        return contact;
    }

    /// <summary>Somebody by what a message says of them, to write to.</summary>
    public static KnownContact Of(Guid id, Contact account)
    {
        var contact = new KnownContact { UserId = id };
        contact.Take(account);
        return contact;
    }

    /// <summary>Keeps the newest version, in whatever order versions arrive.</summary>
    public void Take(ContactChanged happened)
    {
        if (happened.Version <= Version)
            return;
        Version = happened.Version;
        Take(happened.Details);
    }

    /// <summary>Somebody without an account, as an officer enters them.</summary>
    public static KnownContact Entered(Guid id, Contact contact, Person by, DateTimeOffset at)
    {
        var entered = new KnownContact { UserId = id };
        entered.Enter(contact, by, at);
        return entered;
    }

    /// <summary>Changes the entry of somebody without an account.</summary>
    public void Enter(Contact contact, Person by, DateTimeOffset at)
    {
        Version = Version + 1;
        Take(contact);
        (EnteredBy, EnteredAt) = (by.Name, at);
    }

    private void Take(Contact contact)
    {
        Name = contact.Name;
        Email = contact.Email;
        Partnership = contact.Partnership;
        Roles = [.. contact.Roles];
        Active = contact.Active;
    }
}
