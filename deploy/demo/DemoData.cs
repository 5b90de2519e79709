using System.Text.Json;
using System.Text.Json.Serialization;
using Platform.Contracts;

namespace Platform.Demo;

/// <summary>
/// The demonstration's people, rounds and returns: see README.md for what is from the public record and what is invented.
/// </summary>
public static class DemoData
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Who can sign in, besides the administrator.</summary>
    public static IReadOnlyList<DemoPerson> People { get; } = Read<DemoPerson>("people.json");

    internal static IReadOnlyList<DemoRound> Rounds { get; } = Read<DemoRound>("rounds.json");

    internal static IReadOnlyList<DemoProfiles> Profiles { get; } = Read<DemoProfiles>("profiles.json");

    internal static IReadOnlyList<DemoReturn> Returns { get; } = Read<DemoReturn>("returns.json");

    internal static IReadOnlyList<DemoRequest> Requests { get; } = Read<DemoRequest>("foi.json");

    internal static DemoPaper Paper { get; } = ReadOne<DemoPaper>("paper.json");

    private static T[] Read<T>(string file) => ReadOne<T[]>(file);

    private static T ReadOne<T>(string file)
    {
        using var stream = typeof(DemoData).Assembly.GetManifestResourceStream(file)!;
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}

/// <summary>Somebody who can sign in.</summary>
public sealed record DemoPerson(string Email, string Name, string? Partnership, IReadOnlyList<string> Roles);

/// <summary>What the partnerships' Problem Profiles say for a period.</summary>
internal sealed record DemoProfiles(DateOnly WrittenOn, DateOnly From, DateOnly To, IReadOnlyList<DemoProfile> Profiles);

internal sealed record DemoProfile(string Partnership, IReadOnlyList<DemoPriority> Priorities);

internal sealed record DemoPriority(string Name, string Evidence);

/// <summary>A round, as it is sent, with what becomes of it.</summary>
internal sealed record DemoRound(
    string Reference,
    string Programme,
    string Name,
    DateOnly OpensOn,
    DateOnly ClosesOn,
    DateOnly DeliveryFrom,
    DateOnly DeliveryTo,
    Money? CapPerBid,
    int MatchPercent,
    IReadOnlyList<string> Themes,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] IReadOnlyList<DemoBid> Bids,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] DemoDecision? Decision
)
{
    public bool Published => true;
    public string About { get; init; } = "";
    public Money? Available { get; init; }

    /// <summary>The codes of those who may bid; empty for everybody.</summary>
    public IReadOnlyList<string> Invited { get; init; } = [];

    /// <summary>Targets that were lowered after the decision.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)]
    public IReadOnlyList<DemoVariation> Variations { get; init; } = [];
    public int PriorityPercent { get; init; }
    public int ThresholdPercent { get; init; }
    public IReadOnlyList<Criterion> Criteria { get; init; } = [];
}

internal sealed record DemoBid(
    string Partnership,
    bool Submitted,
    string Title,
    string Theme,
    string Summary,
    string Need,
    string Priority,
    string PlanAim,
    IReadOnlyList<string> Areas,
    int Vintage,
    IReadOnlyList<DemoMatch> Match,
    IReadOnlyList<DemoRisk> Risks,
    IReadOnlyList<DemoIntervention> Interventions
);

internal sealed record DemoMatch(string Source, FinancialYear Year, MatchKind Kind, Money Amount, bool Committed);

internal sealed record DemoRisk(string Description, RiskLevel Likelihood, RiskLevel Impact, string Mitigation);

internal sealed record DemoIntervention(
    string Name,
    string Description,
    IReadOnlyList<BudgetLine> Budget,
    IReadOnlyList<Output> Outputs,
    IReadOnlyList<string> Areas
)
{
    /// <summary>The one of the partnership's profile that it serves; empty for none.</summary>
    public string Priority { get; init; } = "";
    public IReadOnlyList<Asset> Assets { get; init; } = [];
}

internal sealed record DemoVariation(
    string Grant,
    DateOnly On,
    string Reason,
    string Intervention,
    string Indicator,
    int Target,
    FinancialYear MovedByYear
);

internal sealed record DemoDecision(
    string Title,
    DateOnly BegunOn,
    DateOnly ReceivedOn,
    DateOnly DecidedOn,
    IReadOnlyList<string> OfficersPresent,
    string Summary,
    string Scope,
    string KeyPoints,
    IReadOnlyList<DemoDecided> Items
)
{
    public Money? Reduction { get; init; }
}

/// <summary>Amounts by intervention's name; an intervention that is left out is promised what it asks for.</summary>
internal sealed record DemoDecided(string Partnership, string Place, string? Lead, IReadOnlyList<DemoAwards> Interventions);

internal sealed record DemoAwards(
    string Intervention,
    IReadOnlyList<DemoAward>? Awards,
    IReadOnlyList<Output>? Outputs,
    IReadOnlyList<YearNote> Notes
);

internal sealed record DemoAward(FinancialYear Year, SpendKind Kind, Money Amount, Money? Before);

internal sealed record DemoReturn(DateOnly SubmittedOn, string Grant, Quarter Quarter, IReadOnlyList<DemoLine> Lines);

internal sealed record DemoLine(
    string Intervention,
    DeliveryStatus Status,
    string Narrative,
    Money Capital,
    Money Revenue,
    IReadOnlyList<Achievement> Achieved
)
{
    /// <summary>The explanation of the figures, where one is asked for.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What was bought, and where it is.</summary>
    public IReadOnlyList<BoughtAsset> Assets { get; init; } = [];
}
