namespace Platform.Contracts;

/// <summary>
/// What an act has done, for the page that it leads to: a service says it in a header of its answer, the gateway carries it to the next
/// request of the same browser. Nobody outside can send that header.
/// </summary>
/// <param name="Done">What was done: "The return is accepted".</param>
/// <param name="Told">Who is told, and what happens next; null for nobody and nothing.</param>
public sealed record DoneBanner(string Done, string? Told = null)
{
    /// <summary>The header, of an answer and of the next request.</summary>
    public const string Header = "Platform-Done";

    /// <summary>The header's value.</summary>
    public string InHeader => Uri.EscapeDataString($"{Done}\n{Told}");

    /// <summary>Reads a header's value; null where there is none.</summary>
    public static DoneBanner? Read(string? header) =>
        string.IsNullOrEmpty(header) ? null
        : Uri.UnescapeDataString(header).Split('\n', 2) is [{ Length: > 0 } done, var told] ? new(done, told.Length > 0 ? told : null)
        : null;
}
