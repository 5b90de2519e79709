using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Reports.Pages;

/// <summary>The year at a glance: each figure opens the rows behind it.</summary>
[May(nameof(Acts.ReadReports))]
internal sealed class IndexModel(ReportList reports, ReportingContext db, Caller caller) : FilteredPage(reports, caller)
{
    private readonly ReportList reports = reports;

    /// <summary>A figure with what it means, and where its rows are.</summary>
    public sealed record Tile(string Title, string Figure, string Words, string Href);

    public override string Address => "/reports";
    public override bool IsOfAYear => true;
    public IReadOnlyList<Tile> Tiles { get; private set; } = [];
    public IReadOnlyList<(IReport Asked, Report Report)> Charts { get; private set; } = [];
    public IEnumerable<IReport> All => reports.Listed;

    /// <summary>How far a rebuild has got, in words; null where none is under way.</summary>
    public string? Rebuilding { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ReadFilterAsync(cancellationToken);
        var charts = new List<(IReport, Report)>();
        foreach (var name in new[] { "money-programmes", "trend" })
            charts.Add(
                (
                    reports.Find(name)!,
                    (await reports.Find(name)!.ReadAsync(Filter, Today, Reporting.Reports.Page.First, cancellationToken)).Compact()
                )
            );
        Charts = charts;
        Tiles = [.. await OverdueAsync(cancellationToken), .. await MoneyAsync(cancellationToken), await TargetsAsync(cancellationToken)];
        if (
            await db.Set<LogReplay>().AsNoTracking().Where(r => r.State != ReplayState.Done).ToListAsync(cancellationToken)
                is { Count: > 0 }
            || await db.Grants.AnyAsync(g => !g.IsAddedUp, cancellationToken)
        )
            Rebuilding = "The reports are being rebuilt: figures are not complete yet.";
    }

    private async Task<IReadOnlyList<Tile>> OverdueAsync(CancellationToken cancellationToken)
    {
        var all = Filter with { Year = null };
        var overdue = await OverdueReport
            .Of(db, all, Today)
            .GroupBy(r => 1)
            .Select(g => new
            {
                Count = g.Count(),
                Partnerships = g.Select(r => r.Partnership).Distinct().Count(),
                Oldest = g.Min(r => r.AwaitedOn!.Value),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var punctual = await LatenessReport
            .Of(db, Filter)
            .GroupBy(p => 1)
            .Select(g => new { OnTime = g.Sum(p => p.OnTime), In = g.Sum(p => p.OnTime + p.Late) })
            .SingleOrDefaultAsync(cancellationToken);
        // What is missing did not come in on time.
        var (onTime, missing) = (punctual?.OnTime ?? 0, await OverdueReport.NotIn(db, Filter, Today).CountAsync(cancellationToken));
        var owed = (punctual?.In ?? 0) + missing;
        return
        [
            overdue is null
                ? new("Overdue returns", "0", "No return is overdue", all.Address("overdue"))
                : new(
                    "Overdue returns",
                    $"{overdue.Count:N0}",
                    $"{(overdue.Partnerships == 1 ? "from 1 partnership" : $"from {overdue.Partnerships:N0} partnerships")}; the oldest "
                        + $"is {WordList.Count(WorkingDays.Between(overdue.Oldest, Today), "working day")} overdue",
                    all.Address("overdue-partnerships")
                ),
            new(
                "Came in on time",
                Cell.Share(onTime, owed).Text,
                owed == 0
                    ? $"no return of {Filter.Year} has been due yet"
                    : $"{onTime:N0} of {owed:N0} returns of {Filter.Year}" + (missing == 0 ? "" : $"; {missing:N0} not in yet"),
                Filter.Address("lateness")
            ),
        ];
    }

    private async Task<IReadOnlyList<Tile>> MoneyAsync(CancellationToken cancellationToken)
    {
        if ((await db.MoneyAsync(Filter, "year", cancellationToken)).Select(s => s.Sum).SingleOrDefault() is not { } sum)
            return [new("Allocated", "£0", $"for {Filter.Year}", Filter.Address("money"))];
        // A missing return has what an earlier one forecast for it, or its part of what is assumed.
        var missing = UnderspendReport.Missing(db, Filter, Today);
        var forecast = await missing.Where(r => r.AssumedFrom != null).Select(r => r.Assumed!.Value).ToListAsync(cancellationToken);
        var taken = new Money(sum.Assumed) + forecast.Sum(amount => amount);
        var nothing = taken == Money.Zero && !await missing.AnyAsync(cancellationToken);
        return
        [
            new("Allocated", $"{new Money(sum.Allocated)}", $"for {Filter.Year}{Changed(sum)}", Filter.Address("money")),
            new(
                "Spent",
                ReportedOnPaper.Of(new Money(sum.Actual), sum.PaperQuarters),
                (sum.Actual == 0 ? "" : $"{Cell.Share(sum.Actual, sum.Allocated).Text} of it, according to the returns that are in; ")
                    + $"{new Money(sum.Forecast)} more is forecast"
                    + (sum.Across == 0 ? "" : $"; {new Money(sum.Across)} is money from an earlier year, spent across 31 March")
                    + (sum.ActualChallenged == 0 ? "" : $"; {new Money(sum.ActualChallenged)} is challenged"),
                Filter.Address("grants")
            ),
            new(
                "Likely underspend",
                $"{new Money(sum.Underspend)}",
                nothing ? "nothing had to be assumed" : $"assuming that {taken} was spent that nobody has reported",
                (Filter with { Of = "likely-underspend" }).Address("grants")
            ),
            new(
                "Likely overspend",
                $"{new Money(sum.Overspend)}",
                sum.Overspend == 0
                    ? "no grant is likely to spend more than its allocation"
                    : "by grants that are likely to spend more than their allocation; it takes nothing off the underspend",
                (Filter with { Of = "likely-overspend" }).Address("grants")
            ),
            await PrioritiesAsync(sum, cancellationToken),
            await MatchAsync(sum, cancellationToken),
        ];
    }

    // What was taken away is told from what was only moved.
    private static string Changed(Sum sum) =>
        string.Concat(
            new[]
            {
                (sum.Cut, "after cuts of {0}"),
                (sum.Added, "{0} was added"),
                (sum.MovedIn, "{0} was moved in from other years"),
                (sum.MovedOut, "{0} was moved out to other years"),
                (sum.MovedWithin, "{0} was moved between interventions or kinds"),
            }
                .Where(c => c.Item1 != 0)
                .Select((c, i) => (i == 0 ? ", " : "; ") + string.Format(null, c.Item2, new Money(c.Item1)))
        );

    // A share is compared with what was asked for over the money of the rounds that ask for one.
    private async Task<Tile> PrioritiesAsync(Sum sum, CancellationToken cancellationToken)
    {
        var (share, asked) = Cell.Shares(sum.PriorityOfBase, sum.PriorityRequired, sum.PriorityBase);
        var rounds = await new PrioritiesReport(db).RoundsAsync(Filter, cancellationToken);
        return sum.PriorityBase == 0
            ? new(
                "For priorities",
                Cell.Share(sum.PriorityAllocated, sum.Allocated).Text,
                "of the money; no share was asked for",
                Filter.Address("priorities")
            )
            : new(
                "For priorities",
                share.Text,
                $"of the money of {ShareReport.Rounds(rounds)} that asked for a share; {asked.Text} was asked for",
                Filter.Address("priorities")
            );
    }

    private async Task<Tile> MatchAsync(Sum sum, CancellationToken cancellationToken)
    {
        var (match, expected) = Cell.Shares(sum.MatchOfBase, sum.MatchExpected, sum.MatchBase);
        var rounds = await new MatchReport(db).RoundsAsync(Filter, cancellationToken);
        return rounds == 0
            ? new(
                "Match funding",
                Cell.Share(sum.MatchReceived, sum.Actual).Text,
                "of what was spent; none is expected",
                Filter.Address("match")
            )
            : new(
                "Match funding",
                match.Text,
                $"of what was spent by grants of {ShareReport.Rounds(rounds)} that {(rounds == 1 ? "expects" : "expect")} it; "
                    + $"{(sum.MatchBase == 0 ? "nothing has been spent yet" : $"{expected.Text} is expected")}",
                Filter.Address("match")
            );
    }

    private async Task<Tile> TargetsAsync(CancellationToken cancellationToken)
    {
        var targets = await TargetsReport
            .Of(db, Filter)
            .GroupBy(t => 1)
            .Select(g => new { Count = g.Count(), Met = g.Count(t => t.Achieved >= t.Target && t.Achieved > 0) })
            .SingleOrDefaultAsync(cancellationToken);
        return new(
            "Targets reached",
            $"{targets?.Met ?? 0:N0} of {targets?.Count ?? 0:N0}",
            $"of grants delivered in {Filter.Year}, counting all that they have achieved so far",
            Filter.Address("targets")
        );
    }
}
