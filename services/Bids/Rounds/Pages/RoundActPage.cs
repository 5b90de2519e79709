using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>A page on which an officer acts on a round that bidders have seen.</summary>
internal abstract class RoundActPage(BidsContext db) : ActPage
{
    [FromRoute(Name = "reference")]
    public string InAddress { get; set; } = "";
    public Round Round { get; private set; } = null!;
    public override string Address => $"/rounds/{Round.Reference}";

    protected override int VersionNow => Round.Version;

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        (
            Round = (
                await db
                    .Rounds.AsNoTracking()
                    .SingleOrDefaultAsync(r => r.Reference == InAddress && r.PublishedAt != null, cancellationToken)
            )!
        )
            is not null;
}
