using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

[May(nameof(Acts.DetermineDecision))]
[Says("The determination is made", "The commissioner gets a letter: the decision is next")]
internal sealed class DetermineModel(BidsContext db, Caller caller, ChangeDecision change)
    : DecisionPage(db, caller, DecisionStep.AwaitingDetermination)
{
    [BindProperty]
    public string? PublishRecord { get; set; }

    [BindProperty]
    public string? PublishDecision { get; set; }

    [BindProperty]
    public string? Reasons { get; set; }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(
            () => change.DetermineAsync(Reference, Version, Answer(PublishRecord), Answer(PublishDecision), Reasons, cancellationToken),
            cancellationToken
        );

    protected override bool IsDoneBy(DecisionRecord record, Guid user) =>
        record.Determiner == user
        && (record.Details.PublishRecord, record.Details.PublishDecision) == (Answer(PublishRecord), Answer(PublishDecision));

    private static bool? Answer(string? typed) => bool.TryParse(typed, out var answer) ? answer : null;
}
