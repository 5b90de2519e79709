using Platform.Contracts;

namespace Platform.Bids.Decisions;

/// <summary>What programs send of a decision record; what they leave out is empty.</summary>
internal static class DecisionBodies
{
    /// <summary>Of the bids that have no item, each is promised what it asks for.</summary>
    public sealed record DecisionBody(
        string? Title,
        DateOnly? Date,
        DateOnly? ReceivedOn,
        IReadOnlyList<string>? OfficersPresent,
        string? Summary,
        string? KeyPoints,
        string? Scope,
        IReadOnlyList<string>? Bids,
        IReadOnlyList<DecidedBidBody>? Items
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
                Items =
                [
                    .. items.Select(i => i.Read()),
                    .. (Bids ?? []).Except(items.Select(i => i.Bid ?? "")).Select(b => new DraftItem(b)),
                ],
            };
        }
    }

    public sealed record DecidedBidBody(
        string? Bid,
        string? Place,
        IReadOnlyList<DecidedInterventionBody>? Interventions,
        IReadOnlyList<string>? Conditions
    )
    {
        internal DraftItem Read() =>
            new(Bid, Place, Interventions is null ? null : [.. Interventions.Where(i => i is not null).Select(i => i.Read())], Conditions);
    }

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

    public sealed record AwardBody(FinancialYear Year, SpendKind Kind, Money Amount, Money? Before);

    public sealed record ApprovalBody(string? Name, string? Office);

    public sealed record ReturnedBody(string? Reason);

    public sealed record DeterminationBody(bool? PublishRecord, bool? PublishDecision, string? Reasons, string? Name);

    public sealed record SignatureBody(Decision? Decision, string? Name);

    public sealed record SequenceBody(int? Last);

    public sealed record BegunDecision(string Reference);

    public sealed record StoredDecision(Guid Id, string Reference, int Version, DecisionDetails Record, string? ReturnedBecause)
    {
        internal static StoredDecision Of(DecisionRecord record) =>
            new(record.Id, record.Reference, record.Version, record.Details, record.ReturnedBecause);
    }
}
