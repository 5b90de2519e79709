using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>One page of an intervention. Two people on different pages of it can both save.</summary>
internal abstract record InterventionPart(Guid Id, string Page) : SectionAnswers(BidSections.Interventions)
{
    public override string Part => $"interventions/{Id}/{Page}";

    public override Result Find(BidContent content) => content.Interventions.Any(i => i.Id == Id) ? Result.Done : Result.NotFound;

    public override BidContent Apply(BidContent content) =>
        content with
        {
            Interventions = [.. content.Interventions.Select(i => i.Id == Id ? TypedIntervention.Tidy(Change(i)) : i)],
        };

    protected abstract Intervention Change(Intervention saved);
}

/// <summary>The first page, which also adds the intervention.</summary>
internal sealed record InterventionAbout(
    Guid Id,
    string? Name,
    string? Kind,
    string? Description,
    DateOnly? From,
    DateOnly? To,
    bool ServesPriority,
    string? Priority = null
) : InterventionPart(Id, "about")
{
    public override Result Find(BidContent content) => Result.Done;

    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership) =>
        [.. InterventionRules.About(TypedIntervention.Tidy(Change(New)), round)];

    public override IReadOnlyList<Problem> Problems(Bid bid, BiddingWindow window) =>
        [.. base.Problems(bid, window), .. PriorityRules.OfIntervention(TypedText.Line(Priority), Id, bid.Content, window.Profile)];

    public override BidContent Apply(BidContent content) =>
        base.Apply(content.Interventions.Any(i => i.Id == Id) ? content : content with { Interventions = [.. content.Interventions, New] });

    protected override Intervention Change(Intervention saved) =>
        saved with
        {
            Name = Name ?? "",
            Kind = Kind ?? "",
            Description = Description ?? "",
            From = From,
            To = To,
            ServesPriority = ServesPriority,
            Priority = Priority ?? "",
        };

    private Intervention New => new(Id, "", "", [], [], []);
}

internal sealed record InterventionBudget(Guid Id, IReadOnlyList<BudgetLine> Lines) : InterventionPart(Id, "budget")
{
    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership) => [.. InterventionRules.Budget(Lines, round)];

    protected override Intervention Change(Intervention saved) => saved with { Budget = Lines };
}

internal sealed record InterventionOutputs(Guid Id, IReadOnlyList<Output> Outputs) : InterventionPart(Id, "outputs")
{
    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership) => [.. InterventionRules.Outputs(Outputs)];

    protected override Intervention Change(Intervention saved) => saved with { Outputs = Outputs };
}

internal sealed record InterventionAssets(Guid Id, IReadOnlyList<Asset> Assets) : InterventionPart(Id, "assets")
{
    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership) => [.. InterventionRules.Assets(Assets)];

    protected override Intervention Change(Intervention saved) => saved with { Assets = Assets };
}

/// <param name="Id">The intervention.</param>
/// <param name="Areas">Some of the bid's; none for all of them.</param>
internal sealed record InterventionAreas(Guid Id, IReadOnlyList<string> Areas) : InterventionPart(Id, "areas")
{
    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership) =>
        [.. InterventionRules.Places(Areas, partnership)];

    protected override Intervention Change(Intervention saved) => saved with { Areas = Areas };
}
