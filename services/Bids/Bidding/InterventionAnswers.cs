using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>One intervention, added or changed.</summary>
internal sealed record InterventionAnswers(Intervention Typed) : SectionAnswers(BidSections.Interventions)
{
    public override string Part => $"interventions/{Typed.Id}";

    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership) =>
        InterventionRules.Problems(TypedIntervention.Tidy(Typed), round, partnership);

    public override IReadOnlyList<Problem> Problems(Bid bid, BiddingWindow window) =>
        [
            .. base.Problems(bid, window),
            .. PriorityRules.OfIntervention(TypedText.Line(Typed.Priority), Typed.Id, bid.Content, window.Profile),
        ];

    public override BidContent Apply(BidContent content) =>
        content with
        {
            Interventions = Listed.With(content.Interventions, TypedIntervention.Tidy(Typed), i => i.Id),
        };
}

/// <summary>Takes an intervention out of the bid.</summary>
internal sealed record InterventionRemoval(Guid Id) : SectionAnswers(BidSections.Interventions)
{
    public override string Part => $"interventions/{Id}";

    public override Result Find(BidContent content) => content.Interventions.Any(i => i.Id == Id) ? Result.Done : Result.NotFound;

    public override BidContent Apply(BidContent content) =>
        content with
        {
            Interventions = [.. content.Interventions.Where(i => i.Id != Id)],
        };
}

/// <summary>Changes lists whose things have ids.</summary>
internal static class Listed
{
    /// <summary>The list with the thing in place of the one that has its id, or added at the end.</summary>
    public static IReadOnlyList<T> With<T>(IReadOnlyList<T> list, T thing, Func<T, Guid> id) =>
        list.Any(t => id(t) == id(thing)) ? [.. list.Select(t => id(t) == id(thing) ? thing : t)] : [.. list, thing];
}
