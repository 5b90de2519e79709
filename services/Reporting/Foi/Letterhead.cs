namespace Platform.Reporting.Foi;

/// <summary>The office as its letters name it: configuration, Office:*.</summary>
/// <param name="Name">"Office of the Police and Crime Commissioner for Leicestershire".</param>
/// <param name="Address">Its postal address; empty where it is not configured.</param>
/// <param name="Telephone">Empty where it is not configured.</param>
/// <param name="Email">Empty where it is not configured.</param>
/// <param name="Web">Empty where it is not configured.</param>
/// <param name="SignedBy">Who signs: "Freedom of Information Officer".</param>
/// <param name="ReviewTo">Who is asked for a review: "the Executive Director/Deputy Chief Executive" (seed 000).</param>
/// <param name="Searched">Where searches were made: " within Leicestershire Police", or nothing.</param>
internal sealed record Letterhead(
    string Name,
    string Address,
    string Telephone,
    string Email,
    string Web,
    string SignedBy,
    string ReviewTo,
    string Searched
)
{
    public static Letterhead From(IConfiguration configuration) =>
        new(
            configuration["Office:Name"] ?? configuration["Platform:Office"] ?? "Office of the Police and Crime Commissioner",
            configuration["Office:Address"] ?? "",
            configuration["Office:Telephone"] ?? "",
            configuration["Office:Email"] ?? configuration["Platform:ContactEmail"] ?? "",
            configuration["Office:Web"] ?? "",
            configuration["Office:FoiOfficer"] ?? "Freedom of Information Officer",
            configuration["Office:ReviewTo"] ?? "the Chief Executive",
            configuration["Office:Searched"] is { Length: > 0 } where ? " within " + where : ""
        );

    /// <summary>"Telephone 0116 ...  Email: ...  Web: ..."</summary>
    public string Contact =>
        string.Join(
            "  ",
            new[] { ("Telephone ", Telephone), ("Email: ", Email), ("Web: ", Web) }
                .Where(p => p.Item2.Length > 0)
                .Select(p => p.Item1 + p.Item2)
        );

    /// <summary>Where to send letters that ask for a review, worded to follow their addressee.</summary>
    public string ReviewAddress =>
        (Address.Length > 0, Email.Length > 0) switch
        {
            (true, true) => $" at the above address or emailed to {Email}",
            (true, false) => " at the above address",
            (false, true) => $" at {Email}",
            _ => "",
        };
}
