namespace Platform.Bids.Decisions;

/// <summary>
/// Notes that somebody signed the decision on a bid, in the transaction of the signature. The database refuses it if they assessed that
/// bid, and from then on refuses them as its assessor (<see cref="AssessorConflict"/>).
/// </summary>
internal sealed class DecisionSignature
{
    /// <summary>The decision record.</summary>
    public required Guid DecisionId { get; init; }
    public required string BidReference { get; init; }

    /// <summary>The signer's user id.</summary>
    public required Guid Signer { get; init; }
}
