using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Asks once before a question or a criterion goes.</summary>
[Authorize(Roles = Roles.Officer)]
internal sealed class RemoveListedModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    public string Kind { get; private set; } = "";
    public string Words { get; private set; } = "";
    public string List => $"{Address}/{Kind}";

    public async Task<IActionResult> OnGetAsync(string reference, string kind, Guid id, CancellationToken cancellation)
    {
        if (!await FindAsync(reference, kind, id, cancellation))
            return NotFound();
        Version = Round.Version;
        return IsFixed ? Redirect(List) : Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, string kind, Guid id, CancellationToken cancellation) =>
        !await FindAsync(reference, kind, id, cancellation)
            ? NotFound()
            : await SaveAsync(
                kept =>
                    kept with
                    {
                        Questions = [.. kept.Questions!.Where(q => q.Id != id)],
                        Criteria = [.. kept.Criteria!.Where(c => c.Id != id)],
                    },
                List,
                cancellation,
                _ => ""
            );

    private async Task<bool> FindAsync(string reference, string kind, Guid id, CancellationToken cancellation)
    {
        if (kind is not ("questions" or "criteria") || !await LoadAsync(reference, cancellation))
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
