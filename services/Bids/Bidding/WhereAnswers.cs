using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>Where the project takes place.</summary>
/// <param name="Areas">As <c>Areas.Read</c> gives them.</param>
/// <param name="Vintage">The census: 2011 or 2021; null until chosen.</param>
internal sealed record WhereAnswers(IReadOnlyList<string> Areas, int? Vintage) : SectionAnswers(BidSections.Where)
{
    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership)
    {
        var problems = Areas
            .Select(a => Bidding.Areas.Problem(a, partnership))
            .OfType<string>()
            .Select(p => new Problem(nameof(Areas), p))
            .ToList();
        if (Areas.Count > 500)
            problems.Add(new(nameof(Areas), "Enter 500 areas or fewer"));
        if (Vintage is not (null or 2011 or 2021))
            problems.Add(new(nameof(Vintage), "Select 2011 or 2021"));
        return problems;
    }

    public override BidContent Apply(BidContent content) => content with { Areas = [.. Areas.Distinct()], Vintage = Vintage };
}
