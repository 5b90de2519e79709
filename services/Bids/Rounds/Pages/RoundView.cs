using Platform.Contracts;

namespace Platform.Bids.Rounds.Pages;

/// <summary>A round as bidders and the public read it.</summary>
/// <param name="Window">The round, and until when the reader's partnership may bid.</param>
/// <param name="Now">The instant of the reader's request.</param>
/// <param name="Reader">The reader's partnership; null for the public.</param>
/// <param name="MayBid">Whether the reader may start a bid.</param>
/// <param name="IsPreview">Whether it is shown to an officer before it is published.</param>
internal sealed record RoundView(BiddingWindow Window, DateTimeOffset Now, Partnership? Reader, bool MayBid, bool IsPreview = false)
{
    public Round Round => Window.Round;
    public bool IsStillToOpen => Now < Round.OpensAt;
    public bool IsClosed => Now >= Window.ClosesAt;
    public bool IsInvited => Reader is null || Round.Invites(Reader);
}
