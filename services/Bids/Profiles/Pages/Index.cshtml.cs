using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Profiles.Pages;

/// <summary>Problem Profiles: a partnership's own, or for the office all of them.</summary>
[May(nameof(Acts.ReadProfiles))]
internal sealed class IndexModel(BidsContext db, Caller caller) : PageModel
{
    private const int PageSize = Paging.Rows;

    [BindProperty(SupportsGet = true)]
    public string? Partnership { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<ProblemProfile> Profiles { get; private set; } = [];
    public int Pages { get; private set; }
    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Partnerships =>
        [new("All partnerships", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];
    public bool IsOffice => caller.SeesEverything;
    public bool MayWrite => caller.May(Acts.WriteProfiles);
    public string PageAddress => Address(Partnership, Year) + "&number={0}";

    /// <summary>The filters, each with the address without it.</summary>
    public IEnumerable<(string Words, string Without)> Filters
    {
        get
        {
            if (IsOffice && Contracts.Partnership.Find(Partnership) is { } partnership)
                yield return (partnership.Name, Address(null, Year));
            if (Wanted is { } year)
                yield return (year.ToString(), Address(Partnership, null));
        }
    }

    private FinancialYear? Wanted => FinancialYear.Parse(Year);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        if (
            await db
                .Profiles.GroupBy(p => 1)
                .Select(g => new { From = g.Min(p => p.From), To = g.Max(p => p.To) })
                .SingleOrDefaultAsync(cancellationToken) is
            { } span
        )
            Years =
            [
                new("All years", ""),
                .. FinancialYear.Covering(span.From, span.To).Select(y => new SelectListItem(y.ToString(), y.ToString())),
            ];
        var found = db.Profiles.AsNoTracking();
        if (IsOffice && Contracts.Partnership.Find(Partnership) is { } partnership)
            found = found.Where(p => p.Partnership == partnership);
        if (Wanted is { From: var from, To: var to })
            found = found.Where(p => p.From <= to && from <= p.To);
        if (!ModelState.AreKnown((nameof(Partnership), IsOffice ? Partnership : null, Partnerships), (nameof(Year), Year, Years)))
            found = found.Where(_ => false);
        Pages = Paging.Pages(await found.CountAsync(cancellationToken));
        Number = Math.Clamp(Number, 1, Pages);
        // Partnerships' codes are in the same order as their names.
        Profiles = await found
            .OrderBy(p => p.Partnership)
            .ThenByDescending(p => p.From)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
    }

    private static string Address(string? partnership, string? year) =>
        $"?partnership={Uri.EscapeDataString(partnership ?? "")}&year={Uri.EscapeDataString(year ?? "")}";
}
