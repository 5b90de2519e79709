using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>One risk, added or changed.</summary>
internal sealed record RiskAnswers(Risk Typed) : SectionAnswers(BidSections.Risks)
{
    public override string Part => $"risks/{Typed.Id}";

    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership) => [.. Check()];

    public override BidContent Apply(BidContent content) =>
        content with
        {
            Risks = Listed.With(
                content.Risks,
                Typed with
                {
                    Description = TypedText.Tidy(Typed.Description),
                    Mitigation = TypedText.Tidy(Typed.Mitigation),
                    Owner = TypedText.Line(Typed.Owner),
                },
                r => r.Id
            ),
        };

    private IEnumerable<Problem> Check()
    {
        if (TypedText.Tidy(Typed.Description).Length is 0 or > 500)
            yield return new("Description", "Enter what may go wrong, in 500 characters or less");
        if (!Enum.IsDefined(Typed.Likelihood))
            yield return new("Likelihood", "Select how likely it is");
        if (!Enum.IsDefined(Typed.Impact))
            yield return new("Impact", "Select how bad it would be");
        if (TypedText.Tidy(Typed.Mitigation).Length is 0 or > 1000)
            yield return new("Mitigation", "Enter what is done about it, in 1,000 characters or less");
        if (TypedText.Line(Typed.Owner).Length > 100)
            yield return new("Owner", "Who watches it must be 100 characters or less");
    }
}

/// <summary>Takes a risk out of the bid.</summary>
internal sealed record RiskRemoval(Guid Id) : SectionAnswers(BidSections.Risks)
{
    public override string Part => $"risks/{Id}";

    public override Result Find(BidContent content) => content.Risks.Any(r => r.Id == Id) ? Result.Done : Result.NotFound;

    public override BidContent Apply(BidContent content) => content with { Risks = [.. content.Risks.Where(r => r.Id != Id)] };
}
