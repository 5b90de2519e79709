using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Bidding.Pages;

/// <summary>The list of bids as a query.</summary>
internal static class BidList
{
    public static IQueryable<Bid> Where(BidsContext db, Caller caller, string? word, Guid? round, Partnership? partnership, string? state)
    {
        // The office can search only titles that have been submitted.
        var (typed, own) = (LikePattern.Containing(word), caller.Partnership is not null);
        var bids =
            TypedText.Line(word).Length == 0
                ? db.Bids
                : db.Bids.FromSql(
                    $"""
                    select * from bids where reference ilike {typed} or (content->>'title' ilike {typed} and
                    ({own} or first_submitted_at is not null and state not in ('SentBack', 'Withdrawn')))
                    """
                );
        bids = bids.AsNoTracking();
        if (round is not null)
            bids = bids.Where(b => b.RoundId == round);
        if (partnership is not null)
            bids = bids.Where(b => b.Partnership == partnership);
        return state switch
        {
            "Supported" => bids.Where(b => b.State == BidState.Decided && b.Decision == Decision.Supported),
            "NotSupported" => bids.Where(b => b.State == BidState.Decided && b.Decision != Decision.Supported),
            _ => Enum.TryParse<BidState>(state, out var one) ? bids.Where(b => b.State == one) : bids,
        };
    }

    public static IQueryable<Bid> Sorted(IQueryable<Bid> bids, string? by) =>
        (
            by switch
            {
                "reference" => bids.OrderBy(b => b.Reference),
                "-reference" => bids.OrderByDescending(b => b.Reference),
                "partnership" => bids.OrderBy(b => b.Partnership),
                "-partnership" => bids.OrderByDescending(b => b.Partnership),
                "submitted" => bids.OrderBy(b => b.SubmittedAt == null).ThenBy(b => b.SubmittedAt),
                "-submitted" => bids.OrderBy(b => b.SubmittedAt == null).ThenByDescending(b => b.SubmittedAt),
                "status" => bids.OrderBy(b => b.State),
                "-status" => bids.OrderByDescending(b => b.State),
                _ => bids.OrderByDescending(b => b.StartedAt),
            }
        ).ThenBy(b => b.Id);
}
