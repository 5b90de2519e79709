using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>What a round means for one partnership: until when it may bid, with any extension, and its priorities.</summary>
internal sealed record BiddingWindow(Round Round, DateTimeOffset ClosesAt)
{
    public bool IsExtended => ClosesAt > Round.ClosesAt;

    /// <summary>Whether the closing job has acted on its end and will not run again: a bid started now lapses at once.</summary>
    public bool HasEnded { get; init; } = Round.ClosedAt is not null && ClosesAt <= Round.ClosesAt;

    /// <summary>The partnership's Problem Profile for the day on which delivery begins; null where there is none.</summary>
    public ProblemProfile? Profile { get; init; }

    /// <summary>Whether a request that reached the gateway at that instant is in time.</summary>
    public bool IsOpenAt(DateTimeOffset at) => Round.PublishedAt is not null && Round.OpensAt <= at && at < ClosesAt;

    public Result NotOpen(DateTimeOffset at) =>
        at < Round.OpensAt
            ? Result.Refused("round-not-open", $"{Round.Name} opens at {London.Moment(Round.OpensAt)}")
            : Result.Refused("round-closed", $"{Round.Name} closed at {London.Deadline(ClosesAt)}");
}
