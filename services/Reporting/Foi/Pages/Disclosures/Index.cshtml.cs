using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Foi.Pages.Disclosures;

/// <summary>The disclosure log: what was asked and answered, for everybody.</summary>
[AllowAnonymous]
internal sealed class IndexModel(ReportingContext db) : PageModel
{
    private const int PageSize = Paging.LongRows;

    /// <summary>Words that a request must have, all of them.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }
    public bool IsSearch => TypedText.Line(Q).Length > 0;

    [BindProperty(SupportsGet = true)]
    public int Number { get; set; } = 1;
    public int Pages { get; private set; }
    public IReadOnlyList<FoiDetails> Disclosures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var published = db.FoiRequests.AsNoTracking().Where(r => r.PublishedAt != null);
        foreach (var word in TypedText.Line(Q).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var pattern = LikePattern.Containing(word);
            published = published.Where(r => EF.Functions.ILike(r.PublicWords, pattern, "\\"));
        }
        Pages = Paging.Pages(await published.CountAsync(cancellationToken), PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Disclosures = await published
            .OrderByDescending(r => r.ReceivedOn)
            .ThenByDescending(r => r.Reference)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .Select(r => r.Details)
            .ToListAsync(cancellationToken);
    }
}
