using Microsoft.EntityFrameworkCore;

namespace Platform.Reporting.Reports;

/// <summary>What each grant promises, what submitted returns add up to, and the cut that moved a target.</summary>
internal sealed class TargetsReport(ReportingContext db) : IReport
{
    public string Name => "targets";
    public string Title => "Target v achieved";
    public string About => "What each grant promised, what submitted returns add up to, and the cut that moved a target.";
    public bool IsOfAYear => false;

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

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var targets = Of(db, filter);
        var counts = await targets
            .GroupBy(t => 1)
            .Select(g => new { Count = g.Count(), Met = g.Count(t => t.Achieved >= t.Target && t.Achieved > 0) })
            .SingleOrDefaultAsync(cancellationToken);
        var (count, met) = (counts?.Count ?? 0, counts?.Met ?? 0);
        var overdue = await OverdueReport.NotIn(db, filter, today).CountAsync(cancellationToken);
        var report = await new Listing<TargetRow>(t => t.Partnership, t => t.GrantReference, t => t.Order, t => t.InterventionId)
            .Column("Partnership", t => new(t.Partnership.Name, Link: $"/partnerships/{t.Partnership.Code}"), t => t.Partnership)
            .Column("Intervention", t => new(t.Intervention, Link: $"/grants/{t.GrantReference}"), t => t.Intervention)
            .Column("What is counted", t => new(t.Indicator), t => t.Indicator)
            .Number("Target", t => new(TargetInWords.Target(t), t.Target, $"/grants/{t.GrantReference}"), t => t.Target)
            .Number("Achieved", t => Cell.Of(t.Achieved, Reported(t).Address("figures")), t => t.Achieved)
            .Column("Where it stands", t => new(TargetInWords.Verdict(t), Colour: TargetInWords.Colour(t)))
            .Column("What moved it", t => new(t.MovedBy))
            .Number("Achieved, challenged", t => Cell.Of(t.Challenged, Reported(t).Address("figures")), t => t.Challenged)
            .ReadAsync(
                targets,
                count,
                count == 0
                    ? "There are no targets yet. They come from grants: record a decision that supports a bid."
                    : $"{met:N0} of {Count(count, "target")} reached.",
                filter,
                page,
                cancellationToken
            );
        return report with
        {
            Notes =
                overdue == 0 || count == 0
                    ? []
                    :
                    [
                        new(
                            overdue == 1 ? "1 overdue return is not counted" : $"{overdue:N0} overdue returns are not counted",
                            Link: filter.Address("overdue")
                        ),
                    ],
        };
    }

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
            })
            .OrderBy(s => s.Programme)
            .ThenBy(s => s.Indicator)
            .Take(500)
            .ToListAsync(cancellationToken);
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
                new("Achieved", true, true),
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
                            Cell.Of(s.Original, Rows(s.Programme, s.Indicator)),
                            Cell.Of(s.Target, Rows(s.Programme, s.Indicator)),
                            Cell.Of(s.Achieved, Rows(s.Programme, s.Indicator)),
                            Cell.Share(s.Achieved, s.Target, Rows(s.Programme, s.Indicator)),
                            Cell.Of(s.Challenged, Rows(s.Programme, s.Indicator)),
                        ]
                ),
            ]
        );

        string Rows(string programme, string indicator) =>
            (filter with { Programme = programme, Indicator = indicator }).Address("targets");
    }
}
