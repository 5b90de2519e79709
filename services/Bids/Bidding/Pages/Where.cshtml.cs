using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class WhereModel(BidsContext db, Caller caller, SaveBid save, AreaTable table)
    : AnswerPage(db, caller, save, BidSections.Where)
{
    [BindProperty]
    public string? Areas { get; set; }

    [BindProperty]
    public string? Vintage { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        (Areas, Vintage) = (string.Join("\n", Content.Areas), Content.Vintage?.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        int? vintage =
            string.IsNullOrEmpty(Vintage) ? null
            : int.TryParse(Vintage, out var year) ? year
            : 0;
        return await SaveAsync(new WhereAnswers(Bidding.Areas.Read(Areas, table), vintage), EndOf(Section), cancellationToken);
    }
}
