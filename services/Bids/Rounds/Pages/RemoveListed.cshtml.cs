using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Asks for confirmation before a question or a criterion is removed.</summary>
[May(nameof(Acts.WriteRounds))]
[Says("It is removed from the round")]
internal sealed class RemoveListedModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    [FromRoute]
    public string Kind { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }
    public string Words { get; private set; } = "";
    public string List => $"{Address}/{Kind}";

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await base.OnGetAsync(cancellationToken);
        return page is not NotFoundResult && IsFixed ? Redirect(List) : page;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await SaveAsync(
                kept =>
                    kept with
                    {
                        Questions = [.. kept.Questions!.Where(q => q.Id != Id)],
                        Criteria = [.. kept.Criteria!.Where(c => c.Id != Id)],
                    },
                List,
                cancellationToken
            )
            : NotFound();

    // Nothing is typed here.
    protected override string FieldOf(string field) => "";

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (Kind is not ("questions" or "criteria") || !await base.LoadAsync(cancellationToken))
            return false;
        Words =
            (
                Kind == "questions"
                    ? Round.Questions.FirstOrDefault(q => q.Id == Id)?.Text
                    : Round.Criteria.FirstOrDefault(c => c.Id == Id)?.Name
            ) ?? "";
        return Words.Length > 0;
    }
}
