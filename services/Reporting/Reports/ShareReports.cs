using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>
/// Money as a share of other money, for each partnership, and for each grant of the selected one. A share is compared with what was asked
/// for over the money of the rounds that ask for one, and over nothing else.
/// </summary>
internal abstract class ShareReport(ReportingContext db) : IReport
{
    private const int MostGrants = 500;

    public abstract string Name { get; }
    public abstract string Title { get; }
    public abstract string About { get; }
    public bool IsOfAYear => true;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var sums = await db.MoneyAsync(filter, "partnership", cancellationToken);
        var total = sums.Count == 0 ? null : Sum.Total(sums.Select(s => s.Sum));
        IReadOnlyList<IReadOnlyList<Cell>> rows;
        if (filter.Partnership is null)
        {
            rows =
            [
                .. sums.Where(s => IsSome(s.Sum))
                    .Select(s => (Partnership: Partnership.Get(s.Key), s.Sum))
                    .OrderBy(s => s.Partnership.Name)
                    .Select(s =>
                        Row(
                            new(s.Partnership.Name, Link: $"/partnerships/{s.Partnership.Code}"),
                            s.Sum,
                            Missing(s.Sum),
                            _ => (filter with { Partnership = s.Partnership }).Address(Name),
                            (filter with { Partnership = s.Partnership }).Address(Name)
                        )
                    ),
            ];
        }
        else
        {
            var grants = await GrantsReport.Of(db, filter).OrderBy(g => g.Grant.Reference).Take(MostGrants).ToListAsync(cancellationToken);
            rows =
            [
                .. grants
                    .Where(g => IsSome(Sum.Of(g.Year)))
                    .Select(g =>
                        Row(
                            new($"{g.Grant.Reference} {g.Grant.Title}", Link: g.Address),
                            Sum.Of(g.Year),
                            Missing(Sum.Of(g.Year)),
                            said => said is null ? g.Address : g.Rows("figures", said),
                            null
                        )
                    ),
            ];
        }
        var asking = total is null ? 0 : await RoundsAsync(filter, cancellationToken);
        return new(
            Message(filter, total),
            [new(filter.Partnership is null ? "Partnership" : "Grant", CanSort: true), .. Columns.Select(Column)],
            rows
        )
        {
            // The rows behind it are those above. One partnership's excess does not make up for another's shortfall.
            Total = total is null ? null : Row(new("All"), total, sums.Sum(s => Missing(s.Sum)), _ => null, null),
            Notes = total is null ? [] : [new(Asked(asking))],
        };
    }

    // What is challenged is a column of its own, which pages show only where something is.
    private static Column Column(string text) =>
        new(text, true, true) { IsOptional = text.EndsWith(", challenged", StringComparison.Ordinal) };

    /// <summary>"1 round", "2 rounds"</summary>
    public static string Rounds(int count) => count == 1 ? "1 round" : $"{count:N0} rounds";

    /// <summary>How many of the rounds whose grants have money for the year ask for it.</summary>
    public async Task<int> RoundsAsync(ReportFilter filter, CancellationToken cancellationToken) =>
        (
            await Asking(GrantsReport.Of(db, filter))
                .Select(g => new { g.Grant.Reference, g.Grant.Partnership })
                .ToListAsync(cancellationToken)
        )
            // A grant's reference begins with its round's: "CSP2025-MEL-03".
            .Select(g => g.Reference.Split($"-{g.Partnership.Code}-")[0])
            .Distinct()
            .Count();

    protected abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Over how many rounds it is compared with what they ask for, in words.</summary>
    protected abstract string Asked(int rounds);

    protected abstract IQueryable<GrantOfYear> Asking(IQueryable<GrantOfYear> grants);

    /// <summary>Whether a row has anything to show.</summary>
    protected abstract bool IsSome(Sum sum);

    protected abstract string Message(ReportFilter filter, Sum? total);

    // The function says where the rows behind a figure are: in returns or, for null, in the grant itself. The address is that of the rows
    // behind what is worked out from several figures.
    protected abstract IReadOnlyList<Cell> Row(Cell name, Sum sum, long missing, Func<Said?, string?> rows, string? all);

    /// <summary>How much is missing of what is expected.</summary>
    protected abstract long Missing(Sum sum);

    protected static Cell Of(long pence, string? link) => Cell.Of(new Money(pence), link);
}

/// <summary>
/// How much of each partnership's money goes to the priorities of its Problem Profile, compared with what its rounds ask for.
/// </summary>
internal sealed class PrioritiesReport(ReportingContext db) : ShareReport(db)
{
    public override string Name => "priorities";
    public override string Title => "Money on priorities";
    public override string About =>
        "How much of each partnership’s money goes to its Problem Profile priorities, against the share that its rounds asked for.";

    protected override IReadOnlyList<string> Columns =>
        [
            "Allocated",
            "For priorities",
            "Share of all",
            "Allocated where a share is asked for",
            "For priorities there",
            "Share there",
            "Share asked for",
            "Missing",
            "Spent on priorities",
            "Share of spending",
            "Spent on priorities, challenged",
        ];

    protected override string Asked(int rounds) =>
        rounds == 0
            ? "No round asked for a share."
            : $"{Rounds(rounds)} asked for a share: what was asked for and what is missing are worked out on "
                + $"{(rounds == 1 ? "its" : "their")} money alone.";

    protected override IQueryable<GrantOfYear> Asking(IQueryable<GrantOfYear> grants) => grants.Where(g => g.Year.PriorityPercent > 0);

    protected override bool IsSome(Sum sum) => sum.Allocated != 0 || sum.Actual != 0 || sum.PaperQuarters > 0;

    protected override long Missing(Sum sum) => Math.Max(0, sum.PriorityRequired - sum.PriorityOfBase);

    protected override string Message(ReportFilter filter, Sum? total) =>
        total is null or { Allocated: 0 }
            ? $"No grant has money for {filter.Year}."
            : $"{Cell.Share(total.PriorityAllocated, total.Allocated).Text} of the money for {filter.Year} goes to priorities of Problem "
                + "Profiles.";

    protected override IReadOnlyList<Cell> Row(Cell name, Sum sum, long missing, Func<Said?, string?> rows, string? all)
    {
        var (share, asked) = Cell.Shares(sum.PriorityOfBase, sum.PriorityRequired, sum.PriorityBase, all, all);
        return
        [
            name,
            Of(sum.Allocated, rows(null)),
            Of(sum.PriorityAllocated, rows(null)),
            Cell.Share(sum.PriorityAllocated, sum.Allocated, all),
            Of(sum.PriorityBase, rows(null)),
            Of(sum.PriorityOfBase, rows(null)),
            share,
            sum.PriorityBase == 0 ? new("None") : asked,
            Of(missing, all),
            Cell.Reported(new(sum.PriorityActual), sum.PaperQuarters, rows(Said.SpentOnPriorities)),
            Cell.Share(sum.PriorityActual, sum.Actual, all),
            Of(sum.PriorityChallenged, rows(Said.SpentOnPriorities)),
        ];
    }
}

/// <summary>What others gave towards what was spent, compared with what rounds expect.</summary>
internal sealed class MatchReport(ReportingContext db) : ShareReport(db)
{
    public override string Name => "match";
    public override string Title => "Match funding";
    public override string About => "What others promised and gave, beside what was spent, against what rounds expect.";

    protected override IReadOnlyList<string> Columns =>
        [
            "Spent",
            "Match promised for the year",
            "Match received",
            "Ratio on spending",
            "Spent where match is expected",
            "Match received there",
            "Ratio there",
            "Expected on spending",
            "Missing",
            "Spent, challenged",
            "Match received, challenged",
        ];

    protected override string Asked(int rounds) =>
        rounds == 0
            ? "No round expects match funding."
            : $"{Rounds(rounds)} {(rounds == 1 ? "expects" : "expect")} match funding: what is expected and what is missing are worked "
                + $"out on the spending of {(rounds == 1 ? "its" : "their")} grants alone.";

    protected override IQueryable<GrantOfYear> Asking(IQueryable<GrantOfYear> grants) => grants.Where(g => g.Year.MatchPercent > 0);

    protected override bool IsSome(Sum sum) =>
        sum.Actual != 0 || sum.MatchPromised != 0 || sum.MatchReceived != 0 || sum.Allocated != 0 || sum.PaperQuarters > 0;

    protected override long Missing(Sum sum) => Math.Max(0, sum.MatchExpected - sum.MatchOfBase);

    protected override string Message(ReportFilter filter, Sum? total) =>
        total is null ? $"No grant has money for {filter.Year}."
        : total.Actual == 0 && total.PaperQuarters > 0 ? $"What was spent in {filter.Year} was reported on paper."
        : total.Actual == 0 ? $"Nothing has been reported as spent for {filter.Year} yet."
        : $"{new Money(total.MatchReceived)} of match funding came in for {new Money(total.Actual)} spent: "
            + $"{Cell.Share(total.MatchReceived, total.Actual).Text}.";

    protected override IReadOnlyList<Cell> Row(Cell name, Sum sum, long missing, Func<Said?, string?> rows, string? all)
    {
        var (ratio, expected) = Cell.Shares(sum.MatchOfBase, sum.MatchExpected, sum.MatchBase, all, all);
        return
        [
            name,
            Cell.Reported(new(sum.Actual), sum.PaperQuarters, rows(Said.Spent)),
            Of(sum.MatchPromised, rows(null)),
            Cell.Reported(new(sum.MatchReceived), sum.PaperQuarters, rows(Said.Match)),
            Cell.Share(sum.MatchReceived, sum.Actual, all),
            Cell.Reported(new(sum.MatchBase), sum.MatchBase == 0 ? 0 : sum.PaperQuarters, sum.MatchBase == 0 ? null : rows(Said.Spent)),
            Of(sum.MatchOfBase, sum.MatchBase == 0 ? null : rows(Said.Match)),
            ratio,
            sum.MatchBase == 0 ? new("None") : expected,
            Of(missing, all),
            Of(sum.ActualChallenged, rows(Said.Spent)),
            Of(sum.MatchChallenged, rows(Said.Match)),
        ];
    }
}
