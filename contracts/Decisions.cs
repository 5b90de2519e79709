using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A decision record was written or changed, and nobody has signed it. Publisher: Bids.</summary>
public sealed record DecisionDrafted(Guid Id, int Version, DateTimeOffset At, Person By, DecisionDetails Details)
    : Event<DecisionDetails>(Id, Version, At, By, Details);

/// <summary>The chief executive or chief finance officer approved the record for the commissioner. Publisher: Bids.</summary>
public sealed record DecisionApproved(Guid Id, int Version, DateTimeOffset At, Person By, DecisionDetails Details)
    : Event<DecisionDetails>(Id, Version, At, By, Details);

/// <summary>The monitoring officer determined what of it is published. Publisher: Bids.</summary>
public sealed record PublicationDetermined(Guid Id, int Version, DateTimeOffset At, Person By, DecisionDetails Details)
    : Event<DecisionDetails>(Id, Version, At, By, Details);

/// <summary>The commissioner decided, and signed. Publisher: Bids.</summary>
public sealed record DecisionRecorded(Guid Id, int Version, DateTimeOffset At, Person By, DecisionDetails Details)
    : Event<DecisionDetails>(Id, Version, At, By, Details);

/// <summary>The record was put into the public register. Publisher: Bids.</summary>
public sealed record DecisionPublished(Guid Id, int Version, DateTimeOffset At, Person By, DecisionDetails Details)
    : Event<DecisionDetails>(Id, Version, At, By, Details);

/// <summary>The record was taken out of use: dropped before it was signed, or superseded by a later one. Publisher: Bids.</summary>
public sealed record DecisionSuperseded(Guid Id, int Version, DateTimeOffset At, Person By, DecisionDetails Details)
    : Event<DecisionDetails>(Id, Version, At, By, Details);

/// <summary>A decision record, after the model of EXE005-24 (seed 001).</summary>
/// <param name="Reference">Its reference: "EXE005-24".</param>
/// <param name="Title">"Safer Streets 5 Interventions".</param>
/// <param name="Decision">What was decided; null until the commissioner has signed.</param>
/// <param name="DecidedOn">When the commissioner signed; null until then.</param>
/// <param name="Bids">The references of the bids that it covers.</param>
public sealed record DecisionDetails(string Reference, string Title, Decision? Decision, DateOnly? DecidedOn, IReadOnlyList<string> Bids)
{
    /// <summary>Whom it waits for, or how it ended.</summary>
    public DecisionStep Step { get; init; }

    /// <summary>The date at its head.</summary>
    public DateOnly Date { get; init; }

    /// <summary>When the office received it.</summary>
    public DateOnly? ReceivedOn { get; init; }

    /// <summary>Officers present.</summary>
    public IReadOnlyList<string> OfficersPresent { get; init; } = [];

    /// <summary>Summary of issue, in Markdown paragraphs.</summary>
    public string Summary { get; init; } = "";

    /// <summary>Key discussion points.</summary>
    public string KeyPoints { get; init; } = "";

    /// <summary>What the record is about in the end, below the tables.</summary>
    public string Scope { get; init; } = "";

    /// <summary>By how much less it promises than had been promised before, as its summary says; null where it says no such sum.</summary>
    public Money? Reduction { get; init; }

    /// <summary>What it promises, bid by bid.</summary>
    public IReadOnlyList<DecidedBid> Items { get; init; } = [];

    /// <summary>The money of grants that it moves between funding years, or adds: a later variation rests on it.</summary>
    public IReadOnlyList<DecidedMove> Moves { get; init; } = [];

    /// <summary>Everybody who wrote any of it, by user id.</summary>
    public IReadOnlyList<Guid> Writers { get; init; } = [];

    /// <summary>Everybody who assesses a bid that it covers, by user id, from when it waits for the commissioner.</summary>
    public IReadOnlyList<Guid> Assessors { get; init; } = [];

    /// <summary>Everybody who wrote it, signed it or assesses a bid that it covers, by user id: somebody else must sign next.</summary>
    public IReadOnlyList<Guid> Barred() =>
        [.. Writers, .. new[] { Approval, Determination }.OfType<SignOff>().Select(s => s.By.UserId), .. Assessors];

    /// <summary>The chief executive's or chief finance officer's approval.</summary>
    public SignOff? Approval { get; init; }

    /// <summary>The monitoring officer's signature.</summary>
    public SignOff? Determination { get; init; }

    /// <summary>Whether the record itself is published.</summary>
    public bool? PublishRecord { get; init; }

    /// <summary>Whether details of the decision are published.</summary>
    public bool? PublishDecision { get; init; }

    /// <summary>Reasons for any non-publication, naming the legislation.</summary>
    public string WithheldBecause { get; init; } = "";

    /// <summary>The commissioner's signature.</summary>
    public SignOff? Signature { get; init; }

    /// <summary>When it was put into the public register.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The record that this one corrects.</summary>
    public string? Supersedes { get; init; }

    /// <summary>The record that corrects this one; the reference of this one itself where it was dropped unsigned.</summary>
    public string? SupersededBy { get; init; }
}

/// <summary>How far a decision record is; each step is done once, in this order, by another role.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DecisionStep>))]
public enum DecisionStep
{
    /// <summary>Being written by an officer.</summary>
    Draft,

    /// <summary>Waiting for the chief executive or chief finance officer.</summary>
    AwaitingApproval,

    /// <summary>Waiting for the monitoring officer.</summary>
    AwaitingDetermination,

    /// <summary>Waiting for the commissioner.</summary>
    AwaitingDecision,

    /// <summary>Signed by the commissioner.</summary>
    Decided,

    /// <summary>Not proceeded with. Its reference is not used again.</summary>
    Dropped,
}

/// <summary>A signature: who, in which role and office, and when.</summary>
/// <param name="By">The account that signed; its name is the one that is printed.</param>
/// <param name="Role">The role that they signed in, of <see cref="Roles"/>.</param>
/// <param name="Office">The signer's office: "Chief Executive"; empty where the record names none.</param>
/// <param name="At">When.</param>
public sealed record SignOff(Person By, string Role, string Office, DateTimeOffset At)
{
    /// <summary>The day, in London.</summary>
    [JsonIgnore]
    public DateOnly On => London.DateOf(At);
}

/// <summary>Money of a grant that a record moves to a funding year, or adds to it.</summary>
/// <param name="Grant">The grant, by reference.</param>
/// <param name="From">The funding year that loses it; null where it is new money.</param>
/// <param name="To">The funding year that gets it.</param>
/// <param name="Amount">How much, above £0.</param>
public sealed record DecidedMove(string Grant, FinancialYear? From, FinancialYear To, Money Amount);

/// <summary>What a record promises one bid.</summary>
/// <param name="BidReference">The bid, by reference.</param>
/// <param name="Partnership">The partnership whose bid it is.</param>
/// <param name="Place">The heading of its table: "Melton Mowbray".</param>
/// <param name="Interventions">What is promised, in the order of the table.</param>
/// <param name="Conditions">What the grant depends on.</param>
public sealed record DecidedBid(
    string BidReference,
    Partnership Partnership,
    string Place,
    IReadOnlyList<DecidedIntervention> Interventions,
    IReadOnlyList<string> Conditions
)
{
    /// <summary>The sentence above its table, in the office's words; empty for the usual one.</summary>
    public string Lead { get; init; } = "";
}

/// <summary>What a record promises one intervention.</summary>
/// <param name="InterventionId">The intervention of the bid, by id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Awards">The amounts; none for a year in which there is nothing.</param>
/// <param name="Outputs">The targets.</param>
/// <param name="Notes">What the table says beside an amount, per funding year.</param>
public sealed record DecidedIntervention(
    Guid InterventionId,
    string Name,
    IReadOnlyList<Award> Awards,
    IReadOnlyList<Output> Outputs,
    IReadOnlyList<YearNote> Notes
);

/// <summary>An amount for one intervention, year and kind.</summary>
/// <param name="InterventionId">The intervention, by id.</param>
/// <param name="Year">The funding year.</param>
/// <param name="Kind">Capital or revenue.</param>
/// <param name="Amount">What is given; £0 where it was removed.</param>
/// <param name="Before">What had been promised before it was reduced; null where it was not.</param>
public sealed record Award(Guid InterventionId, FinancialYear Year, SpendKind Kind, Money Amount, Money? Before = null);

/// <summary>Words beside a year's amount: "This will pay for x2 fixed dedicated columns and cameras".</summary>
/// <param name="Year">The year whose amount it stands beside.</param>
/// <param name="Text">The words.</param>
public sealed record YearNote(FinancialYear Year, string Text);

/// <summary>What the commissioner decides on a bid (seed 001).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Decision>))]
public enum Decision
{
    /// <summary>It is funded.</summary>
    Supported,

    /// <summary>It is not funded.</summary>
    NotSupported,

    /// <summary>The decision is put off.</summary>
    Deferred,
}
