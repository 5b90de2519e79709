using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class ProjectModel(BidsContext db, Caller caller, SaveBid save) : AnswerPage(db, caller, save, BidSections.Project)
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Theme { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Title = Content.Title;
        Theme = Content.Theme;
        Summary = Content.Summary;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await SaveAsync(new ProjectAnswers(Title, Theme, Summary), $"{Address}/project/need", cancellationToken)
            : NotFound();
}
