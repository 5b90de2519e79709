using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Home.Pages;

/// <summary>All about one partnership: for itself, for the office and for the board.</summary>
[May(nameof(Acts.ReadPartnership))]
internal sealed class PartnershipModel(ReportingContext db, Caller caller) : PageModel
{
    private const int Quarters = 12;

    /// <summary>How punctual it was in a year.</summary>
    public sealed record YearOfReturns(FinancialYear Year, int Returns, int OnTime, int Late, int Days);

    /// <summary>A grant, and its money this year.</summary>
    public sealed record FundedWork(GrantRow Grant, GrantYear? Year);

    public Partnership Partnership { get; private set; } = null!;
    public PartnerHome Home { get; private set; } = null!;
    public DateOnly Today => London.DateOf(caller.At);
    public FinancialYear Year => FinancialYear.Of(Today);
    public bool IsOwn => caller.Partnership == Partnership;

    public bool SeesMessages => caller.May(Acts.FollowWork);
    public IReadOnlyList<FundedWork> Grants { get; private set; } = [];
    public IReadOnlyList<ReturnRow> Returns { get; private set; } = [];
    public IReadOnlyList<YearOfReturns> Lateness { get; private set; } = [];
    public IReadOnlyList<TimelineEntry> Messages { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken cancellationToken)
    {
        if (Partnership.Find(code) is not { } found || (!caller.SeesEverything && caller.Partnership != found))
            return NotFound();
        Partnership = found;
        Home = await PartnerHome.ReadAsync(db, caller, found, cancellationToken);
        Grants =
        [
            .. (
                await db
                    .Grants.AsNoTracking()
                    .Where(g => g.Partnership == found)
                    .OrderByDescending(g => g.DeliveryTo)
                    .ThenBy(g => g.Reference)
                    .Take(50)
                    .GroupJoin(db.GrantYears.Where(y => y.Year == Year), g => g.Id, y => y.GrantId, (g, years) => new { g, years })
                    .SelectMany(x => x.years.DefaultIfEmpty(), (x, y) => new { x.g, y })
                    .ToListAsync(cancellationToken)
            )
                .OrderByDescending(x => x.g.DeliveryTo)
                .ThenBy(x => x.g.Reference, StringComparer.Ordinal)
                .Select(x => new FundedWork(x.g, x.y)),
        ];
        Returns = await db
            .Returns.AsNoTracking()
            .Where(r => r.Partnership == found && r.DueOn <= Today.AddMonths(2) && (r.State != ReturnState.NotRequired || r.OnPaper))
            .OrderByDescending(r => r.DueOn)
            .ThenBy(r => r.GrantReference)
            .ThenByDescending(r => r.Quarter)
            .Take(Quarters)
            .ToListAsync(cancellationToken);
        Lateness =
        [
            .. (await LatenessReport.Of(db, new() { Partnership = found }).ToListAsync(cancellationToken))
                .GroupBy(p => p.Quarter.Year)
                .OrderByDescending(g => g.Key)
                .Select(g => new YearOfReturns(
                    g.Key,
                    g.Sum(p => p.OnTime + p.Late),
                    g.Sum(p => p.OnTime),
                    g.Sum(p => p.Late),
                    g.Sum(p => p.WorkingDaysLate)
                ))
                .Where(y => y.Returns > 0)
                .Take(5),
        ];
        if (SeesMessages)
            (Messages, _) = await db.TimelineAsync(caller, db.Activities.Where(a => a.Partnership == found), 1, cancellationToken);
        return Page();
    }

    /// <summary>What was spent of a year's money, and whether it was spent across 31 March.</summary>
    public static string Spent(GrantYear? year) =>
        year is null
            ? "–"
            : ReportedOnPaper.Of(year.Actual, year.PaperQuarters)
                + (year.Across > Money.Zero ? $", {year.Across} of it money from an earlier year, spent across 31 March" : "");

    /// <summary>When a return came in, and how late that was.</summary>
    public static string CameIn(ReturnRow line, DateOnly today) =>
        (line.FirstSubmittedAt, line.WorkingDaysLate) switch
        {
            (null, _) when line.OnPaper => ReportedOnPaper.Words,
            ({ } at, 0) => $"{London.Plain(London.DateOf(at))}, on time",
            ({ } at, 1) => $"{London.Plain(London.DateOf(at))}, 1 working day late",
            ({ } at, { } late) => $"{London.Plain(London.DateOf(at))}, {late} working days late",
            _ => Due.When(line.DueOn, today),
        };
}
