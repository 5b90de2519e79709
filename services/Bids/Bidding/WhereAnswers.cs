using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>Where the project takes place.</summary>
/// <param name="Areas">As <c>Areas.Read</c> returns them.</param>
/// <param name="Vintage">The census, 2011 or 2021; null where the areas show it.</param>
internal sealed record WhereAnswers(AreasRead Areas, int? Vintage) : SectionAnswers(BidSections.Where)
{
    private const int Most = 500;

    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership)
    {
        var problems = Areas
            .Unclear.Select(u => u.Message(partnership))
            .Concat(Areas.Found.Select(a => Bidding.Areas.Problem(a, partnership)).OfType<string>())
            .Select(message => new Problem(nameof(Areas), message))
            .ToList();
        if (Areas.Found.Count > Most)
            problems.Add(new(nameof(Areas), $"Enter {Most} areas or fewer"));
        if (Vintage is not (null or 2011 or 2021))
            problems.Add(new(nameof(Vintage), "Select 2011 or 2021"));
        else if (Bidding.Areas.CensusProblem(Areas.Found, Vintage) is { } wrong)
            problems.Add(new(nameof(Vintage), wrong));
        return problems;
    }

    // An area that both censuses have is the same in both.
    public override BidContent Apply(BidContent content) =>
        content with
        {
            Areas = Areas.Found,
            Vintage = Vintage ?? Bidding.Areas.CensusOf(Areas.Found) ?? (Areas.Found.Any(a => Lsoa.Find(a) is not null) ? 2021 : null),
        };
}
