namespace Platform.Bids.Decisions;

/// <summary>
/// That somebody signed the decision on a bid, written in the transaction of the signature: the database refuses it where they assessed
/// that bid, and refuses them as its assessor from then on (<see cref="AssessorConflict"/>).
/// </summary>
internal sealed class DecisionSignature
{
    /// <summary>The decision record.</summary>
    public required Guid DecisionId { get; init; }
    public required string BidReference { get; init; }

    /// <summary>The signer's user id.</summary>
    public required Guid Signer { get; init; }
}
