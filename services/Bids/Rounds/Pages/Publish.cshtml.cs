using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Shows the round as bidders will see it, and asks.</summary>
[May(nameof(Acts.WriteRounds))]
internal sealed class PublishModel(BidsContext db, EditRound edit, PublishRound publish, Caller caller) : RoundEditPage(db, edit)
{
    public bool OpensAtOnce => Round.OpensAt <= caller.At;
    public RoundView Preview => new(Round.WindowUntil(null), caller.At, null, false, IsPreview: true);

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellationToken)
    {
        var page = await ShowAsync(reference, _ => { }, cancellationToken);
        return IsFixed ? Redirect(Address) : page;
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        var result = await publish.RunAsync(reference, Version, cancellationToken);
        if (result.IsDone)
            return Redirect($"/rounds/{reference}");
        if (!await LoadAsync(reference, cancellationToken))
            return NotFound();
        foreach (var problem in result.Problems)
            ModelState.AddModelError("", problem.Message);
        if (result.Kind == ResultKind.Stale)
        {
            ModelState.AddModelError(
                "",
                "Someone else changed this round since you opened the page. Check it as it is now, below, and publish it again"
            );
            ModelState.Remove(nameof(Version));
            Version = Round.Version;
        }
        return Page();
    }
}
