using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Publication.Pages.Grants;

/// <summary>A public grant: what was promised, and what was done. No text from returns, which may name people.</summary>
[AllowAnonymous]
internal sealed class GrantModel(ReportingContext db, Caller caller) : PageModel
{
    public GrantRow Line { get; private set; } = null!;
    public GrantDetails Details { get; private set; } = null!;
    public DateOnly? MadeOn { get; private set; }
    public BidRow? Bid { get; private set; }
    public IReadOnlyList<GrantArea> Areas { get; private set; } = [];
    public IReadOnlyList<GrantYear> Years { get; private set; } = [];
    public IReadOnlyList<TargetRow> Targets { get; private set; } = [];
    public IReadOnlyList<ReturnRow> Returns { get; private set; } = [];
    public IReadOnlyDictionary<Guid, ProgressRow> Progress { get; private set; } = new Dictionary<Guid, ProgressRow>();
    public DateTimeOffset At => caller.At;
    public DateOnly Today => London.DateOf(caller.At);
    public bool IsVaried => Details.Original.Count > 0;

    /// <summary>What was promised at first.</summary>
    public IReadOnlyList<Intervention> Promised => GrantTargets.AtFirst(Details);

    /// <summary>Whether quarters of it were reported on paper.</summary>
    public bool IsOnPaper => Years.Any(y => y.PaperQuarters > 0);

    public string SpentInWords =>
        Years.Sum(y => y.Actual) switch
        {
            { Pence: 0 } when IsOnPaper => $"What was spent of {Line.Amount} was reported on paper",
            var spent => $"{spent} of {Line.Amount} reported as spent{(IsOnPaper ? ", and more on paper" : "")}",
        };

    /// <summary>The match funding promised, from all sources together.</summary>
    public Money Match => Details.Match.Sum(m => m.Amount);

    /// <summary>"Leicester 023A, 023B"</summary>
    public IEnumerable<string> Places =>
        Areas
            .GroupBy(a => a.District)
            .OrderBy(g => g.Key)
            .Select(g =>
                g.Key.Length == 0
                    ? string.Join(", ", g.Select(a => a.Area))
                    : $"{g.Key} {string.Join(", ", g.Select(a => a.Area[g.Key.Length..].Trim()))}"
            );

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        if (await db.DatedGrants().FirstOrDefaultAsync(g => g.Grant.Reference == reference, cancellationToken) is not { } found)
            return NotFound();
        (Line, MadeOn) = (found.Grant, found.MadeOn);
        Details = await db
            .GrantDocuments.AsNoTracking()
            .Where(d => d.GrantId == Line.Id)
            .Select(d => d.Details)
            .SingleAsync(cancellationToken);
        Bid = await db.Bids.OfEverybody().SingleOrDefaultAsync(b => b.Id == Line.BidId, cancellationToken);
        Areas = await db.GrantAreas.AsNoTracking().Where(a => a.GrantId == Line.Id).OrderBy(a => a.Area).ToListAsync(cancellationToken);
        Years = await db.GrantYears.OfEverybody().Where(y => y.GrantId == Line.Id).OrderBy(y => y.Year).ToListAsync(cancellationToken);
        Targets = await db.Targets.OfEverybody().Where(t => t.GrantId == Line.Id).OrderBy(t => t.Order).ToListAsync(cancellationToken);
        Returns = await db.Returns.OfEverybody().Where(r => r.GrantId == Line.Id).OrderBy(r => r.Quarter).ToListAsync(cancellationToken);
        Progress = await db
            .Progress.AsNoTracking()
            .Where(p => p.GrantId == Line.Id)
            .ToDictionaryAsync(p => p.InterventionId, cancellationToken);
        return Page();
    }

    public static Money Amount(IEnumerable<Intervention> of, Guid id, FinancialYear year) =>
        of.Where(i => i.Id == id).SelectMany(i => i.Budget).Where(b => b.Year == year).Sum(b => b.Amount);

    public string NameOf(Guid intervention) => Promised.FirstOrDefault(i => i.Id == intervention)?.Name ?? "";
}
