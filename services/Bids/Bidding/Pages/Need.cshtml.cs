using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class NeedModel(BidsContext db, Caller caller, SaveBid save) : AnswerPage(db, caller, save, BidSections.Project)
{
    [BindProperty]
    public string? Need { get; set; }

    [BindProperty]
    public string? Priority { get; set; }

    [BindProperty]
    public string? PlanAim { get; set; }

    /// <summary>The bid's priority where the Problem Profile no longer has it.</summary>
    public string? OldPriority =>
        Content.Priority.Length > 0 && Window.Profile?.Priorities.Any(p => p.Name == Content.Priority) == false ? Content.Priority : null;

    protected override string Before => $"{Address}/project";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Need = Content.Need;
        Priority = Content.Priority;
        PlanAim = Content.PlanAim;
        if (Window.Profile is not null && Priority!.Length == 0)
            Priority = Bid.LastSaved("project/need") is null ? null : ProfileAnswers.None;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var priority = Window.Profile is null
            ? Priority
            : Priority switch
            {
                null => Content.Priority,
                ProfileAnswers.None => "",
                _ => Priority,
            };
        return await SaveAsync(
            new NeedAnswers(Need, priority, PlanAim),
            Round.Questions.Count > 0 ? $"{Address}/project/questions" : EndOf(Section),
            cancellationToken
        );
    }
}
