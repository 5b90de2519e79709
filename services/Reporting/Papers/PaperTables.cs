using Platform.Contracts;

namespace Platform.Reporting.Papers;

/// <summary>The figures as tables.</summary>
internal static class PaperTables
{
    public static PaperTable? Targets(IReadOnlyList<PaperGrant> grants)
    {
        var rows = (
            from grant in grants
            from intervention in grant.Interventions
            from target in intervention.Targets
            where target.Target > 0 || target.Achieved > 0 || target.Was is not null
            select (IReadOnlyList<string>)
                [
                    grant.Partnership.Name,
                    intervention.Name,
                    target.Indicator,
                    Promise(target),
                    ReportedOnPaper.Of(target.Achieved, grant.OnPaper),
                    Verdict(target, grant.OnPaper),
                ]
        ).ToList();
        return rows.Count == 0
            ? null
            : new(
                $"{grants[0].Programme}: target v achieved",
                ["Partnership", "Intervention", "What is counted", "Target", "Achieved", "Where it stands"],
                [false, false, false, true, true, false],
                rows
            );
    }

    /// <summary>The cuts that moved targets.</summary>
    public static PaperTable? Cuts(IReadOnlyList<PaperGrant> grants)
    {
        var rows = (
            from grant in grants
            from intervention in grant.Interventions
            from target in intervention.Targets
            where target.MovedBy.Length > 0
            select (IReadOnlyList<string>)
                [
                    grant.Partnership.Name,
                    intervention.Name,
                    (target.Was ?? target.Target).ToString("N0", null),
                    target.Target.ToString("N0", null),
                    target.MovedBy,
                ]
        ).ToList();
        return rows.Count == 0
            ? null
            : new(
                $"{grants[0].Programme}: targets that were changed",
                ["Partnership", "Intervention", "Was", "Is", "Why"],
                [false, false, true, true, false],
                rows
            );
    }

    public static PaperTable Money(IReadOnlyList<PaperMoney> money) =>
        new(
            $"Money of {money[0].Year}",
            [
                "Programme",
                "Granted now",
                "Spent",
                "Of it across 31 March",
                "Still to be spent",
                "Estimated underspend",
                "Estimated overspend",
            ],
            [false, true, true, true, true, true, true],
            [
                .. money.Select(m =>
                    (IReadOnlyList<string>)
                        [
                            m.Programme,
                            m.Allocated.ToString(),
                            ReportedOnPaper.Of(m.Spent, m.PaperQuarters)
                                + (m.Challenged == Contracts.Money.Zero ? "" : $" ({m.Challenged} challenged)"),
                            m.Across.ToString(),
                            (m.Forecast + m.Assumed).ToString(),
                            m.Underspend.ToString(),
                            m.Overspend.ToString(),
                        ]
                ),
            ]
        );

    /// <summary>What was taken away, given on top and moved between years; null where nothing was.</summary>
    public static PaperTable? Changed(IReadOnlyList<PaperMoney> money) =>
        money.All(m => (m.Cut, m.Added, m.MovedIn, m.MovedOut) == default)
            ? null
            : new(
                $"How the money of {money[0].Year} was changed",
                ["Programme", "Granted at first", "Cut", "Added", "Moved in", "Moved out", "Granted now"],
                [false, true, true, true, true, true, true],
                [
                    .. money.Select(m =>
                        (IReadOnlyList<string>)
                            [
                                m.Programme,
                                m.Original.ToString(),
                                m.Cut.ToString(),
                                m.Added.ToString(),
                                m.MovedIn.ToString(),
                                m.MovedOut.ToString(),
                                m.Allocated.ToString(),
                            ]
                    ),
                ]
            );

    public static PaperTable Overdue(PaperFigures figures) =>
        new(
            "Overdue returns",
            ["Partnership", "Grant", "Quarter", "Was due", "Working days overdue", "Why it is named"],
            [false, false, false, false, true, false],
            [
                .. figures.Overdue.Select(o =>
                    (IReadOnlyList<string>)
                        [
                            o.Partnership.Name,
                            o.GrantReference,
                            o.Quarter.Label,
                            London.Plain(o.DueOn),
                            o.WorkingDays.ToString("N0", null),
                            FigureWords.Why(o),
                        ]
                ),
                .. figures
                    .SentBack.Where(s => s.IsLate)
                    .Select(s =>
                        (IReadOnlyList<string>)
                            [
                                s.Partnership.Name,
                                s.GrantReference,
                                s.Quarter.Label,
                                London.Plain(s.BackBy),
                                s.WorkingDays.ToString("N0", null),
                                FigureWords.Why(s),
                            ]
                    ),
            ]
        );

    private static string Promise(PaperTarget target) => TargetInWords.Target(As(target));

    private static string Verdict(PaperTarget target, bool onPaper) => TargetInWords.Verdict(As(target, onPaper));

    private static TargetRow As(PaperTarget target, bool onPaper = false) =>
        new()
        {
            Indicator = target.Indicator,
            Target = target.Target,
            Original = target.Was,
            Kind = target.Kind,
            Achieved = target.Achieved,
            Challenged = target.Challenged,
            OnPaper = onPaper,
        };
}
