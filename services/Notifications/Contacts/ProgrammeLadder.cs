using Platform.Contracts;

namespace Platform.Notifications.Contacts;

/// <summary>
/// Who is written to when a programme's returns are due, as the office settled it. A programme whose rules nobody has changed is not
/// here.
/// </summary>
internal sealed class ProgrammeLadder
{
    /// <summary>What a programme has until the office decides otherwise.</summary>
    public static readonly IReadOnlyList<Rung> Usual =
    [
        new(-10, [Roles.PartnerEditor]),
        new(-5, [Roles.PartnerEditor]),
        new(-1, [Roles.PartnerEditor]),
        new(0, [Roles.PartnerEditor, Roles.PartnerLead]),
        new(1, [Roles.PartnerEditor, Roles.PartnerLead]),
        new(5, [Roles.PartnerEditor, Roles.PartnerLead]),
        new(10, [Roles.PartnerLead, Roles.PartnerChair]),
        new(20, [Roles.PartnerLead, Roles.PartnerChair]),
    ];

    private ProgrammeLadder() { }

    public Guid Id { get; private init; }

    /// <summary>The programme's version that this is; a concurrency token.</summary>
    public int Version { get; private set; }
    public IReadOnlyList<Rung> Rungs { get; private set; } = [];

    public static ProgrammeLadder From(ProgrammeChanged happened)
    {
        var ladder = new ProgrammeLadder { Id = happened.Id };
        ladder.Take(happened);
        return ladder;
    }

    /// <summary>Keeps the newest version, whatever the order in which they come.</summary>
    public void Take(ProgrammeChanged happened)
    {
        if (happened.Version > Version)
            (Version, Rungs) = (happened.Version, happened.Programme.Ladder);
    }
}
