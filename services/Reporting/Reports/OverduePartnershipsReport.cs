using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>Who owes returns: how many, how old the oldest is, and how far the reminders have got.</summary>
internal sealed class OverduePartnershipsReport(ReportingContext db) : IReport
{
    public string Name => "overdue-partnerships";
    public string Title => "Overdue returns by partnership";
    public string About => "Who owes returns, how old the oldest is, and how far the reminders have come.";
    public bool IsOfAYear => false;

    public bool IsNarrowedBy(string filter, string value) => filter == "grant";

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var owed = await OverdueReport
            .Of(db, filter, today)
            .GroupBy(r => r.Partnership)
            .Select(g => new
            {
                Partnership = g.Key,
                Count = g.Count(),
                Oldest = g.Min(r => r.AwaitedOn!.Value),
                Rung = g.Max(r => r.Rung),
                Held = g.Count(r => r.PaymentHeld),
                SentBack = g.Count(r => !r.IsOwed),
            })
            .ToListAsync(cancellationToken);
        return new(
            owed.Count switch
            {
                0 => "No return is overdue.",
                1 => $"{owed[0].Partnership.Name} owes {WordList.Count(owed[0].Count, "return")}.",
                _ => $"{owed.Count} partnerships owe {WordList.Count(owed.Sum(o => o.Count), "return")}.",
            },
            [
                new("Partnership", CanSort: true),
                new("Overdue returns", true, true),
                new("Working days that the oldest is overdue", true, true),
                new("Last reminder"),
                new("Payments held", true, true),
                new("Of them sent back", true, true),
            ],
            [
                .. owed.OrderBy(o => o.Oldest)
                    .ThenByDescending(o => o.Count)
                    .ThenBy(o => o.Partnership.Name)
                    .Select(o =>
                        (IReadOnlyList<Cell>)
                            [
                                new(o.Partnership.Name, Link: $"/partnerships/{o.Partnership.Code}"),
                                Cell.Of(o.Count, (filter with { Partnership = o.Partnership }).Address("overdue")),
                                Cell.Of(WorkingDays.Between(o.Oldest, today)),
                                new(OverdueReport.Rung(o.Rung)),
                                Cell.Of(o.Held),
                                Cell.Of(o.SentBack, (filter with { Partnership = o.Partnership, Came = Came.SentBack }).Address("overdue")),
                            ]
                    ),
            ]
        )
        {
            Total =
                owed.Count == 0
                    ? null
                    :
                    [
                        new("All"),
                        Cell.Of(owed.Sum(o => o.Count), filter.Address("overdue")),
                        Cell.Of(WorkingDays.Between(owed.Min(o => o.Oldest), today)),
                        new(""),
                        Cell.Of(owed.Sum(o => o.Held)),
                    ],
        };
    }
}
