using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments.Pages;

[May(nameof(Acts.AssignAssessors))]
[Says("The assessor is taken off the bid", "They get a letter")]
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

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await ActAsync(() => cancel.RunAsync(Assessment.BidReference, Assessment.AssessorId, cancellationToken), cancellationToken)
            : NotFound();

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Assessment = (await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == Id, cancellationToken))!;
        return Assessment is not null
            && await db.Rounds.AnyAsync(r => r.Id == Assessment.RoundId && r.Reference == Reference, cancellationToken)
            && await db.Bids.AnyAsync(b => b.Id == Assessment.BidId, cancellationToken);
    }
}
