using Platform.Contracts;

namespace Platform.Notifications.Contacts;

/// <summary>Who is written to when a programme's returns are due: the usual ladder, until the office decides on another.</summary>
internal sealed class ProgrammeLadder
{
    private ProgrammeLadder() { }

    public Guid Id { get; private init; }

    /// <summary>The programme's version; a concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>Whom its reminders go to, and when.</summary>
    public IReadOnlyList<Rung> Rungs { get; private set; } = [];

    public static ProgrammeLadder From(ProgrammeChanged happened)
    {
        var ladder = new ProgrammeLadder { Id = happened.Id };
        ladder.Take(happened);
        return ladder;
    }

    /// <summary>Keeps the newest version, in whatever order versions arrive.</summary>
    public void Take(ProgrammeChanged happened)
    {
        if (happened.Version > Version)
            (Version, Rungs) = (happened.Version, happened.Details.Ladder);
    }
}
