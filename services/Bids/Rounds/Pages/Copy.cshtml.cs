using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Makes next year's round in one step; shown only if that fails.</summary>
[May(nameof(Acts.WriteRounds))]
[Says("The round is copied as a draft", "Only officers see it until you publish it")]
internal sealed class CopyModel(CopyRound copy) : PageModel
{
    public string Address { get; private set; } = "";

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellationToken)
    {
        Address = $"/rounds/{reference}";
        var made = await copy.RunAsync(reference, cancellationToken);
        if (made.IsDone)
            return Redirect($"/rounds/{made.Value}/edit");
        if (made.Outcome.Kind == ResultKind.NotFound)
            return NotFound();
        foreach (var problem in made.Outcome.Problems)
            ModelState.AddModelError("", problem.Message.Replace(". Enter another reference", "", StringComparison.Ordinal));
        return Page();
    }
}
