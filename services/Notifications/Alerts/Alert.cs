using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Alerts;

/// <summary>A letter that had no recipient. Raised once for each thing and occasion.</summary>
internal sealed class Alert : Aggregate
{
    private Alert() { }

    /// <summary>The thing that the letter would have been about.</summary>
    public Guid AboutId { get; private init; }

    /// <summary>The partnership that it was for; null for the commissioner's office.</summary>
    public Partnership? Partnership { get; private init; }

    /// <summary>The roles that it was for, which no contact has.</summary>
    public string[] Roles { get; private init; } = [];

    /// <summary>The subject that the letter would have had.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>When it was raised (UTC).</summary>
    public DateTimeOffset RaisedAt { get; private init; }

    /// <summary>When somebody dealt with it (UTC); null until then.</summary>
    public DateTimeOffset? DealtWithAt { get; private set; }

    /// <summary>The name of whoever dealt with it; null until then.</summary>
    public string? DealtWithBy { get; private set; }

    public static Guid IdOf(Guid about, string occasion) => DerivedId.Of(about, occasion, "nobody");

    public static Alert RecipientMissing(
        Guid about,
        string occasion,
        Partnership? partnership,
        IReadOnlyList<string> roles,
        string subject,
        DateTimeOffset at
    )
    {
        var alert = new Alert
        {
            Id = IdOf(about, occasion),
            AboutId = about,
            Partnership = partnership,
            Roles = [.. roles],
            Subject = subject,
            RaisedAt = at,
        };
        alert.Raise(v => new RecipientMissing(alert.Id, v, at, Person.Platform, partnership, roles, subject));
        return alert;
    }

    /// <summary>Marks it as dealt with. A second time changes nothing.</summary>
    public void DealWith(Person by, DateTimeOffset at)
    {
        if (DealtWithAt is not null)
            return;
        (DealtWithAt, DealtWithBy) = (at, by.Name);
        Raise(v => new AlertClosed(Id, v, at, by));
    }
}
