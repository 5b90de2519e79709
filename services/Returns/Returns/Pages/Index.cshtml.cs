using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>The caller's returns, or for the office everybody's, filtered, sorted and paged as the address says.</summary>
[May(nameof(Acts.ReadReturns))]
internal sealed class IndexModel(ReturnsContext db, Caller caller) : PageModel
{
    private const int PageSize = Paging.Rows;

    [BindProperty(SupportsGet = true)]
    public string? Word { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Partnership { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Programme { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Quarter { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>The column to sort by; a leading "-" reverses the order. Without one, what is to be done comes first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    public IReadOnlyList<Return> Returns { get; private set; } = [];
    public int Count { get; private set; }
    public int Number { get; private set; }
    public int Pages { get; private set; }
    public DateOnly Today => London.DateOf(caller.At);
    public bool IsOffice => caller.SeesEverything;
    public IReadOnlyList<SelectListItem> Partnerships =>
        [new("All partnerships", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Quarters { get; private set; } = [];

    public IReadOnlyList<SelectListItem> States =>
        [
            new("All returns", ""),
            new("Overdue", ReturnList.Overdue),
            .. IsOffice ? [new SelectListItem("To read", ReturnList.ToRead)] : Array.Empty<SelectListItem>(),
            .. Enum.GetValues<ReturnState>().Select(s => new SelectListItem(ReturnWords.Of(s), s.ToString())),
        ];

    /// <summary>The filters, each with the address without it.</summary>
    public IReadOnlyList<(string Text, string Href)> Chips
    {
        get
        {
            var filters = new (string Name, string? Value, IReadOnlyList<SelectListItem> Names)[]
            {
                ("word", Word, []),
                ("partnership", IsOffice ? Partnership : null, Partnerships),
                ("programme", Programme, Programmes),
                ("quarter", Quarter, Quarters),
                ("state", State, States),
            };
            return
            [
                .. filters
                    .Where(f => !string.IsNullOrWhiteSpace(f.Value))
                    .Select(f => (f.Names.FirstOrDefault(n => n.Value == f.Value)?.Text ?? f.Value!, Href((f.Name, ""), ("number", "")))),
            ];
        }
    }

    public async Task OnGetAsync(int number = 1, CancellationToken cancellationToken = default)
    {
        var (programmes, quarters) = (
            await db.Returns.Select(r => r.Programme).Distinct().OrderBy(p => p).ToListAsync(cancellationToken),
            await db.Returns.Select(r => r.Quarter).Distinct().ToListAsync(cancellationToken)
        );
        Programmes = [new("All programmes", ""), .. programmes.Select(p => new SelectListItem(p, p))];
        Quarters = [new("All quarters", ""), .. quarters.OrderDescending().Select(q => new SelectListItem(q.Label, QuarterAddress.Of(q)))];
        var found = ReturnList.Where(
            db,
            Word,
            IsOffice ? Contracts.Partnership.Find(Partnership) : null,
            Programme,
            QuarterAddress.Read(Quarter ?? ""),
            State,
            Today
        );
        if (
            !ModelState.AreKnown(
                (nameof(Partnership), IsOffice ? Partnership : null, Partnerships),
                (nameof(Programme), Programme, Programmes),
                (nameof(Quarter), Quarter, Quarters),
                (nameof(State), State, States)
            )
        )
            found = found.Where(_ => false);
        Count = await found.CountAsync(cancellationToken);
        Pages = Paging.Pages(Count);
        Number = Math.Clamp(number, 1, Pages);
        Returns = await ReturnList.Sorted(found, Sort, Today).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
    }

    public string SortHref(string column) => Href(("sort", Sort == column ? "-" + column : column), ("number", ""));

    public string SortWord(string column) =>
        Sort?.TrimStart('-') != column ? "none"
        : Sort == column == (column != "lateness") ? "ascending"
        : "descending";

    /// <summary>The address of this list with one value changed; an empty value removes it.</summary>
    public string Href(params (string Name, string Value)[] changes)
    {
        var now = new (string Name, string? Value)[]
        {
            ("word", Word),
            ("partnership", Partnership),
            ("programme", Programme),
            ("quarter", Quarter),
            ("state", State),
            ("sort", Sort),
            ("number", Number.ToString(CultureInfo.InvariantCulture)),
        };
        var parts = now.Select(p =>
                (p.Name, Value: changes.FirstOrDefault(c => c.Name == p.Name) is { Name: not null } change ? change.Value : p.Value)
            )
            .Where(p => !string.IsNullOrEmpty(p.Value))
            .Select(p => $"{p.Name}={(p.Value == "{0}" ? "{0}" : Uri.EscapeDataString(p.Value!))}");
        return "/returns?" + string.Join('&', parts);
    }
}
