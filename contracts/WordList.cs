namespace Platform.Contracts;

/// <summary>Words in a row, as a sentence says them.</summary>
public static class WordList
{
    /// <summary>"quarter 1, quarter 2 and quarter 3"; nothing for no words.</summary>
    /// <param name="words">The words, in their order.</param>
    /// <param name="last">What stands before the last of them, with its spaces.</param>
    public static string Of(IEnumerable<string> words, string last = " and ")
    {
        var all = words.ToList();
        return all.Count < 2 ? string.Concat(all) : string.Join(", ", all.SkipLast(1)) + last + all[^1];
    }
}
