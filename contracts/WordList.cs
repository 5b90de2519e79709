namespace Platform.Contracts;

/// <summary>Words in a row, and how many of a thing there are, as a sentence says them.</summary>
public static class WordList
{
    /// <summary>"1 bid", "2 bids", "1,200 bids".</summary>
    /// <param name="number">How many.</param>
    /// <param name="thing">One of them.</param>
    public static string Count(int number, string thing) =>
        number == 1 ? $"1 {thing}" : FormattableString.Invariant($"{number:N0} {thing}s");

    /// <summary>"quarter 1, quarter 2 and quarter 3"; nothing for no words.</summary>
    /// <param name="words">The words, in their order.</param>
    /// <param name="last">What stands before the last of them, with its spaces.</param>
    public static string Of(IEnumerable<string> words, string last = " and ")
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all.SkipLast(1)) + last + all[^1];
    }
}
