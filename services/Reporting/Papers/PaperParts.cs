namespace Platform.Reporting.Papers;

/// <summary>The parts of a paper that an officer writes or adds to, as addresses name them.</summary>
internal static class PaperParts
{
    public const string Background = "background";
    public const string PastYear = "past-year";
    public const string ComingYear = "coming-year";
    public const string KeyIssues = "key-issues";
    public const string LocalAreas = "local-areas";
    public const string Recommendations = "recommendations";
    public const string Contact = "contact";
    public const string Money = "money";
    public const string Overdue = "overdue";

    public static string Delivery(string grant) => "delivery-" + grant;

    public static string Round(string round) => "round-" + round;

    /// <summary>Whether it is written from data, which the officer's words follow or replace.</summary>
    public static bool IsFromData(string part) =>
        part is Money or Overdue
        || part.StartsWith("delivery-", StringComparison.Ordinal)
        || part.StartsWith("round-", StringComparison.Ordinal);

    /// <summary>Whether a paper with these figures has the part.</summary>
    public static bool Has(this PaperFigures figures, string part) => Name(figures, part) is not null;

    /// <summary>What people call it; null where there is no such part.</summary>
    public static string? Name(PaperFigures figures, string part) =>
        part switch
        {
            Background => "Background",
            PastYear => "Past year: other developments",
            ComingYear => "Coming year",
            KeyIssues => "Key issues for partnership working or affecting partners",
            LocalAreas => "Issues in local areas",
            Recommendations => "Recommendations for the board",
            Contact => "Officer to contact",
            Money => figures.Money.Count > 0 ? "Spending and underspend" : null,
            Overdue => "Overdue returns",
            _ => figures.Grants.Where(g => part == Delivery(g.Reference)).Select(g => $"{g.Programme} in {g.Partnership}").FirstOrDefault()
                ?? figures.Rounds.Where(r => part == Round(r.Reference)).Select(r => r.Name).FirstOrDefault(),
        };

    public static string Hint(string part) =>
        part switch
        {
            Background => "Who the office is and what it does",
            PastYear => "Events, panels, other funds: whatever the figures do not tell",
            ComingYear => "What is planned",
            KeyIssues => "Beside overdue returns, which the paper names by itself",
            Contact => "Name, role and how to reach them, each on a line of its own",
            _ => "",
        };
}

/// <summary>What an officer wrote in one part of a paper.</summary>
/// <param name="Part">The part, from <see cref="PaperParts"/>.</param>
/// <param name="Replaces">Whether it replaces what the data says there; otherwise it follows.</param>
/// <param name="Text">An empty line begins a paragraph; lines that begin with a dash are its lettered list.</param>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When.</param>
/// <param name="Version">The version of the paper at which they were saved.</param>
internal sealed record PaperWords(string Part, bool Replaces, string Text, Contracts.Person By, DateTimeOffset At, int Version);

/// <summary>Something to check before a paper is issued, and where to put it right.</summary>
/// <param name="Text">What to check.</param>
/// <param name="Link">The address of the page on which it is put right.</param>
/// <param name="LinkText">What that page is called.</param>
internal sealed record PaperFlag(string Text, string Link, string LinkText)
{
    /// <summary>The address of the page on which an officer says which of two ends is right; empty where it is not about that.</summary>
    public string Settle { get; init; } = "";
}
