using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Grants.Pages;

/// <summary>One variation: what it changes, and what is still to be done about it.</summary>
internal sealed class VariedModel(BidsContext db, Caller caller, VaryGrant vary) : GrantPage(db, caller)
{
    [FromRoute]
    public int Number { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Null where it was cancelled.</summary>
    public Variation? Variation { get; private set; }
    public bool Waits => Details.Waiting is { } waiting && waiting.Number == Number;
    public bool IsAhead => Details.Ahead.Any(v => v.Number == Number);
    public bool MayCancel => Caller.May(Acts.CancelVariation) && Grant.MayCancel(Number).IsDone;

    protected override bool IsDoneAlready => Variation is null;

    protected override string StaleWords => "The grant has changed since you opened this page. Check the variation, then press again";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? (Variation is null ? NotFound() : Page());

    public async Task<IActionResult> OnPostAsync(string? act, CancellationToken cancellationToken)
    {
        if (!Caller.May(act == "approve" ? Acts.ApproveVariation : Acts.CancelVariation))
            return Forbid();
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        return act == "approve"
            ? await ActAsync(
                () => vary.ApproveAsync(Reference, Number, Version, cancellationToken),
                cancellationToken,
                $"{Address}/variations/{Number}"
            )
            : await ActAsync(() => vary.CancelAsync(Reference, Number, Version, Reason, cancellationToken), cancellationToken);
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        Variation = Details.AllVariations().FirstOrDefault(v => v.Number == Number);
        return true;
    }
}
