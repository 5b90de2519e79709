using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>What a partnership typed into a bid. Contacts are kept by Bids alone: no address travels in a message.</summary>
public sealed record BidContent
{
    /// <summary>What the project is called.</summary>
    public string Title { get; init; } = "";

    /// <summary>One of the round's themes; null until chosen.</summary>
    public string? Theme { get; init; }

    /// <summary>What it will do.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Why it is needed, and how that is known.</summary>
    public string Need { get; init; } = "";

    /// <summary>The Problem Profile priority that it serves; empty for none.</summary>
    public string Priority { get; init; } = "";

    /// <summary>The aim of the Police and Crime Plan that it serves.</summary>
    public string PlanAim { get; init; } = "";

    /// <summary>The answers to the round's own questions.</summary>
    public IReadOnlyList<Answer> Answers { get; init; } = [];

    /// <summary>Where it takes place: LSOA names or codes, as they were checked.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>The census whose areas are meant: 2011 or 2021.</summary>
    public int? Vintage { get; init; }

    /// <summary>What the money is for, one by one.</summary>
    public IReadOnlyList<Intervention> Interventions { get; init; } = [];

    /// <summary>What others pay.</summary>
    public IReadOnlyList<MatchLine> Match { get; init; } = [];

    /// <summary>What may go wrong.</summary>
    public IReadOnlyList<Risk> Risks { get; init; } = [];

    /// <summary>The sections that the partnership says are complete, of <see cref="BidSections"/>.</summary>
    public IReadOnlyList<string> Completed { get; init; } = [];

    /// <summary>What is asked for in all.</summary>
    [JsonIgnore]
    public Money Total => Interventions.Sum(i => i.Total);

    /// <summary>What others pay in all.</summary>
    [JsonIgnore]
    public Money MatchTotal => Match.Sum(m => m.Amount);

    /// <summary>What is asked for priorities of the Problem Profile.</summary>
    [JsonIgnore]
    public Money PriorityTotal => Interventions.Where(i => i.ServesPriority).Sum(i => i.Total);
}

/// <summary>The sections of a bid, as they are named in addresses and messages.</summary>
public static class BidSections
{
    /// <summary>Who is asked about the bid.</summary>
    public const string Contacts = "contacts";

    /// <summary>What the project is, why it is needed, and the round's questions.</summary>
    public const string Project = "project";

    /// <summary>Where it takes place.</summary>
    public const string Where = "where";

    /// <summary>What the money is for.</summary>
    public const string Interventions = "interventions";

    /// <summary>What others pay.</summary>
    public const string Match = "match-funding";

    /// <summary>What may go wrong.</summary>
    public const string Risks = "risks";

    /// <summary>Files.</summary>
    public const string Attachments = "attachments";

    /// <summary>Those that are filled in, in order; checking answers and the declaration follow.</summary>
    public static readonly IReadOnlyList<string> All = [Contacts, Project, Where, Interventions, Match, Risks, Attachments];

    /// <summary>"Match funding"</summary>
    public static string Name(string section) =>
        section switch
        {
            Contacts => "Contacts",
            Project => "The project",
            Where => "Where it takes place",
            Interventions => "Interventions",
            Match => "Match funding",
            Risks => "Risks",
            Attachments => "Attachments",
            _ => section,
        };
}

/// <summary>An answer to a question of the round.</summary>
/// <param name="QuestionId">The question of the round, by id.</param>
/// <param name="Text">The answer.</param>
public sealed record Answer(Guid QuestionId, string Text);

/// <summary>Money or its worth from somebody else.</summary>
/// <param name="Id">Stays the same while the bid is edited.</param>
/// <param name="Source">Who gives it.</param>
/// <param name="Year">The financial year that it is for.</param>
/// <param name="Kind">Money, or its worth in kind.</param>
/// <param name="Amount">How much.</param>
/// <param name="Committed">Whether it has been promised.</param>
public sealed record MatchLine(Guid Id, string Source, FinancialYear Year, MatchKind Kind, Money Amount, bool Committed);

/// <summary>How match funding is given.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<MatchKind>))]
public enum MatchKind
{
    /// <summary>Money.</summary>
    Cash,

    /// <summary>Staff time, rooms, goods: valued in money.</summary>
    InKind,
}

/// <summary>What may go wrong, and what is done about it.</summary>
/// <param name="Id">Stays the same while the bid is edited.</param>
/// <param name="Description">What may happen.</param>
/// <param name="Likelihood">How likely it is.</param>
/// <param name="Impact">How bad it would be.</param>
/// <param name="Mitigation">What is done about it.</param>
/// <param name="Owner">Who watches it: a role or an organisation.</param>
public sealed record Risk(Guid Id, string Description, RiskLevel Likelihood, RiskLevel Impact, string Mitigation, string Owner);

/// <summary>How likely or how bad.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RiskLevel>))]
public enum RiskLevel
{
    /// <summary>Low.</summary>
    Low,

    /// <summary>Medium.</summary>
    Medium,

    /// <summary>High.</summary>
    High,
}

/// <summary>One thing that the money is for: "Target hardening".</summary>
/// <param name="Id">Stays the same from bid to grant to return.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What is done, in a few sentences.</param>
/// <param name="Budget">What it costs, per funding year and kind; no line is £0.</param>
/// <param name="Outputs">What it promises.</param>
/// <param name="Areas">LSOA names or codes, as they were checked: "Leicester 023A"; empty where it covers all of the bid's.</param>
public sealed record Intervention(
    Guid Id,
    string Name,
    string Description,
    IReadOnlyList<BudgetLine> Budget,
    IReadOnlyList<Output> Outputs,
    IReadOnlyList<string> Areas
)
{
    /// <summary>What sort it is: "CCTV", "Training"; empty where it was not asked.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The first day of its delivery; null for the round's.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of its delivery; null for the round's.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Whether it serves a priority of the partnership's Problem Profile: it then counts towards the required share.</summary>
    public bool ServesPriority { get; init; }

    /// <summary>The name of the priority that it serves; empty for none, and where only <see cref="ServesPriority"/> was said.</summary>
    public string Priority { get; init; } = "";

    /// <summary>What it buys that lasts: cameras, columns.</summary>
    public IReadOnlyList<Asset> Assets { get; init; } = [];

    /// <summary>What it costs in all.</summary>
    [JsonIgnore]
    public Money Total => Budget.Sum(line => line.Amount);
}

/// <summary>Things that are bought: what an FOI request asks for (seed 000).</summary>
/// <param name="Kind">What kind of thing it is: "CCTV camera".</param>
/// <param name="Model">"WCCTV 4GIR Mini Dome+"; empty while it is not known.</param>
/// <param name="Description">"Re-deployable camera with dome".</param>
/// <param name="Quantity">How many, 1 or more.</param>
public sealed record Asset(string Kind, string Model, string Description, int Quantity);

/// <summary>An amount for one funding year.</summary>
/// <param name="Year">The financial year that it is to be spent in.</param>
/// <param name="Kind">Capital or revenue.</param>
/// <param name="Amount">How much, above £0.</param>
public sealed record BudgetLine(FinancialYear Year, SpendKind Kind, Money Amount);

/// <summary>Capital or revenue: public accounting keeps them apart.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SpendKind>))]
public enum SpendKind
{
    /// <summary>Running costs: staff, sessions, maintenance.</summary>
    Revenue,

    /// <summary>Things that last: cameras, lighting columns.</summary>
    Capital,
}

/// <summary>A promise in numbers: "up to 400 homes target hardened".</summary>
/// <param name="Indicator">What is counted: "homes target hardened".</param>
/// <param name="Target">How many, 1 or more.</param>
/// <param name="Kind">How the number is meant.</param>
public sealed record Output(string Indicator, int Target, TargetKind Kind)
{
    /// <summary>What one of them is where the indicator does not say: "hours", "people"; empty for a count.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Whether quarters add up to it; otherwise each quarter stands for itself.</summary>
    public bool Cumulative { get; init; } = true;

    /// <summary>"up to 400"</summary>
    public string Describe() =>
        (
            Kind switch
            {
                TargetKind.UpTo => "up to ",
                TargetKind.AtLeast => "at least ",
                _ => "",
            }
        ) + Target.ToString("N0", null);
}

/// <summary>How a target is meant.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TargetKind>))]
public enum TargetKind
{
    /// <summary>Exactly that many.</summary>
    Fixed,

    /// <summary>As many as the money allows, up to that many; more is good news.</summary>
    UpTo,

    /// <summary>At least that many.</summary>
    AtLeast,
}
