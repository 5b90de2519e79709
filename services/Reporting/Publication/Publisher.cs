using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Reporting.Publication;

/// <summary>
/// Who publishes the open data, and the codes by which others know those in it. Configuration <c>Publisher:*</c>, checked at the start.
/// </summary>
/// <param name="Name">The commissioner.</param>
/// <param name="Prefix">The prefix that 360Giving gave the publisher, without "360G-".</param>
/// <param name="Identifier">The commissioner's organisation identifier (org-id.guide).</param>
/// <param name="AreaCode">The police area's code, E23….</param>
/// <param name="AreaName">What the police area is called.</param>
/// <param name="Partnerships">Partnerships' own identifiers and E22… codes, by partnership code, where they are known.</param>
internal sealed partial record Publisher(
    string Name,
    string Prefix,
    string Identifier,
    string AreaCode,
    string AreaName,
    IReadOnlyDictionary<string, (string? Identifier, string? AreaCode)> Partnerships
)
{
    public const string Licence = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

    public static Publisher Read(IConfiguration configuration)
    {
        string Value(string key, string otherwise, Regex form, string example) =>
            (configuration[$"Publisher:{key}"] is { Length: > 0 } said ? said : otherwise) is var value && form.IsMatch(value)
                ? value
                : throw new InvalidOperationException($"Publisher:{key} is “{value}”. It must be like {example}.");
        string? Known(string key, Regex form, string example) =>
            configuration[$"Publisher:{key}"] is { Length: > 0 } ? Value(key, "", form, example) : null;
        var prefix = Value("Prefix", "pccleics", Word(), "pccleics");
        return new(
            Value("Name", "Police and Crime Commissioner for Leicestershire", Any(), "Police and Crime Commissioner for Leicestershire"),
            prefix,
            Value("Identifier", $"360G-{prefix}", OrganisationId(), "GB-LAE-LEI"),
            Value("AreaCode", "E23000021", PoliceArea(), "E23000021"),
            Value("AreaName", "Leicestershire", Any(), "Leicestershire"),
            Partnership.All.ToDictionary(
                p => p.Code,
                p =>
                    (
                        Known($"Partnerships:{p.Code}:Identifier", OrganisationId(), "GB-LAE-MEL"),
                        Known($"Partnerships:{p.Code}:AreaCode", PartnershipArea(), "E22000160")
                    )
            )
        );
    }

    public string GrantId(string reference) => $"360G-{Prefix}-{reference}";

    /// <summary>
    /// The identifier of whoever receives the money: the one configured, or the council's from org-id.guide, or one of the publisher's own.
    /// </summary>
    public string IdentifierOf(Partnership partnership) =>
        Partnerships[partnership.Code].Identifier
        ?? (CouncilOf(partnership) is { Organisation.Length: > 0 } council ? council.Organisation : $"360G-{Prefix}-{partnership.Code}");

    /// <summary>Who receives the money: a partnership is not a legal person, so its council where it has one.</summary>
    public static string RecipientOf(Partnership partnership) =>
        CouncilOf(partnership)?.Council ?? $"{partnership.Name} Community Safety Partnership";

    private static District? CouncilOf(Partnership partnership) => partnership.Districts is [var only] ? District.Find(only) : null;

    public string? AreaCodeOf(Partnership partnership) => Partnerships[partnership.Code].AreaCode;

    [GeneratedRegex(@"\S")]
    private static partial Regex Any();

    [GeneratedRegex("^[A-Za-z0-9]+$")]
    private static partial Regex Word();

    [GeneratedRegex("^(360G|[A-Z]{2})-[A-Za-z0-9][A-Za-z0-9:/.-]*$")]
    private static partial Regex OrganisationId();

    [GeneratedRegex(@"^[EW]23\d{6}$")]
    private static partial Regex PoliceArea();

    [GeneratedRegex(@"^(E22|W14)\d{6}$")]
    private static partial Regex PartnershipArea();
}
