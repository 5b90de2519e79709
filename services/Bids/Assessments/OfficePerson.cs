using Platform.Contracts;

namespace Platform.Bids.Assessments;

/// <summary>
/// Somebody of the commissioner's office, as their account last said: whom an officer can choose from. Without the address.
/// </summary>
internal sealed class OfficePerson
{
    private OfficePerson() { }

    public Guid UserId { get; private init; }

    /// <summary>The account's version that this is; a concurrency token, so that of two changes at once the newer one stays.</summary>
    public int Version { get; private set; }
    public string Name { get; private set; } = "";
    public string[] Roles { get; private set; } = [];
    public bool Active { get; private set; }

    public Person Person => new(UserId, Name);
    public bool MayAssess => Active && Acts.AssessBids.IsFor(Roles);

    public static OfficePerson From(ContactChanged happened)
    {
        var person = new OfficePerson { UserId = happened.Id };
        person.Take(happened);
        return person;
    }

    /// <summary>Keeps the newest version, whatever the order in which they come.</summary>
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
