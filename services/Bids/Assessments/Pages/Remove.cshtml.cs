using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments.Pages;

[Authorize(Roles = Roles.Officer)]
internal sealed class RemoveModel(BidsContext db, CancelAssessment cancel) : ActPage
{
    [FromRoute]
    public string Reference { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }
    public Assessment Assessment { get; private set; } = null!;
    public override string Address => $"/rounds/{Reference}/assessments";

    protected override int VersionNow => Assessment.Version;

    protected override string StaleWords => $"{Assessment.AssessorName} has just saved something. Check it, and take them off again";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation)
            ? await ActAsync(() => cancel.RunAsync(Assessment.BidReference, Assessment.AssessorId, cancellation), cancellation)
            : NotFound();

    protected override async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        Assessment = (await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, cancellation))!;
        return Assessment is not null
            && await db.Rounds.AnyAsync(r => r.Id == Assessment.RoundId && r.Reference == Reference, cancellation)
            && await db.Bids.AnyAsync(b => b.Id == Assessment.BidId, cancellation);
    }
}
