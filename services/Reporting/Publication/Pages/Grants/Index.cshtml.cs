using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Publication.Pages.Grants;

/// <summary>Every public grant, filtered by place, programme and year as the address says.</summary>
[AllowAnonymous, EnableRateLimiting(Limits.Search)]
internal sealed class IndexModel(ReportingContext db) : PageModel
{
    private const int PageSize = Paging.LongRows;

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Programme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public IReadOnlyList<DatedGrant> Grants { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];
    public int Count { get; private set; }
    public int Number { get; private set; }
    public int Pages { get; private set; }
    public string PageAddress => GrantQuery.Address(Place, Programme, Year, Sort, "{0}");

    /// <summary>The filters, each with the address without it.</summary>
    public IReadOnlyList<(string Text, string Without)> Chips =>
        [
            .. new[]
            {
                (Place, GrantQuery.Address(null, Programme, Year, Sort)),
                (Programme, GrantQuery.Address(Place, null, Year, Sort)),
                (Year, GrantQuery.Address(Place, Programme, null, Sort)),
            }
                .Where(c => !string.IsNullOrEmpty(c.Item1))
                .Select(c => (c.Item1!, c.Item2)),
        ];

    public async Task OnGetAsync(int number = 1, CancellationToken cancellationToken = default)
    {
        Place = string.Join(' ', (Place ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var year = FinancialYear.Parse(Year);
        Year = year?.ToString() ?? Year;
        var all = db.DatedGrants();
        Programmes =
        [
            new("All programmes", ""),
            .. (await all.Select(g => g.Grant.Programme).Distinct().OrderBy(p => p).ToListAsync(cancellationToken)).Select(
                p => new SelectListItem(p, p)
            ),
        ];
        if (
            await all.GroupBy(g => 1)
                .Select(g => new { From = g.Min(x => x.Grant.DeliveryFrom), To = g.Max(x => x.Grant.DeliveryTo) })
                .SingleOrDefaultAsync(cancellationToken) is
            { } span
        )
            Years =
            [
                new("All years", ""),
                .. FinancialYear.Covering(span.From, span.To).Reverse().Select(y => new SelectListItem(y.ToString(), y.ToString())),
            ];
        var found = all.Matching(db, Place, Programme ?? "", year);
        if (!ModelState.AreKnown((nameof(Programme), Programme, Programmes), (nameof(Year), Year, Years)))
            found = found.Where(_ => false);
        Count = await found.CountAsync(cancellationToken);
        Pages = Paging.Pages(Count, PageSize);
        Number = Math.Clamp(number, 1, Pages);
        Grants = await found.Sorted(Sort).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
    }

    public string SortAddress(string column) => GrantQuery.Address(Place, Programme, Year, Sort == column ? "-" + column : column);

    public string SortedAs(string column) =>
        Sort == column ? "ascending"
        : Sort == "-" + column || (string.IsNullOrEmpty(Sort) && column == "made") ? "descending"
        : "none";
}
