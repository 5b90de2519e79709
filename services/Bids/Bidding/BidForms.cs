using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>What <c>services/Forms</c> needs to know about bids.</summary>
internal sealed class BidForms(BidsContext db, Caller caller) : IForms<Bid>
{
    public string Noun => "bid";
    public Act Write => Acts.WriteBid;
    public Act HandIn => Acts.SubmitBid;

    public IQueryable<Bid> At(RouteValueDictionary address)
    {
        var reference = (string?)address["reference"];
        return db.Bids.Where(b => b.Reference == reference);
    }

    public string AddressOf(Bid form) => $"/bids/{form.Reference}";

    public string CaptionOf(Bid form) => form.Reference;

    public string NameOf(Bid form) => $"Bid {form.Reference}";

    public async Task<FormText?> ReadAsync(Bid form, CancellationToken cancellationToken)
    {
        if (caller.SeesEverything && !form.IsOpenToOffice)
            return null;
        var (_, content, contacts) = await db.SeenAsync(form, caller, cancellationToken);
        var round = await RoundOfAsync(form, cancellationToken);
        var share = await db.ShareAsync(form, content, round, caller, cancellationToken);
        return new(
            Caption(form.Reference, form.Partnership),
            content.Title.Length > 0 ? content.Title : "Bid",
            [
                new("Round", round.Name),
                new("Status", BidWords.Of(form)),
                .. form.SubmittedAt is { } at ? [Submitted(at, form.SubmittedBy!.Name, caller)] : Array.Empty<AnswerRow>(),
            ],
            [.. BidGroups.Of(BidWords.Of(content, contacts, round)), BidGroups.Totals(content, round, share)]
        );
    }

    public async Task<SubmissionText> ReadAsync(Bid form, Submission made, CancellationToken cancellationToken)
    {
        var bid = made.Read();
        var round = await RoundOfAsync(form, cancellationToken);
        var lines = BidWords.Of(bid.Content, bid.Contacts.For(caller), round);
        return new(
            new(
                Caption(bid.Reference, bid.Partnership),
                bid.Content.Title,
                [Submitted(bid.SubmittedAt, bid.SubmittedBy, caller), new("Round", round.Name)],
                [.. SectionNotes.Groups(bid.Answered, BidSections.Name), .. BidGroups.Of(lines), BidGroups.Totals(bid.Content, round)]
            ),
            lines,
            bid.Files
        );
    }

    public async Task<Result> MayChangeAsync(Bid form, string section, CancellationToken cancellationToken) =>
        form.MayChange(section, await db.WindowAsync(form.RoundId, form.Partnership, cancellationToken), caller.At);

    private Task<Round> RoundOfAsync(Bid form, CancellationToken cancellationToken) =>
        db.Rounds.AsNoTracking().SingleAsync(r => r.Id == form.RoundId, cancellationToken);

    private static string Caption(string reference, Partnership partnership) => $"{reference} for {partnership.Name}";

    private static AnswerRow Submitted(DateTimeOffset at, string by, Caller caller) =>
        new("Submitted", $"{London.ToTheSecond(at)}, by {SeenPeople.NameFor(by, caller, "lead")}");

    // A draft that is not in by the deadline is saved once there is more time: until then, only the page has what was typed.
    public (string Address, string Words)? WayOut(Bid form, Result refused) =>
        refused.Code == "round-closed"
            ? (
                // A bid's reference begins with its round's: "CSP2025-MEL-03".
                $"/rounds/{form.Reference.Split($"-{form.Partnership.Code}-")[0]}/extension",
                "Ask for more time (opens in new tab). Keep this page open: what you typed is still here, to be saved once you have it"
            )
            : null;
}
