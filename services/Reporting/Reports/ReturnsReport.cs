using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Reporting.Data;

namespace Platform.Reporting.Reports;

/// <summary>The returns of a year, quarter by quarter: the rows behind every count of how late they were.</summary>
internal sealed class ReturnsReport(ReportingContext db) : IReport
{
    public string Name => "returns";
    public string Title => "Returns of a year";
    public string About => "When each return of a year was due, when it came in, and how late it was.";
    public bool IsOfAYear => true;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellation)
    {
        Quarter[] quarters = [.. Quarter.Covering(filter.Year!.Value.From, filter.Year.Value.To)];
        var returns = db.Returns.AsNoTracking().Where(r => quarters.Contains(r.Quarter) && r.State != ReturnState.NotRequired);
        if (filter.Partnership is { } partnership) returns = returns.Where(r => r.Partnership == partnership);
        if (filter.Programme is { } programme) returns = returns.Where(r => r.Programme == programme);
        var count = await returns.CountAsync(cancellation);
        var rows = await returns.OrderBy(r => r.Quarter).ThenBy(r => r.Partnership).ThenBy(r => r.GrantReference).ThenBy(r => r.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellation);
        return new(
            count == 0 ? $"There is no return of {filter.Year}." : count == 1 ? $"1 return of {filter.Year}." : $"{count:N0} returns of {filter.Year}.",
            [new("Partnership"), new("Return"), new("Due"), new("Came in"), new("Working days late", true)],
            [.. rows.Select(r => (IReadOnlyList<Cell>)
            [
                new(r.Partnership.Name, Link: $"/partnerships/{r.Partnership.Code}"), new($"{r.GrantReference} {r.Quarter.Label}", Link: r.Address), Cell.Of(r.DueOn),
                r.FirstSubmittedAt is { } at ? Cell.Of(London.DateOf(at)) : new(r.IsOverdueOn(today) ? "Overdue" : "Not due yet"),
                r.WorkingDaysLate is { } late ? Cell.Of(late) : new("–"),
            ])]) { Count = count };
    }
}
