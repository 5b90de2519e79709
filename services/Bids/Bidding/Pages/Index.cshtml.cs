using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.GovUk;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The caller's bids, or for the office everybody's, filtered, sorted and paged as the address says.</summary>
[May(nameof(Acts.ReadBids))]
internal sealed class IndexModel(BidsContext db, Caller caller) : PageModel
{
    private const int PageSize = Paging.Rows;
    public static readonly string[] Columns = ["reference", "partnership", "submitted", "status"];
    public static readonly IReadOnlyList<SelectListItem> States =
    [
        new("Any", ""),
        new("Draft", "Draft"),
        new("Submitted", "Submitted"),
        new("Sent back", "SentBack"),
        new("Under assessment", "UnderAssessment"),
        new("Supported", "Supported"),
        new("Not supported", "NotSupported"),
        new("Lapsed", "Lapsed"),
        new("Withdrawn", "Withdrawn"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Word { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Partnership { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>The column to sort by; a leading "-" reverses the order. Without one, the newest come first.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }
    public IReadOnlyList<Bid> Bids { get; private set; } = [];
    public IReadOnlyList<Round> Open { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Rounds { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Partnerships =>
        [new("Any", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];
    public int Count { get; private set; }
    public int Number { get; private set; }
    public int Pages { get; private set; }
    public bool IsPartner => caller.Partnership is not null;

    public IReadOnlyList<(string Text, string Href)> Chips
    {
        get
        {
            var filters = new (string Name, string? Value, IReadOnlyList<SelectListItem> Names)[]
            {
                ("word", Word, []),
                ("round", Round, Rounds),
                ("partnership", Partnership, Partnerships),
                ("state", State, States),
            };
            return
            [
                .. filters
                    .Where(f => !string.IsNullOrEmpty(f.Value))
                    .Select(f => (f.Names.FirstOrDefault(n => n.Value == f.Value)?.Text ?? f.Value!, Href((f.Name, ""), ("number", "")))),
            ];
        }
    }

    public async Task OnGetAsync(int number = 1, CancellationToken cancellationToken = default)
    {
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(r => r.PublishedAt != null)
            .OrderByDescending(r => r.OpensAt)
            .ToListAsync(cancellationToken);
        Rounds = [new("Any", ""), .. rounds.Select(r => new SelectListItem(r.Name, r.Reference))];
        Open = [.. rounds.Where(r => r.IsOpenAt(caller.At)).OrderBy(r => r.ClosesAt)];
        var found = BidList.Where(
            db,
            caller,
            Word,
            rounds.FirstOrDefault(r => r.Reference == Round)?.Id,
            Contracts.Partnership.Find(Partnership),
            State
        );
        if (
            !ModelState.AreKnown(
                (nameof(Round), Round, Rounds),
                (nameof(Partnership), Partnership, Partnerships),
                (nameof(State), State, States)
            )
        )
            found = found.Where(_ => false);
        Count = await found.CountAsync(cancellationToken);
        Pages = Paging.Pages(Count);
        Number = Math.Clamp(number, 1, Pages);
        Bids = await BidList.Sorted(found, Sort).Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
    }

    public string SortHref(string column) => Href(("sort", Sort == column ? "-" + column : column), ("number", ""));

    /// <summary>The address of this list with one value changed; an empty value removes it.</summary>
    public string Href(params (string Name, string Value)[] changes)
    {
        var now = new (string Name, string? Value)[]
        {
            ("word", Word),
            ("round", Round),
            ("partnership", Partnership),
            ("state", State),
            ("sort", Sort),
            ("number", Number.ToString(CultureInfo.InvariantCulture)),
        };
        var parts = now.Select(p =>
                (p.Name, Value: changes.FirstOrDefault(c => c.Name == p.Name) is { Name: not null } change ? change.Value : p.Value)
            )
            .Where(p => !string.IsNullOrEmpty(p.Value))
            .Select(p => $"{p.Name}={(p.Value == "{0}" ? "{0}" : Uri.EscapeDataString(p.Value!))}");
        return "/bids?" + string.Join('&', parts);
    }
}
