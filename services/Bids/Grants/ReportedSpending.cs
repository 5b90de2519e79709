using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Grants;

/// <summary>What a return says was spent of its grant's money, as it was last submitted or accepted.</summary>
internal sealed class ReportedSpending : IOfPartnership
{
    /// <summary>The return.</summary>
    public Guid Id { get; private init; }
    public int Version { get; private set; }
    public Guid GrantId { get; private init; }
    public Partnership Partnership { get; private init; } = null!;

    /// <summary>By intervention and year, corrections of earlier years included.</summary>
    public IReadOnlyList<SpentIn> Spent { get; private set; } = [];

    public static ReportedSpending Of(Guid id, ReturnDetails told) =>
        new()
        {
            Id = id,
            GrantId = told.GrantId,
            Partnership = told.Partnership,
        };

    /// <summary>Takes what a return says, unless something newer is known.</summary>
    public void Take(int version, ReturnDetails told)
    {
        if (version <= Version)
            return;
        Version = version;
        Spent =
        [
            .. told.Lines.Select(l => new SpentIn(
                l.InterventionId,
                told.Quarter.Year,
                (l.Capital ?? Money.Zero) + (l.Revenue ?? Money.Zero)
            )),
            .. told.Lines.SelectMany(l =>
                l.Adjustments.Where(a => a.Kind is not null).Select(a => new SpentIn(l.InterventionId, a.Quarter.Year, new(a.Now - a.Was)))
            ),
        ];
    }
}
