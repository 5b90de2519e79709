using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions.Pages;

[May(nameof(Acts.PublishDecision))]
[Says("The decision is published", "Anybody can now read what was determined to be public")]
internal sealed class PublishModel(BidsContext db, Caller caller, ChangeDecision change) : DecisionPage(db, caller, DecisionStep.Decided)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(
            () => change.RunAsync(Reference, Version, (record, by, at) => record.Publish(by, at), cancellationToken),
            cancellationToken
        );

    protected override bool IsPossible => base.IsPossible && Record is { MayBePublished: true, PublishedAt: null };

    protected override bool IsDoneBy(DecisionRecord record, Guid user) => record.PublishedAt is not null;
}
