using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Decisions.Pages;

[Authorize(Roles = Roles.Officer)]
internal sealed class PublishModel(BidsContext db, Caller caller, ChangeDecision change) : DecisionPage(db, caller, DecisionStep.Decided)
{
    public Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        ActAsync(() => change.RunAsync(Reference, Version, (record, by, at) => record.Publish(by, at), cancellation), cancellation);

    protected override bool IsDoneBy(DecisionRecord record, Guid user) => record.PublishedAt is not null;
}
