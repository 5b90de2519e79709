using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>One source of match funding, added or changed.</summary>
internal sealed record MatchAnswers(MatchLine Typed) : SectionAnswers(BidSections.Match)
{
    public override string Part => $"match-funding/{Typed.Id}";

    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership) => [.. Check(round)];

    public override BidContent Apply(BidContent content) =>
        content with
        {
            Match = Listed.With(content.Match, Typed with { Source = TypedText.Line(Typed.Source) }, m => m.Id),
        };

    private IEnumerable<Problem> Check(Round round)
    {
        if (TypedText.Line(Typed.Source).Length is 0 or > 100)
            yield return new("Source", "Enter who gives it, in 100 characters or less");
        if (!round.FundingYears.Contains(Typed.Year))
            yield return new("Year", $"Select one of this round’s years: {string.Join(", ", round.FundingYears)}");
        if (!Enum.IsDefined(Typed.Kind))
            yield return new("Kind", "Select cash or in kind");
        if (Typed.Amount <= Money.Zero)
            yield return new("Amount", "Amount must be more than £0");
        else if (Typed.Amount > Money.Largest)
            yield return new("Amount", $"Amount must be {Money.Largest} or less");
    }
}

/// <summary>Takes a source of match funding out of the bid.</summary>
internal sealed record MatchRemoval(Guid Id) : SectionAnswers(BidSections.Match)
{
    public override string Part => $"match-funding/{Id}";

    public override Result Find(BidContent content) => content.Match.Any(m => m.Id == Id) ? Result.Done : Result.NotFound;

    public override BidContent Apply(BidContent content) => content with { Match = [.. content.Match.Where(m => m.Id != Id)] };
}
