using Platform.Contracts;

namespace Platform.Reporting.Tests.Papers;

/// <summary>Papers without a database.</summary>
internal static class PaperGiven
{
    public static readonly DateTimeOffset At = London.At(new(2024, 12, 13), new(9, 30));
    public static readonly Person Sam = new(Guid.NewGuid(), "Sam Cole");
    public static readonly PaperAbout About = new("Update", "Safer Communities Strategy Board", new(2024, 12, 13));
    public static readonly DateOnly End = new(2025, 3, 31);

    public static PaperFigures FiguresOf(params PaperIntervention[] interventions) => new(At, [Grant(interventions)], [], [], []);

    public static PaperGrant Grant(params PaperIntervention[] interventions) =>
        new(
            "SS5-MEL-01",
            "Safer Streets 5",
            Partnership.Get("MEL"),
            "Safer homes",
            new(2023, 10, 1),
            End,
            new Quarter(new(2024), 2),
            new(2024, 10, 20),
            [],
            interventions
        );

    public static PaperIntervention Intervention(
        string name,
        DeliveryStatus? status = DeliveryStatus.OnTrack,
        int target = 0,
        long achieved = 0,
        TargetKind kind = TargetKind.UpTo,
        DateOnly? to = null,
        string narrative = "",
        int? completeIn = null
    ) =>
        new(
            name,
            to ?? End,
            status,
            status is null ? null : new Quarter(new(2024), 2),
            completeIn is { } q ? new Quarter(new(2024), q) : null,
            narrative,
            false,
            target == 0 ? [] : [new("homes", target, null, kind, achieved, "")]
        );

    public static PaperOverdue Overdue(bool named = false) =>
        new(
            "SS5-MEL-01",
            "Safer Streets 5",
            Partnership.Get("MEL"),
            new(new(2024), 2),
            new(2024, 10, 31),
            31,
            named,
            named,
            "/returns/SS5-MEL-01/2024-25-q2"
        );

    public static PaperSentBack SentBack(int workingDaysLate, bool held = false) =>
        new(
            "SS5-MEL-01",
            "Safer Streets 5",
            Partnership.Get("MEL"),
            new(new(2024), 2),
            new(2024, 11, 27),
            workingDaysLate > 0,
            workingDaysLate,
            held,
            held,
            "/returns/SS5-MEL-01/2024-25-q2"
        );

    public static BoardPaper Paper(PaperFigures? figures = null, PaperAbout? about = null, BoardPaper? last = null) =>
        BoardPaper.Draft(1, about ?? About, figures ?? FiguresOf(), last, Sam, At);

    /// <summary>A paper in which every part that must be written is.</summary>
    public static BoardPaper Written(PaperFigures? figures = null)
    {
        var paper = Paper(figures);
        paper.Write(PaperParts.Background, false, "We are the office.", paper.Version, Sam, At);
        paper.Write(PaperParts.ComingYear, false, "More to come.", paper.Version, Sam, At);
        return paper;
    }
}
