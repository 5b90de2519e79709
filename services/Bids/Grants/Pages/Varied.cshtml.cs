using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

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
        if (act == "approve" && this.ConfirmFirst() is { } first)
            return first;
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (act == "approve" && Variation is { } approved)
            this.Say("The variation is approved", Told(approved, London.DateOf(Caller.At)));
        else
            this.Say("The variation is cancelled", "Whoever knew of it gets a letter with your reason");
        return act == "approve"
            ? await ActAsync(
                () => vary.ApproveAsync(Reference, Number, Version, cancellationToken),
                cancellationToken,
                $"{Address}/variations/{Number}"
            )
            : await ActAsync(() => vary.CancelAsync(Reference, Number, Version, Reason, cancellationToken), cancellationToken);
    }

    /// <summary>Who is told of a variation that is agreed, and what follows it.</summary>
    internal static string Told(Variation variation, DateOnly today) =>
        "The partnership’s editors and leads get a letter, and returns that are not in follow it"
        + (variation.On > today ? $" from {London.Plain(variation.On)}" : "");

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        Variation = Details.AllVariations().FirstOrDefault(v => v.Number == Number);
        return true;
    }
}
