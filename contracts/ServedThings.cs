namespace Platform.Contracts;

/// <summary>
/// Which service serves which things. A thing is the first word of an address: "/bids/..." are its pages, "/api/bids/..." is its API.
/// </summary>
public static class ServedThings
{
    /// <summary>The things of each service behind the gateway, by its name; no thing is served by two of them.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> Of = new Dictionary<string, IReadOnlyList<string>>
    {
        [ServiceNames.Bids] = ["rounds", "bids", "assessments", "assessors", "decisions", "grants", "profiles"],
        [ServiceNames.Returns] = ["returns", "programmes", "reminders", "lateness"],
        [ServiceNames.Notifications] = ["notifications", "letters", "receipts", "failed-messages"],
        [ServiceNames.Reporting] = ["reports", "partnerships", "papers", "funding", "foi", "timelines", "audit"],
    };
}
