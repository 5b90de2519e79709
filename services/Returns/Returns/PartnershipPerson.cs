using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Returns;

/// <summary>Somebody at a partnership, as their account last said: who can certify its returns. Has no e-mail address.</summary>
internal sealed class PartnershipPerson : IOfPartnership
{
    private PartnershipPerson() { }

    /// <summary>The person, by user id.</summary>
    public Guid UserId { get; private init; }

    /// <summary>The version of the account; a concurrency token, so that of two changes at once the newer one stays.</summary>
    public int Version { get; private set; }

    /// <summary>What people call them.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Where they work.</summary>
    public Partnership Partnership { get; private set; } = null!;

    /// <summary>Whether their account is open and lets them certify returns.</summary>
    public bool Certifies { get; private set; }

    public static PartnershipPerson From(ContactChanged happened)
    {
        var person = new PartnershipPerson { UserId = happened.Id };
        person.Take(happened);
        return person;
    }

    /// <summary>Keeps the newest version, in whatever order versions arrive.</summary>
    public void Take(ContactChanged happened)
    {
        if (happened.Version <= Version)
            return;
        var now = happened.Details;
        (Version, Name) = (happened.Version, now.Name);
        Partnership = now.Partnership ?? Partnership;
        Certifies = now.Active && now.Partnership is not null && Acts.CertifyReturn.IsFor(now.Roles);
    }
}
