using Platform.Contracts;

namespace Platform.Bids.Decisions;

/// <summary>What programs send of a decision record; what they leave out is empty.</summary>
internal static class DecisionBodies
{
    /// <summary>A decision record. A bid with no item is promised what its assessors recommend, or else what it asks for.</summary>
    /// <param name="Title">Its title, 200 characters at most: "Safer Streets 5 Interventions".</param>
    /// <param name="Date">The date at its head; null for the day on which it is begun.</param>
    /// <param name="ReceivedOn">When the office received it; null where that is not said.</param>
    /// <param name="OfficersPresent">The names of the officers present.</param>
    /// <param name="Summary">Summary of issue, in Markdown paragraphs.</param>
    /// <param name="KeyPoints">Key discussion points.</param>
    /// <param name="Scope">The closing text, below the tables.</param>
    /// <param name="Bids">The references of the bids that it covers.</param>
    /// <param name="Items">What it promises each bid; one of the bids above may be left out here.</param>
    /// <param name="Reduction">By how much less it promises than had been promised before, as its summary says; left out where it says no
    /// such sum.</param>
    /// <param name="Moves">The money of grants that it moves between funding years, or adds to them.</param>
    public sealed record DecisionBody(
        string? Title,
        DateOnly? Date,
        DateOnly? ReceivedOn,
        IReadOnlyList<string>? OfficersPresent,
        string? Summary,
        string? KeyPoints,
        string? Scope,
        IReadOnlyList<string>? Bids,
        IReadOnlyList<DecidedBidBody>? Items,
        Money? Reduction = null,
        IReadOnlyList<MoveBody>? Moves = null
    )
    {
        internal DecisionDraft Read()
        {
            var items = (Items ?? []).Where(i => i is not null).ToList();
            return new()
            {
                Title = Title,
                Date = Date,
                ReceivedOn = ReceivedOn,
                OfficersPresent = OfficersPresent,
                Summary = Summary,
                KeyPoints = KeyPoints,
                Scope = Scope,
                Reduction = Reduction,
                Moves = [.. (Moves ?? []).Where(m => m is not null).Select(m => new DraftMove(m.Grant, m.From, m.To, m.Amount))],
                Items =
                [
                    .. items.Select(i => i.Read()),
                    .. (Bids ?? []).Except(items.Select(i => i.Bid ?? "")).Select(b => new DraftItem(b)),
                ],
            };
        }
    }

    /// <summary>Money of a grant that a record moves between funding years, or adds.</summary>
    /// <param name="Grant">The grant, by reference.</param>
    /// <param name="From">The funding year that loses it; null where it is new money.</param>
    /// <param name="To">The funding year that gets it.</param>
    /// <param name="Amount">How much, in pounds.</param>
    public sealed record MoveBody(string? Grant, FinancialYear? From, FinancialYear? To, Money? Amount);

    /// <summary>What a record promises one bid.</summary>
    /// <param name="Bid">The bid, by reference.</param>
    /// <param name="Place">The heading of its table: "Melton Mowbray"; left out for the partnership's name.</param>
    /// <param name="Interventions">What is promised; left out for what its assessors recommend, or else what it asks for.</param>
    /// <param name="Conditions">What the grant depends on; left out for what its assessors recommend.</param>
    /// <param name="Lead">The sentence above its table; left out for the usual one.</param>
    public sealed record DecidedBidBody(
        string? Bid,
        string? Place,
        IReadOnlyList<DecidedInterventionBody>? Interventions,
        IReadOnlyList<string>? Conditions,
        string? Lead = null
    )
    {
        internal DraftItem Read() =>
            new(
                Bid,
                Place,
                Interventions is null ? null : [.. Interventions.Where(i => i is not null).Select(i => i.Read())],
                Conditions,
                Lead
            );
    }

    /// <summary>What a record promises one intervention.</summary>
    /// <param name="Id">The intervention of the bid, by id.</param>
    /// <param name="Awards">The amounts, for each funding year and kind; left out for what the bid's assessors recommend, or else what
    /// the bid asks for.</param>
    /// <param name="Outputs">The targets; left out for those of the bid.</param>
    /// <param name="Notes">What the table says beside an amount, for each funding year.</param>
    public sealed record DecidedInterventionBody(
        Guid Id,
        IReadOnlyList<AwardBody>? Awards,
        IReadOnlyList<Output>? Outputs,
        IReadOnlyList<YearNote>? Notes
    )
    {
        internal DraftIntervention Read() =>
            new(
                Id,
                Awards is null
                    ? null
                    : [.. Awards.Where(a => a is not null).Select(a => new DraftAward(a.Year, a.Kind, a.Amount, a.Before))],
                Outputs is null ? null : [.. Outputs.Where(o => o is not null)],
                [.. (Notes ?? []).Where(n => n is not null)]
            );
    }

    /// <summary>An amount for one funding year.</summary>
    /// <param name="Year">The funding year.</param>
    /// <param name="Kind">Capital or revenue.</param>
    /// <param name="Amount">What is given, in pounds; 0 where it was removed.</param>
    /// <param name="Before">What had been promised before it was reduced; null where it was not.</param>
    public sealed record AwardBody(FinancialYear Year, SpendKind Kind, Money Amount, Money? Before);

    /// <summary>An approval.</summary>
    /// <param name="Office">The signatory's office: "Chief Executive"; empty where the record is to name none.</param>
    public sealed record ApprovalBody(string? Office);

    /// <summary>Why a record goes back.</summary>
    /// <param name="Reason">What is to be changed before it is submitted again.</param>
    public sealed record ReturnedBody(string? Reason);

    /// <summary>How much of a decision is published.</summary>
    /// <param name="PublishRecord">Whether the record itself is published.</param>
    /// <param name="PublishDecision">Whether details of the decision are published.</param>
    /// <param name="Reasons">The reasons for not publishing, naming the legislation; needed where either is not published.</param>
    public sealed record DeterminationBody(bool? PublishRecord, bool? PublishDecision, string? Reasons);

    /// <summary>The commissioner's decision.</summary>
    /// <param name="Decision">What is decided.</param>
    public sealed record SignatureBody(Decision? Decision);

    /// <summary>A calendar year's numbers.</summary>
    /// <param name="Last">The last number that was used on paper; the next record gets the one after it.</param>
    public sealed record SequenceBody(int? Last);

    /// <summary>The record that was begun.</summary>
    /// <param name="Reference">Its reference: EXE005-24.</param>
    public sealed record BegunDecision(string Reference);

    /// <summary>A decision record as it is kept.</summary>
    /// <param name="Id">The record's id.</param>
    /// <param name="Reference">Its reference: EXE005-24.</param>
    /// <param name="Version">Grows by one with every change; the ETag.</param>
    /// <param name="Record">What it says.</param>
    /// <param name="ReturnedBecause">Why it was returned to its writers; null unless it was.</param>
    public sealed record StoredDecision(Guid Id, string Reference, int Version, DecisionDetails Record, string? ReturnedBecause)
    {
        internal static StoredDecision Of(DecisionRecord record) =>
            new(record.Id, record.Reference, record.Version, record.Details, record.ReturnedBecause);
    }
}
