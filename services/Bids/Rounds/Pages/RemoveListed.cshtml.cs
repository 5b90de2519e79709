using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Asks once before a question or a criterion goes.</summary>
[May(nameof(Acts.WriteRounds))]
internal sealed class RemoveListedModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    public string Kind { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string List => $"{Address}/{Kind}";

    public async Task<IActionResult> OnGetAsync(string reference, string kind, Guid id, CancellationToken cancellationToken)
    {
        if (!await FindAsync(reference, kind, id, cancellationToken))
            return NotFound();
        Version = Round.Version;
        return IsFixed ? Redirect(List) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, string kind, Guid id, CancellationToken cancellationToken) =>
        !await FindAsync(reference, kind, id, cancellationToken)
            ? NotFound()
            : await SaveAsync(
                kept =>
                    kept with
                    {
                        Questions = [.. kept.Questions!.Where(q => q.Id != id)],
                        Criteria = [.. kept.Criteria!.Where(c => c.Id != id)],
                    },
                List,
                cancellationToken,
                _ => ""
            );

    private async Task<bool> FindAsync(string reference, string kind, Guid id, CancellationToken cancellationToken)
    {
        if (kind is not ("questions" or "criteria") || !await LoadAsync(reference, cancellationToken))
            return false;
        Kind = kind;
        Words =
            (
                kind == "questions"
                    ? Round.Questions.FirstOrDefault(q => q.Id == id)?.Text
                    : Round.Criteria.FirstOrDefault(c => c.Id == id)?.Name
            ) ?? "";
        return Words.Length > 0;
    }
}
