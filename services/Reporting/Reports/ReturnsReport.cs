using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>The returns of a year, quarter by quarter: the rows behind every count of how late they were.</summary>
internal sealed class ReturnsReport(ReportingContext db) : IReport
{
    public string Name => "returns";
    public string Title => "Returns of a year";
    public string About => "When each return of a year was due, when it came in, and how late it was.";
    public bool IsOfAYear => true;

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        Quarter[] quarters = filter.Quarter is { } quarter
            ? [quarter]
            : [.. Quarter.Covering(filter.Year!.Value.From, filter.Year.Value.To)];
        var returns = db.Returns.AsNoTracking().Where(r => quarters.Contains(r.Quarter) && r.State != ReturnState.NotRequired);
        if (filter.Partnership is { } partnership)
            returns = returns.Where(r => r.Partnership == partnership);
        if (filter.Programme is { } programme)
            returns = returns.Where(r => r.Programme == programme);
        if (filter.Grant is { } grant)
            returns = returns.Where(r => r.GrantReference == grant);
        returns = filter.Came switch
        {
            Came.OnTime => returns.Where(r => r.FirstSubmittedAt != null && r.WorkingDaysLate == 0),
            Came.Late => returns.Where(r => r.FirstSubmittedAt != null && r.WorkingDaysLate > 0),
            Came.InOrDue => returns.Where(r => r.FirstSubmittedAt != null || (r.IsOwed && r.DueOn < today)),
            Came.NotIn => returns.Where(r => r.FirstSubmittedAt == null),
            Came.SentBack => returns.Where(r => r.BackBy != null),
            _ => returns,
        };
        var count = await returns.CountAsync(cancellationToken);
        var of = filter.Quarter?.ToString() ?? filter.Year.ToString();
        return await new Listing<ReturnRow>(r => r.Quarter, r => r.Partnership, r => r.GrantReference, r => r.Id)
            .Column("Partnership", r => new(r.Partnership.Name, Link: $"/partnerships/{r.Partnership.Code}"), r => r.Partnership)
            .Column("Return", r => new($"{r.GrantReference} {r.Quarter.Label}", Link: r.Address), r => r.GrantReference)
            .Column("Due", r => Cell.Of(r.DueOn), r => r.DueOn)
            .Column(
                "Came in",
                r => r.FirstSubmittedAt is { } at ? Cell.Of(London.DateOf(at)) : new(r.IsOverdueOn(today) ? "Overdue" : "Not due yet"),
                r => r.FirstSubmittedAt
            )
            .Column("Late rework", r => new(r.Rework(today)), r => r.ReworkDaysLate)
            .Number("Working days late", r => r.WorkingDaysLate is { } late ? Cell.Of(late) : new("–"), r => r.WorkingDaysLate)
            .ReadAsync(
                returns,
                count,
                count switch
                {
                    0 => $"There is no such return of {of}.",
                    1 => $"1 return of {of}.",
                    _ => $"{count:N0} returns of {of}.",
                },
                filter,
                page,
                cancellationToken
            );
    }
}
