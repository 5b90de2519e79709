namespace Platform.ServiceDefaults.Operations;

/// <summary>Tidies typed text, whether it came from a page or the API.</summary>
public static class TypedText
{
    /// <summary>Trims it, makes a line break one character, as the page counts it, and removes NUL, which PostgreSQL refuses.</summary>
    public static string Tidy(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Replace("\0", "").Trim();
}
