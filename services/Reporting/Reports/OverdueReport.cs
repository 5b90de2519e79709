using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>Returns that are not in, or were sent back and are not back, longest overdue first.</summary>
internal sealed class OverdueReport(ReportingContext db) : IReport
{
    public string Name => "overdue";
    public string Title => "Overdue returns";
    public string About =>
        "Which returns are not in, or sent back and not back, longest overdue first, and the last reminder that went out.";
    public bool IsOfAYear => false;

    public bool IsNarrowedBy(string filter, string value) => filter == "grant" || (filter == "came" && value is "not-in" or "sent-back");

    /// <summary>Those that never came in: what reports lack.</summary>
    public static IQueryable<ReturnRow> NotIn(ReportingContext db, ReportFilter filter, DateOnly today) =>
        Of(db, filter with { Came = Came.NotIn }, today);

    public static IQueryable<ReturnRow> Of(ReportingContext db, ReportFilter filter, DateOnly today)
    {
        var overdue = db.Returns.AsNoTracking().Where(r => r.AwaitedOn < today);
        overdue = filter.Came switch
        {
            Came.NotIn => overdue.Where(r => r.IsOwed),
            Came.SentBack => overdue.Where(r => !r.IsOwed),
            _ => overdue,
        };
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
        var held = await overdue.CountAsync(r => r.PaymentHeld, cancellationToken);
        var report = await new Listing<ReturnRow>(r => r.AwaitedOn, r => r.Partnership, r => r.Quarter, r => r.Id)
            .Column("Partnership", r => new(r.Partnership.Name, Link: $"/partnerships/{r.Partnership.Code}"), r => r.Partnership)
            .Column("Return", r => new($"{r.GrantReference} {r.Quarter.Label}", Link: r.Address), r => r.GrantReference)
            .Column("Was due", r => Cell.Of(r.AwaitedOn!.Value), r => r.AwaitedOn)
            .Number("Working days overdue", r => Cell.Of(WorkingDays.Between(r.AwaitedOn!.Value, today)))
            .Column("Last reminder", r => new(Rung(r.Rung)), r => r.Rung)
            .Column("Payment", r => new(r.PaymentHeld ? "Held" : "Not held"), r => r.PaymentHeld)
            .Column("What is missing", r => new(r.IsOwed ? "Not in" : Sentence(r.Rework(today))), r => r.IsOwed)
            .ReadAsync(overdue, count, message, filter, page, cancellationToken);
        return report with
        {
            Total = count == 0 ? null : [new("All"), Cell.Of(count), new(""), Cell.None, new(""), new($"{held:N0} held"), new("")],
        };
    }

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];

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
