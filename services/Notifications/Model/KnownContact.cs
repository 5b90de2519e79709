using Platform.Contracts;

namespace Platform.Notifications.Model;

/// <summary>Somebody who can be written to, as their account last said.</summary>
internal sealed class KnownContact
{
    private KnownContact() { }

    public Guid UserId { get; private init; }

    /// <summary>The account's version that this is; a concurrency token, so that of two changes at once the newer one stays.</summary>
    public int Version { get; private set; }
    public string Name { get; private set; } = "";
    public string Email { get; private set; } = "";
    public Partnership? Partnership { get; private set; }
    public string[] Roles { get; private set; } = [];
    public bool Active { get; private set; }

    public static KnownContact From(ContactChanged happened)
    {
        var contact = new KnownContact { UserId = happened.Id };
        contact.Take(happened);
        return contact;
    }

    /// <summary>Keeps the newest version, whatever the order in which they come.</summary>
    public void Take(ContactChanged happened)
    {
        if (happened.Version <= Version) return;
        var now = happened.Contact;
        (Version, Name, Email, Partnership, Roles, Active) = (happened.Version, now.Name, now.Email, now.Partnership, [.. now.Roles], now.Active);
    }
}
