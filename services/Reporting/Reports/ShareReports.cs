using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Reports;

/// <summary>How much of each partnership's money goes to the priorities of its Problem Profile, against what its rounds asked for.</summary>
internal sealed class PrioritiesReport(ReportingContext db) : IReport
{
    public string Name => "priorities";
    public string Title => "Money on priorities";
    public string About => "How much of each partnership’s money goes to its Problem Profile priorities, against the share that its rounds asked for.";
    public bool IsOfAYear => true;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellation)
    {
        var sums = await db.MoneyAsync(filter, "partnership", cancellation);
        var total = sums.Count == 0 ? null : Sum.Total(sums.Select(s => s.Sum));
        return new(
            total is null or { Allocated: 0 } ? $"No grant has money for {filter.Year}." : $"{Cell.Share(total.PriorityAllocated, total.Allocated).Text} of the money for {filter.Year} goes to priorities of Problem Profiles.",
            [new("Partnership"), new("Allocated", true), new("For priorities", true), new("Share", true), new("Share asked for", true), new("Missing", true), new("Spent on priorities", true), new("Share of spending", true)],
            [.. sums.OrderBy(s => Partnership.Find(s.Key)?.Name).Select(s => Row(Partnership.Find(s.Key), s.Sum, filter))])
        { Total = total is null ? null : Row(null, total, filter) };
    }

    private static IReadOnlyList<Cell> Row(Partnership? partnership, Sum sum, ReportFilter filter) =>
    [
        partnership is null ? new("All") : new(partnership.Name, Link: $"/partnerships/{partnership.Code}"),
        Cell.Of(new Money(sum.Allocated), filter.Rows(partnership)), Cell.Of(new Money(sum.PriorityAllocated), filter.Rows(partnership)),
        Cell.Share(sum.PriorityAllocated, sum.Allocated, filter.Rows(partnership)), sum.PriorityRequired == 0 ? new("None") : Cell.Share(sum.PriorityRequired, sum.Allocated, filter.Rows(partnership)),
        Cell.Of(new Money(Math.Max(0, sum.PriorityRequired - sum.PriorityAllocated)), filter.Rows(partnership)), Cell.Of(new Money(sum.PriorityActual), filter.Rows(partnership)),
        Cell.Share(sum.PriorityActual, sum.Actual, filter.Rows(partnership)),
    ];
}

/// <summary>What others gave beside what was spent, against what rounds expect.</summary>
internal sealed class MatchReport(ReportingContext db) : IReport
{
    public string Name => "match";
    public string Title => "Match funding";
    public string About => "What others promised and gave, beside what was spent, against what rounds expect.";
    public bool IsOfAYear => true;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellation)
    {
        var sums = await db.MoneyAsync(filter, "partnership", cancellation);
        var total = sums.Count == 0 ? null : Sum.Total(sums.Select(s => s.Sum));
        return new(
            total is null ? $"No grant has money for {filter.Year}."
            : total.Actual == 0 ? $"Nothing has been reported as spent for {filter.Year} yet."
            : $"{new Money(total.MatchReceived)} of match funding came in for {new Money(total.Actual)} spent: {Cell.Share(total.MatchReceived, total.Actual).Text}.",
            [new("Partnership"), new("Spent", true), new("Match promised for the year", true), new("Match received", true), new("Ratio on spending", true), new("Expected on spending", true), new("Missing", true)],
            [.. sums.OrderBy(s => Partnership.Find(s.Key)?.Name).Select(s => Row(Partnership.Find(s.Key), s.Sum, filter))])
        { Total = total is null ? null : Row(null, total, filter) };
    }

    private static IReadOnlyList<Cell> Row(Partnership? partnership, Sum sum, ReportFilter filter) =>
    [
        partnership is null ? new("All") : new(partnership.Name, Link: $"/partnerships/{partnership.Code}"),
        Cell.Of(new Money(sum.Actual), filter.Rows(partnership)), Cell.Of(new Money(sum.MatchPromised), filter.Rows(partnership)),
        Cell.Of(new Money(sum.MatchReceived), filter.Rows(partnership)), Cell.Share(sum.MatchReceived, sum.Actual, filter.Rows(partnership)),
        sum.MatchExpected == 0 ? new("None") : Cell.Share(sum.MatchExpected, sum.Actual, filter.Rows(partnership)),
        Cell.Of(new Money(Math.Max(0, sum.MatchExpected - sum.MatchReceived)), filter.Rows(partnership)),
    ];
}

internal static class RowsOfAShare
{
    /// <summary>The grants that a partnership's figures are made of; all of them for the sum.</summary>
    public static string Rows(this ReportFilter filter, Partnership? partnership) => (partnership is null ? filter : filter with { Partnership = partnership }).Address("grants");
}
