using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>One intervention of a grant, as requests ask about it: which areas it covers, what is bought.</summary>
/// <param name="Grant">The grant's reference.</param>
/// <param name="InterventionId">The intervention's id.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Partnership">The partnership that delivers it.</param>
/// <param name="Areas">LSOAs in the order in which they were written.</param>
/// <param name="HasOwnAreas">Whether the areas are its own and not simply all of its bid's.</param>
/// <param name="Planned">What is to be bought.</param>
/// <param name="Bought">What returns say was bought.</param>
internal sealed record FoiProject(
    string Grant,
    Guid InterventionId,
    string Name,
    Partnership Partnership,
    IReadOnlyList<string> Areas,
    bool HasOwnAreas,
    IReadOnlyList<Asset> Planned,
    IReadOnlyList<Asset> Bought
)
{
    /// <summary>Whether the office has sent back a return that says what was bought, and waits for it.</summary>
    public bool IsChallenged { get; init; }

    /// <summary>What its place is called: the intervention where it has areas of its own, otherwise the partnership.</summary>
    public string Place => HasOwnAreas ? Name : Partnership.Name;

    /// <summary>Its cameras: those bought, and those planned but not bought yet.</summary>
    public IReadOnlyList<FoiCamera> Cameras()
    {
        var bought = Bought
            .Where(IsCamera)
            .GroupBy(a => (a.Kind, a.Model, a.Description))
            .Select(g => g.First() with { Quantity = g.Sum(a => a.Quantity) })
            .ToList();
        var left = bought.Select(b => (Asset: b, Quantity: b.Quantity)).ToList();
        var cameras = bought.Select(b => new FoiCamera(b, true)).ToList();
        // What was bought is taken off the plan that fits best: first of the same thing, then of the same kind.
        foreach (var planned in Planned.Where(IsCamera))
        {
            var open = planned.Quantity;
            foreach (
                var fits in (Func<Asset, bool>[])
                    [
                        a => Same(a.Model, planned.Model) && Same(a.Description, planned.Description),
                        a => Same(a.Model, planned.Model) || Same(a.Description, planned.Description),
                        _ => true,
                    ]
            )
                for (var i = 0; i < left.Count && open > 0; i++)
                {
                    if (!Same(left[i].Asset.Kind, planned.Kind) || !fits(left[i].Asset))
                        continue;
                    var taken = Math.Min(open, left[i].Quantity);
                    (open, left[i]) = (open - taken, (left[i].Asset, left[i].Quantity - taken));
                }
            if (open > 0)
                cameras.Add(new(planned with { Quantity = open }, false));
        }
        return cameras;
    }

    private static bool IsCamera(Asset asset) =>
        new[] { "camera", "CCTV", "ANPR" }.Any(word =>
            $"{asset.Kind} {asset.Description}".Contains(word, StringComparison.OrdinalIgnoreCase)
        );

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Cameras of one kind, model and description.</summary>
/// <param name="Asset">What they are, and how many.</param>
/// <param name="IsBought">Whether a return reports that they were bought.</param>
internal sealed record FoiCamera(Asset Asset, bool IsBought);
