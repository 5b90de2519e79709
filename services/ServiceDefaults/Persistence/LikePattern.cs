using Platform.Contracts;

namespace Platform.ServiceDefaults.Persistence;

/// <summary>Turns typed text into a pattern for <c>like</c> in which every character stands for itself.</summary>
public static class LikePattern
{
    /// <summary>Matches what contains the text.</summary>
    public static string Containing(string? text) => $"%{Escaped(TypedText.Line(text))}%";

    /// <summary>Matches the text itself, in capitals or not.</summary>
    public static string Exactly(string text) => Escaped(text);

    /// <summary>Matches what begins with the text.</summary>
    public static string Beginning(string text) => $"{Escaped(text)}%";

    private static string Escaped(string text) => text.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_");
}
