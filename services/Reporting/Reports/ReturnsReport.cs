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

    public bool IsNarrowedBy(string filter, string value) => filter is "grant" or "quarter" or "came";

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        Quarter[] quarters = filter.Quarter is { } quarter
            ? [quarter]
            : [.. Quarter.Covering(filter.Year!.Value.From, filter.Year.Value.To)];
        var returns = db.Returns.AsNoTracking().Where(r => quarters.Contains(r.Quarter));
        // Counts of punctuality leave out what is not required; the list of a year names what was reported on paper.
        returns = filter.Came is null
            ? returns.Where(r => r.State != ReturnState.NotRequired || r.OnPaper)
            : returns.Where(r => r.State != ReturnState.NotRequired);
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
        var paper = await returns.CountAsync(r => r.OnPaper, cancellationToken);
        var (onTime, late) = (
            await returns.CountAsync(r => r.FirstSubmittedAt != null && r.WorkingDaysLate == 0, cancellationToken),
            await returns
                .Where(r => r.WorkingDaysLate > 0)
                .GroupBy(r => 1)
                .Select(g => new { Count = g.Count(), Days = g.Sum(r => r.WorkingDaysLate!.Value) })
                .SingleOrDefaultAsync(cancellationToken)
        );
        var of = filter.Quarter?.ToString() ?? filter.Year.ToString();
        var report = await new Listing<ReturnRow>(r => r.Quarter, r => r.Partnership, r => r.GrantReference, r => r.Id)
            .Column("Partnership", r => new(r.Partnership.Name, Link: $"/partnerships/{r.Partnership.Code}"), r => r.Partnership)
            .Column("Return", r => new($"{r.GrantReference} {r.Quarter.Label}", Link: r.Address), r => r.GrantReference)
            .Column("Due", r => Cell.Of(r.DueOn), r => r.DueOn)
            .Column(
                "Came in",
                r =>
                    r.FirstSubmittedAt is { } at
                        ? Cell.Of(London.DateOf(at))
                        : new(
                            r.OnPaper ? ReportedOnPaper.Words
                            : r.IsOverdueOn(today) ? "Overdue"
                            : "Not due yet"
                        ),
                r => r.FirstSubmittedAt
            )
            .Column("Late rework", r => new(r.Rework(today)), r => r.ReworkDaysLate)
            .Number("Working days late", r => r.WorkingDaysLate is { } days ? Cell.Of(days) : Cell.None, r => r.WorkingDaysLate)
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
        return report with
        {
            Total =
                count == 0
                    ? null
                    :
                    [
                        new("All"),
                        Cell.Of(count - paper),
                        new(""),
                        new(
                            $"{onTime:N0} on time: {Cell.Share(onTime, count - paper).Text}"
                                + (paper == 0 ? "" : $"; {paper:N0} reported on paper besides")
                        ),
                        new(""),
                        late is null
                            ? Cell.None
                            : new($"{late.Days:N0}, on average {LatenessReport.Average(late.Days, late.Count, null).Text}"),
                    ],
        };
    }
}
