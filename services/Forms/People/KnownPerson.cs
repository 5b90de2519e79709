using Platform.Contracts;

namespace Platform.Forms.People;

/// <summary>Somebody as their account last said: who can be asked to do what. Has no e-mail address.</summary>
public sealed class KnownPerson
{
    private KnownPerson() { }

    /// <summary>The person, by user id.</summary>
    public Guid UserId { get; private init; }

    /// <summary>The version of the account; a concurrency token, so that of two changes at once the newer one stays.</summary>
    public int Version { get; private set; }

    /// <summary>What people call them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where they work; null for the commissioner's office.</summary>
    public Partnership? Partnership { get; private set; }

    /// <summary>Their roles, as their account has them.</summary>
    public string[] Roles { get; private set; } = [];

    /// <summary>Whether their account is open.</summary>
    public bool Active { get; private set; }

    /// <summary>The person, as messages name them.</summary>
    public Person Person => new(UserId, Name);

    /// <summary>Whether they may do that, and can.</summary>
    public bool May(Act act) => Active && act.IsFor(Roles);

    /// <summary>Somebody of whom nothing was known.</summary>
    public static KnownPerson From(ContactChanged happened)
    {
        var person = new KnownPerson { UserId = happened.Id };
        person.Take(happened);
        return person;
    }

    /// <summary>Keeps the newest version, in whatever order versions arrive.</summary>
    public void Take(ContactChanged happened)
    {
        if (happened.Version <= Version)
            return;
        var now = happened.Details;
        Version = happened.Version;
        Name = now.Name;
        Partnership = now.Partnership;
        Roles = [.. now.Roles];
        Active = now.Active;
    }
}
