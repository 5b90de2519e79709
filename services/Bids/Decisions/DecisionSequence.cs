namespace Platform.Bids.Decisions;

/// <summary>The last number of the office's decision records in a calendar year, on this platform or on paper.</summary>
internal sealed class DecisionSequence
{
    /// <summary>The calendar year.</summary>
    public int Year { get; private init; }

    /// <summary>The last number given in it.</summary>
    public int Last { get; private init; }
}
