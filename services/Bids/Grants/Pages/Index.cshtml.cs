using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Grants.Pages;

[May(nameof(Acts.ReadGrants))]
internal sealed class IndexModel(BidsContext db, Caller caller) : PageModel
{
    private const int PageSize = Paging.Rows;

    [BindProperty(SupportsGet = true)]
    public string? Partnership { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Programme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;

    public IReadOnlyList<Grant> Grants { get; private set; } = [];
    public int Pages { get; private set; }
    public bool IsOffice => caller.SeesEverything;
    public bool IsFiltered => !string.IsNullOrEmpty(Partnership) || !string.IsNullOrEmpty(Programme) || !string.IsNullOrEmpty(Year);
    public string PageAddress => Address(Partnership, Programme, Year) + "&number={0}";
    public IReadOnlyList<SelectListItem> Partnerships =>
        [new("All partnerships", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    /// <summary>The filters, each with the address without it.</summary>
    public IEnumerable<(string Words, string Without)> Filters
    {
        get
        {
            if (IsOffice && Contracts.Partnership.Find(Partnership) is { } partnership)
                yield return (partnership.Name, Address(null, Programme, Year));
            if (!string.IsNullOrEmpty(Programme))
                yield return (Programme, Address(Partnership, null, Year));
            if (FinancialYear.Parse(Year) is { } year)
                yield return (year.ToString(), Address(Partnership, Programme, null));
        }
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Programmes =
        [
            new("All programmes", ""),
            .. (await db.Grants.Select(g => g.Programme).Distinct().OrderBy(p => p).ToListAsync(cancellationToken)).Select(
                p => new SelectListItem(p, p)
            ),
        ];
        if (
            await db
                .Grants.GroupBy(g => 1)
                .Select(g => new { From = g.Min(x => x.DeliveryFrom), To = g.Max(x => x.DeliveryTo) })
                .SingleOrDefaultAsync(cancellationToken) is
            { } span
        )
            Years =
            [
                new("All years", ""),
                .. FinancialYear.Covering(span.From, span.To).Select(y => new SelectListItem(y.ToString(), y.ToString())),
            ];
        var found = Filtered();
        if (
            !ModelState.AreKnown(
                (nameof(Partnership), IsOffice ? Partnership : null, Partnerships),
                (nameof(Programme), Programme, Programmes),
                (nameof(Year), Year, Years)
            )
        )
            found = found.Where(_ => false);
        Pages = Paging.Pages(await found.CountAsync(cancellationToken));
        Number = Math.Clamp(Number, 1, Pages);
        Grants = await found
            .OrderByDescending(g => g.MadeAt)
            .ThenBy(g => g.Reference)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
    }

    private IQueryable<Grant> Filtered()
    {
        var found = db.Grants.AsNoTracking();
        if (IsOffice && Contracts.Partnership.Find(Partnership) is { } partnership)
            found = found.Where(g => g.Partnership == partnership);
        if (!string.IsNullOrEmpty(Programme))
            found = found.Where(g => g.Programme == Programme);
        if (FinancialYear.Parse(Year) is not { } year)
            return found;
        var (from, to) = (year.From, year.To);
        return found.Where(g => g.DeliveryFrom <= to && g.DeliveryTo >= from);
    }

    private static string Address(string? partnership, string? programme, string? year) =>
        $"?partnership={Uri.EscapeDataString(partnership ?? "")}&programme={Uri.EscapeDataString(programme ?? "")}"
        + $"&year={Uri.EscapeDataString(year ?? "")}";
}
