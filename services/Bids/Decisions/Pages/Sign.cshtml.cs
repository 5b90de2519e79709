using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

[May(nameof(Acts.SignDecision))]
[Says("The decision is signed", "Partnerships get a letter about their bids")]
internal sealed class SignModel(BidsContext db, Caller caller, SignDecision sign) : DecisionPage(db, caller, DecisionStep.AwaitingDecision)
{
    [BindProperty]
    public string? Decision { get; set; }

    /// <summary>What may still be decided, each with what follows from it.</summary>
    public IReadOnlyList<(Decision Decision, string? Hint)> Choices { get; private set; } = [];

    /// <summary>Why something else may not.</summary>
    public IReadOnlyList<string> Closed { get; private set; } = [];

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        var corrected = await Db.CorrectedAsync(Record, cancellationToken);
        var granted = await Db.GrantedAsync(Record, corrected, cancellationToken);
        (Decision Decision, string? Hint)[] all =
        [
            (Contracts.Decision.Supported, "Each bid becomes a grant, and its quarterly returns are scheduled"),
            (Contracts.Decision.NotSupported, null),
            (Contracts.Decision.Deferred, "The bids wait for a later decision"),
        ];
        Choices = [.. all.Where(c => Record.MayDecide(c.Decision, Covered, granted).IsDone)];
        Closed =
        [
            .. all.Select(c => Record.MayDecide(c.Decision, Covered, granted))
                .Where(r => !r.IsDone)
                .Select(r => $"{r.Problems[0].Message}.")
                .Distinct(),
        ];
        return true;
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Decision? decision = Enum.TryParse<Decision>(Decision, out var typed) ? typed : null;
        return ActAsync(() => sign.RunAsync(Reference, Version, decision, cancellationToken), cancellationToken);
    }

    protected override bool IsDoneBy(DecisionRecord record, Guid user) =>
        record.Commissioner == user && record.Details.Decision?.ToString() == Decision;
}
