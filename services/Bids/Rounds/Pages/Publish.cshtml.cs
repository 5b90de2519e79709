using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>Shows the round as bidders will see it, and asks.</summary>
[May(nameof(Acts.WriteRounds))]
[Says("The round is published", "Editors and leads of the partnerships that may bid get a letter")]
internal sealed class PublishModel(BidsContext db, EditRound edit, PublishRound publish, Caller caller) : RoundEditPage(db, edit)
{
    public bool OpensAtOnce => Round.OpensAt <= caller.At;
    public RoundView Preview => new(Round.WindowUntil(null), caller.At, null, false, IsPreview: true);

    protected override bool IsPossible => !IsFixed;

    protected override string StaleWords =>
        "Someone else changed this round since you opened the page. Check it as it is now, below, and publish it again";

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(() => publish.RunAsync(InAddress, Version, cancellationToken), cancellationToken, $"/rounds/{InAddress}");

    // Nothing is typed here.
    protected override string FieldOf(string field) => "";
}
