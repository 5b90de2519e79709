using Platform.Contracts;

namespace Platform.Bids.Assessments;

/// <summary>
/// Somebody in the commissioner's office, as their account last said, for officers to choose assessors from. Has no e-mail address.
/// </summary>
internal sealed class OfficePerson
{
    private OfficePerson() { }

    /// <summary>The person, by user id.</summary>
    public Guid UserId { get; private init; }

    /// <summary>The version of the account; a concurrency token, so that of two changes at once the newer one stays.</summary>
    public int Version { get; private set; }

    /// <summary>What people call them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Their roles, as their account has them.</summary>
    public string[] Roles { get; private set; } = [];

    /// <summary>Whether their account is open.</summary>
    public bool Active { get; private set; }

    public Person Person => new(UserId, Name);
    public bool MayAssess => Active && Acts.AssessBids.IsFor(Roles);

    public static OfficePerson From(ContactChanged happened)
    {
        var person = new OfficePerson { UserId = happened.Id };
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
        Roles = [.. now.Roles];
        Active = now.Active && now.Partnership is null;
    }
}
