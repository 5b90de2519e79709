using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding;

/// <summary>What a reader sees of a bid. Its partnership sees everything; the office what was submitted, and nothing of a draft.</summary>
internal static class BidSight
{
    public static async Task<Seen> SeenAsync(this BidsContext db, Bid bid, Caller caller, CancellationToken cancellationToken) =>
        (await db.SeenAsync([bid], caller, cancellationToken))[0];

    public static async Task<IReadOnlyList<Seen>> SeenAsync(
        this BidsContext db,
        IReadOnlyList<Bid> bids,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (caller.Partnership is not null)
            return [.. bids.Select(b => new Seen(b, b.Content, b.Contacts))];
        var last = await db.LastOfRewrittenAsync(bids, cancellationToken);
        return
        [
            .. bids.Select(b =>
                !b.IsOpenToOffice ? new Seen(b, new(), new())
                : last.GetValueOrDefault(b.Id)?.Read() is { } made ? new(b, made.Content, made.Contacts.For(caller))
                : new(b, b.Content, b.Contacts.For(caller))
            ),
        ];
    }
}

/// <summary>A bid as somebody sees it.</summary>
internal sealed record Seen(Bid Bid, BidContent Content, BidContacts? Contacts)
{
    /// <summary>The same, as it leaves the service.</summary>
    public BidDetails DetailsFor(Caller caller) =>
        Bid.Details with
        {
            Content = Content,
            SentBack = caller.Partnership is null ? SectionNotes.WithoutAnswers(Bid.SentBack) : Bid.SentBack,
            ReadyAt = caller.Partnership is null ? null : Bid.Ready?.At,
        };
}
