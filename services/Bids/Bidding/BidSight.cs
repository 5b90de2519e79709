using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding;

/// <summary>What a reader sees of a bid: its partnership everything, the office what was submitted and nothing of a draft.</summary>
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
        var rewritten = bids.Where(b => b.IsRewritten).Select(b => b.Id).ToList();
        var last =
            rewritten.Count == 0
                ? []
                : (await db.Submissions.AsNoTracking().Where(s => rewritten.Contains(s.FormId)).ToListAsync(cancellationToken))
                    .GroupBy(s => s.FormId)
                    .ToDictionary(g => g.Key, g => g.MaxBy(s => s.At)!.Read());
        return
        [
            .. bids.Select(b =>
                !b.IsOpenToOffice ? new Seen(b, new(), new())
                : last.TryGetValue(b.Id, out var made) ? new(b, made.Content, made.Contacts)
                : new(b, b.Content, b.Contacts)
            ),
        ];
    }
}

/// <summary>A bid as somebody sees it.</summary>
internal sealed record Seen(Bid Bid, BidContent Content, BidContacts Contacts)
{
    public BidDetails Details => Bid.Details with { Content = Content };
}
