using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

/// <summary>A page with questions from one section of a bid.</summary>
[May(nameof(Acts.WriteBid))]
internal abstract class AnswerPage(BidsContext db, Caller caller, SaveBid save, string section) : BidPage(db, caller)
{
    public string Section => section;

    public override string Back => ReturnTo == "section" ? EndOf(section) : base.Back;

    protected override bool IsPossible => MayChange(section);

    protected Task<IActionResult> SaveAsync(SectionAnswers typed, string next, CancellationToken cancellationToken) =>
        SaveAsync(
            () => save.RunAsync(Bid.Reference, Version, typed, cancellationToken),
            () => BidChanges.Conflict(Bid, typed, Round),
            () => next,
            cancellationToken
        );

    protected DateOnly? ReadOptional(string field, TypedDate? typed, string name) =>
        typed is null || typed.IsEmpty ? null : ModelState.ReadDate(field, typed, name);
}
