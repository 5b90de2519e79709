namespace Platform.ServiceDefaults.Operations;

/// <summary>Text as it is kept, whichever door it came in by.</summary>
public static class TypedText
{
    /// <summary>
    /// Without spaces around it; a line break is one character, as the page counts it, and there is no NUL, which PostgreSQL refuses.
    /// </summary>
    public static string Tidy(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Replace("\0", "").Trim();
}
