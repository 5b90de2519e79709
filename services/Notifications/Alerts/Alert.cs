using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Alerts;

/// <summary>A letter that nobody could be sent. Raised once per thing and occasion.</summary>
internal sealed class Alert : Aggregate
{
    private Alert() { }

    public Guid AboutId { get; private init; }

    /// <summary>Whose; null for the commissioner's office.</summary>
    public Partnership? Partnership { get; private init; }
    public string[] Roles { get; private init; } = [];
    public string Subject { get; private init; } = "";
    public DateTimeOffset RaisedAt { get; private init; }
    public DateTimeOffset? DealtWithAt { get; private set; }
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

    /// <summary>Somebody has seen to it. A second time changes nothing.</summary>
    public void DealWith(Person by, DateTimeOffset at)
    {
        if (DealtWithAt is not null)
            return;
        (DealtWithAt, DealtWithBy) = (at, by.Name);
        Raise(v => new AlertClosed(Id, v, at, by));
    }
}
