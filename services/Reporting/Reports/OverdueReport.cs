using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>Returns that are not in, longest overdue first.</summary>
internal sealed class OverdueReport(ReportingContext db) : IReport
{
    public string Name => "overdue";
    public string Title => "Overdue returns";
    public string About => "Which returns are not in, longest overdue first, and the last reminder that went out.";
    public bool IsOfAYear => false;

    public static IQueryable<ReturnRow> Of(ReportingContext db, ReportFilter filter, DateOnly today)
    {
        var overdue = db.Returns.AsNoTracking().Where(r => r.IsOwed && r.DueOn < today);
        if (filter.Partnership is { } partnership)
            overdue = overdue.Where(r => r.Partnership == partnership);
        if (filter.Programme is { } programme)
            overdue = overdue.Where(r => r.Programme == programme);
        if (filter.Grant is { } grant)
            overdue = overdue.Where(r => r.GrantReference == grant);
        if (filter.Year is { } year)
        {
            Quarter[] quarters = [.. Quarter.Covering(year.From, year.To)];
            overdue = overdue.Where(r => quarters.Contains(r.Quarter));
        }
        return overdue;
    }

    public async Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken)
    {
        var overdue = Of(db, filter, today);
        var count = await overdue.CountAsync(cancellationToken);
        var message = count switch
        {
            0 => $"No return {(filter.Partnership is { } of ? $"of {of.Name} " : "")}is overdue. Reminders go out by themselves before "
                + "and after each due date.",
            1 => "1 return is overdue.",
            _ => $"{count:N0} returns are overdue.",
        };
        return await new Listing<ReturnRow>(r => r.DueOn, r => r.Partnership, r => r.Quarter, r => r.Id)
            .Column("Partnership", r => new(r.Partnership.Name, Link: $"/partnerships/{r.Partnership.Code}"), r => r.Partnership)
            .Column("Return", r => new($"{r.GrantReference} {r.Quarter.Label}", Link: r.Address), r => r.GrantReference)
            .Column("Was due", r => Cell.Of(r.DueOn), r => r.DueOn)
            .Number("Working days overdue", r => Cell.Of(WorkingDays.Between(r.DueOn, today)))
            .Column("Last reminder", r => new(Rung(r.Rung)), r => r.Rung)
            .Column("Payment", r => new(r.PaymentHeld ? "Held" : "Not held"), r => r.PaymentHeld)
            .ReadAsync(overdue, count, message, filter, page, cancellationToken);
    }

    public static string Rung(int? rung) =>
        rung switch
        {
            null => "Not yet",
            -1 => "1 working day before",
            < 0 => $"{-rung} working days before",
            0 => "On the day",
            1 => "1 working day after",
            _ => $"{rung} working days after",
        };
}
