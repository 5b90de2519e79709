namespace Platform.ServiceDefaults.Persistence;

/// <summary>What somebody typed, as a pattern for <c>like</c>: every character stands for itself.</summary>
public static class LikePattern
{
    /// <summary>Matches what has the text anywhere in it.</summary>
    public static string Containing(string text) => $"%{Escaped(text)}%";

    /// <summary>Matches what begins with the text.</summary>
    public static string Beginning(string text) => $"{Escaped(text)}%";

    private static string Escaped(string text) => text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
}
