using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>What each grant promises, what submitted returns add up to, and the cut that moved a target.</summary>
internal sealed class TargetsReport(ReportingContext db) : IReport
{
    /// <summary>A target with what was achieved of it in the filter's year.</summary>
    private sealed class TargetOfYear
    {
        public TargetRow Target { get; init; } = null!;
        public long InYear { get; init; }

        /// <summary>Whether a quarter of that year was reported on paper.</summary>
        public bool IsOnPaper { get; init; }
    }

    public string Name => "targets";
    public string Title => "Target v achieved";
    public string About => "What each grant promised, what submitted returns add up to, and the cut that moved a target.";
    public bool IsOfAYear => false;

    public bool IsNarrowedBy(string filter, string value) => filter is "grant" or "indicator";

    public static IQueryable<TargetRow> Of(ReportingContext db, ReportFilter filter)
    {
        var targets = db.Targets.AsNoTracking();
        if (filter.Partnership is { } partnership)
            targets = targets.Where(t => t.Partnership == partnership);
        if (filter.Programme is { } programme)
            targets = targets.Where(t => t.Programme == programme);
        if (filter.Grant is { } grant)
            targets = targets.Where(t => t.GrantReference == grant);
        if (filter.Indicator is { } indicator)
            targets = targets.Where(t => t.Indicator == indicator);
        // A target is for a grant's whole delivery: a year lists the grants that are delivered in it.
        if (filter.Year is { } year)
        {
            var (from, to) = (year.From, year.To);
            targets = targets.Where(t => t.DeliveryFrom <= to && t.DeliveryTo >= from);
        }
        return targets;
    }

    /// <summary>What a year in the filter does to targets and to what was achieved, in words.</summary>
    public static string OfYear(FinancialYear year) =>
        $"A target is for the whole delivery of its grant, and so is where it stands. “Achieved in {year}” is what the quarters of {year} "
        + "add up to or, where quarters do not add up, how it stood in the last of them that was reported.";

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var targets = Of(db, filter);
        var counts = await targets
            .GroupBy(t => 1)
            .Select(g => new
            {
                Count = g.Count(),
                Met = g.Count(t => t.Achieved >= t.Target && t.Achieved > 0),
                Target = g.Sum(t => (long)t.Target),
                Achieved = g.Sum(t => t.Achieved),
                Challenged = g.Sum(t => t.Challenged),
                OnPaper = g.Any(t => t.OnPaper),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var (count, met) = (counts?.Count ?? 0, counts?.Met ?? 0);
        var overdue = await OverdueReport.NotIn(db, filter, today).CountAsync(cancellationToken);
        var quarters = QuartersOf(filter);
        var ofYear = targets.Select(t => new TargetOfYear
        {
            Target = t,
            InYear = db
                .TargetYears.Where(y =>
                    y.GrantId == t.GrantId && y.InterventionId == t.InterventionId && y.Indicator == t.Indicator && y.Year == filter.Year
                )
                .Sum(y => y.Achieved),
            IsOnPaper = db.Returns.Any(r => r.GrantId == t.GrantId && r.OnPaper && quarters.Contains(r.Quarter)),
        });
        var listing = new Listing<TargetOfYear>(
            t => t.Target.Partnership,
            t => t.Target.GrantReference,
            t => t.Target.Order,
            t => t.Target.InterventionId
        )
            .Column(
                "Partnership",
                t => new(t.Target.Partnership.Name, Link: $"/partnerships/{t.Target.Partnership.Code}"),
                t => t.Target.Partnership
            )
            .Column("Intervention", t => new(t.Target.Intervention, Link: $"/grants/{t.Target.GrantReference}"), t => t.Target.Intervention)
            .Column("What is counted", t => new(t.Target.Indicator), t => t.Target.Indicator)
            .Number(
                "Target",
                t => new(TargetInWords.Target(t.Target), t.Target.Target, $"/grants/{t.Target.GrantReference}"),
                t => t.Target.Target
            );
        if (filter.Year is { } year)
            listing.Number(
                $"Achieved in {year}",
                t => Cell.Reported(t.InYear, t.IsOnPaper, (Reported(t.Target) with { Year = year }).Address("figures")),
                t => t.InYear
            );
        var report = await listing
            .Number(
                filter.Year is null ? "Achieved" : "Achieved in all",
                t => Cell.Reported(t.Target.Achieved, t.Target.OnPaper, Reported(t.Target).Address("figures")),
                t => t.Target.Achieved
            )
            .Column("Where it stands", t => new(TargetInWords.Verdict(t.Target), Colour: TargetInWords.Colour(t.Target)))
            .Column("What moved it", t => new(t.Target.MovedBy))
            .Column(
                new("Achieved, challenged", true, true) { IsOptional = true },
                t => Cell.Of(t.Target.Challenged, Reported(t.Target).Address("figures")),
                t => t.Target.Challenged
            )
            .ReadAsync(
                ofYear,
                count,
                count == 0
                    ? "There are no targets yet. They come from grants: record a decision that supports a bid."
                    : $"{met:N0} of {Count(count, "target")} reached.",
                filter,
                page,
                cancellationToken
            );
        // Different things are not added up.
        var isOfOne = filter.Indicator is not null && filter.Programme is not null;
        var inYear = isOfOne && filter.Year is not null ? await ofYear.SumAsync(t => t.InYear, cancellationToken) : 0;
        var isOnPaper = isOfOne && await ofYear.AnyAsync(t => t.IsOnPaper, cancellationToken);
        return report with
        {
            Total = counts is null
                ? null
                :
                [
                    new("All"),
                    new(""),
                    new(""),
                    isOfOne ? Cell.Of(counts.Target) : Cell.None,
                    .. filter.Year is null ? Array.Empty<Cell>() : [isOfOne ? Cell.Reported(inYear, isOnPaper) : Cell.None],
                    isOfOne ? Cell.Reported(counts.Achieved, counts.OnPaper) : Cell.None,
                    new(
                        $"{met:N0} of {count:N0} reached"
                            + (isOfOne && counts.Target > 0 ? $"; {Cell.Share(counts.Achieved, counts.Target).Text} of the target" : "")
                    ),
                    new(""),
                    isOfOne ? Cell.Of(counts.Challenged) : Cell.None,
                ],
            Notes =
            [
                .. filter.Year is { } named && count > 0 ? [new Cell(OfYear(named))] : Array.Empty<Cell>(),
                .. overdue == 0 || count == 0
                    ? Array.Empty<Cell>()
                    :
                    [
                        new(
                            overdue == 1 ? "1 overdue return is not counted" : $"{overdue:N0} overdue returns are not counted",
                            Link: filter.Address("overdue")
                        ),
                    ],
            ],
        };
    }

    /// <summary>The quarters of the filter's year; none where no year is chosen.</summary>
    public static Quarter[] QuartersOf(ReportFilter filter) => filter.Year is { } year ? [.. Quarter.Covering(year.From, year.To)] : [];

    private static ReportFilter Reported(TargetRow target) =>
        new()
        {
            Grant = target.GrantReference,
            Intervention = target.Intervention,
            Indicator = target.Indicator,
            Said = Said.Achieved,
        };

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing} is" : $"{count:N0} {thing}s are";
}

/// <summary>The same for each programme and indicator, over all the programme's grants.</summary>
internal sealed class IndicatorsReport(ReportingContext db) : IReport
{
    public string Name => "indicators";
    public string Title => "Target v achieved by indicator";
    public string About => "What each programme promised and achieved, added up over its grants.";
    public bool IsOfAYear => false;

    public bool IsNarrowedBy(string filter, string value) => filter is "grant" or "indicator";

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var sums = await TargetsReport
            .Of(db, filter)
            .GroupBy(t => new { t.Programme, t.Indicator })
            .Select(g => new
            {
                g.Key.Programme,
                g.Key.Indicator,
                Promises = g.Count(),
                Target = g.Sum(t => (long)t.Target),
                Original = g.Sum(t => (long)(t.Original ?? t.Target)),
                Achieved = g.Sum(t => t.Achieved),
                Challenged = g.Sum(t => t.Challenged),
                OnPaper = g.Any(t => t.OnPaper),
            })
            .OrderBy(s => s.Programme)
            .ThenBy(s => s.Indicator)
            .Take(500)
            .ToListAsync(cancellationToken);
        var inYear = filter.Year is null
            ? []
            : await TargetsReport
                .Of(db, filter)
                .Join(
                    db.TargetYears.Where(y => y.Year == filter.Year),
                    t => new
                    {
                        t.GrantId,
                        t.InterventionId,
                        t.Indicator,
                    },
                    y => new
                    {
                        y.GrantId,
                        y.InterventionId,
                        y.Indicator,
                    },
                    (t, y) =>
                        new
                        {
                            t.Programme,
                            t.Indicator,
                            y.Achieved,
                        }
                )
                .GroupBy(t => new { t.Programme, t.Indicator })
                .Select(g => new { g.Key, Achieved = g.Sum(t => t.Achieved) })
                .ToDictionaryAsync(g => (g.Key.Programme, g.Key.Indicator), g => g.Achieved, cancellationToken);
        var quarters = TargetsReport.QuartersOf(filter);
        var onPaper = (
            await TargetsReport
                .Of(db, filter)
                .Where(t => db.Returns.Any(r => r.GrantId == t.GrantId && r.OnPaper && quarters.Contains(r.Quarter)))
                .Select(t => new { t.Programme, t.Indicator })
                .Distinct()
                .ToListAsync(cancellationToken)
        ).ToHashSet();
        return new(
            sums.Count == 0
                ? "There are no targets yet."
                : $"{sums.Count(s => s.Achieved >= s.Target && s.Achieved > 0):N0} of {sums.Count:N0} indicators have reached what was "
                    + "planned.",
            [
                new("What is counted", CanSort: true),
                new("Programme", CanSort: true),
                new("Promises", true, true),
                new("Promised at first", true, true),
                new("Target", true, true),
                .. filter.Year is { } named ? [new Column($"Achieved in {named}", true, true)] : Array.Empty<Column>(),
                new(filter.Year is null ? "Achieved" : "Achieved in all", true, true),
                new("Share", true, true),
                new("Achieved, challenged", true, true),
            ],
            [
                .. sums.Select(s =>
                    (IReadOnlyList<Cell>)
                        [
                            new(s.Indicator),
                            new(s.Programme),
                            Cell.Of(s.Promises, Rows(s.Programme, s.Indicator)),
                            Cell.Of(s.Original),
                            Cell.Of(s.Target, Rows(s.Programme, s.Indicator)),
                            .. filter.Year is null
                                ? Array.Empty<Cell>()
                                :
                                [
                                    Cell.Reported(
                                        inYear.GetValueOrDefault((s.Programme, s.Indicator)),
                                        onPaper.Contains(new { s.Programme, s.Indicator }),
                                        Rows(s.Programme, s.Indicator)
                                    ),
                                ],
                            Cell.Reported(s.Achieved, s.OnPaper, Rows(s.Programme, s.Indicator)),
                            Cell.Share(s.Achieved, s.Target, Rows(s.Programme, s.Indicator)),
                            Cell.Of(s.Challenged, Rows(s.Programme, s.Indicator)),
                        ]
                ),
            ]
        )
        {
            Notes = filter.Year is { } year && sums.Count > 0 ? [new(TargetsReport.OfYear(year))] : [],
        };

        string Rows(string programme, string indicator) =>
            (filter with { Programme = programme, Indicator = indicator }).Address("targets");
    }
}
