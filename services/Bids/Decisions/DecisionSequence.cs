namespace Platform.Bids.Decisions;

/// <summary>The last number of the office's decision records in a calendar year, on this platform or on paper.</summary>
internal sealed class DecisionSequence
{
    public int Year { get; private init; }
    public int Last { get; private init; }
}
