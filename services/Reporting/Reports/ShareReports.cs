using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>Money as a share of other money, for each partnership, and for each grant of the selected one.</summary>
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
                .. sums.Select(s => (Partnership: Partnership.Get(s.Key), s.Sum))
                    .OrderBy(s => s.Partnership.Name)
                    .Select(s =>
                        Row(
                            new(s.Partnership.Name, Link: $"/partnerships/{s.Partnership.Code}"),
                            s.Sum,
                            Missing(s.Sum),
                            _ => (filter with { Partnership = s.Partnership }).Address(Name)
                        )
                    ),
            ];
        }
        else
        {
            var grants = await GrantsReport.Of(db, filter).OrderBy(g => g.Grant.Reference).Take(MostGrants).ToListAsync(cancellationToken);
            rows =
            [
                .. grants.Select(g =>
                    Row(
                        new($"{g.Grant.Reference} {g.Grant.Title}", Link: g.Address),
                        Sum.Of(g.Year),
                        Missing(Sum.Of(g.Year)),
                        said => said is null ? g.Address : g.Rows("figures", said)
                    )
                ),
            ];
        }
        return new(
            Message(filter, total),
            [new(filter.Partnership is null ? "Partnership" : "Grant", CanSort: true), .. Columns.Select(c => new Column(c, true, true))],
            rows
        )
        {
            // The rows behind it are those above. One partnership's excess does not make up for another's shortfall.
            Total = total is null ? null : Row(new("All"), total, sums.Sum(s => Missing(s.Sum)), _ => null),
        };
    }

    protected abstract IReadOnlyList<string> Columns { get; }

    protected abstract string Message(ReportFilter filter, Sum? total);

    // The function says where the rows behind a figure are: in returns or, for null, in the grant itself.
    protected abstract IReadOnlyList<Cell> Row(Cell name, Sum sum, long missing, Func<Said?, string?> rows);

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
        ["Allocated", "For priorities", "Share", "Share asked for", "Missing", "Spent on priorities", "Share of spending"];

    protected override long Missing(Sum sum) => Math.Max(0, sum.PriorityRequired - sum.PriorityAllocated);

    protected override string Message(ReportFilter filter, Sum? total) =>
        total is null or { Allocated: 0 }
            ? $"No grant has money for {filter.Year}."
            : $"{Cell.Shares(total.PriorityAllocated, total.PriorityRequired, total.Allocated).Share.Text} of the money for "
                + $"{filter.Year} goes to priorities of Problem Profiles.";

    protected override IReadOnlyList<Cell> Row(Cell name, Sum sum, long missing, Func<Said?, string?> rows)
    {
        var (share, asked) = Cell.Shares(sum.PriorityAllocated, sum.PriorityRequired, sum.Allocated, rows(null), rows(null));
        return
        [
            name,
            Of(sum.Allocated, rows(null)),
            Of(sum.PriorityAllocated, rows(null)),
            share,
            sum.PriorityRequired == 0 ? new("None") : asked,
            Of(missing, rows(null)),
            Of(sum.PriorityActual, rows(Said.SpentOnPriorities)),
            Cell.Share(sum.PriorityActual, sum.Actual, rows(Said.Spent)),
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
        ["Spent", "Match promised for the year", "Match received", "Ratio on spending", "Expected on spending", "Missing"];

    protected override long Missing(Sum sum) => Math.Max(0, sum.MatchExpected - sum.MatchReceived);

    protected override string Message(ReportFilter filter, Sum? total) =>
        total is null ? $"No grant has money for {filter.Year}."
        : total.Actual == 0 ? $"Nothing has been reported as spent for {filter.Year} yet."
        : $"{new Money(total.MatchReceived)} of match funding came in for {new Money(total.Actual)} spent: "
            + $"{Cell.Shares(total.MatchReceived, total.MatchExpected, total.Actual).Share.Text}.";

    protected override IReadOnlyList<Cell> Row(Cell name, Sum sum, long missing, Func<Said?, string?> rows)
    {
        var (ratio, expected) = Cell.Shares(sum.MatchReceived, sum.MatchExpected, sum.Actual, rows(Said.Match), rows(Said.Spent));
        return
        [
            name,
            Of(sum.Actual, rows(Said.Spent)),
            Of(sum.MatchPromised, rows(null)),
            Of(sum.MatchReceived, rows(Said.Match)),
            ratio,
            sum.MatchExpected == 0 ? new("None") : expected,
            Of(missing, rows(Said.Match)),
        ];
    }
}
