using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments.Pages;

[May(nameof(Acts.ReadAssessments))]
internal sealed class ScoresModel(BidsContext db, ScoreSheets sheets, Caller caller, ScoreBid score) : PageModel
{
    /// <summary>A score as it is chosen: text until it has been read.</summary>
    public sealed class TypedScore
    {
        public Guid CriterionId { get; set; }
        public string? Score { get; set; }
        public string? Justification { get; set; }
    }

    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public List<TypedScore> Scores { get; set; } = [];
    public Assessment Assessment { get; private set; } = null!;
    public Bid Bid { get; private set; } = null!;
    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];
    public IReadOnlyList<AssessmentScore> Own { get; private set; } = [];
    public int Submissions { get; private set; }
    public bool IsPanelComplete { get; private set; }

    public async Task<IActionResult> OnGetAsync(string bid, CancellationToken cancellationToken)
    {
        if (await LoadAsync(bid, cancellationToken) is { } elsewhere)
            return elsewhere;
        Version = Assessment.Version;
        Scores =
        [
            .. Criteria
                .Select(c => (c.Id, Kept: Own.FirstOrDefault(s => s.CriterionId == c.Id)))
                .Select(c => new TypedScore
                {
                    CriterionId = c.Id,
                    Score = c.Kept?.Score?.ToString(),
                    Justification = c.Kept?.Justification,
                }),
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string bid, bool complete, CancellationToken cancellationToken)
    {
        var typed = Scores.Select(s => new CriterionScore(s.CriterionId, Read(s.Score), s.Justification ?? "")).ToList();
        var result = await score.RunAsync(bid, typed, complete, Version, cancellationToken);
        if (result.IsDone)
            return Redirect(complete ? $"/assessments/{bid}" : "/assessments");
        if (result.Kind == ResultKind.NotFound)
            return NotFound();
        if (await LoadAsync(bid, cancellationToken) is { } elsewhere)
            return elsewhere;
        result.AddTo(ModelState);
        if (result.Kind == ResultKind.Stale)
        {
            ModelState.AddModelError(
                "",
                "You have saved this assessment in another window. To replace that with what is below, save again"
            );
            ModelState.Remove(nameof(Version));
            Version = Assessment.Version;
        }
        return Page();
    }

    // What is chosen is a digit; anything else is a score that there is not.
    private static int? Read(string? chosen) =>
        string.IsNullOrEmpty(chosen) ? null
        : int.TryParse(chosen, out var read) ? read
        : -1;

    private async Task<IActionResult?> LoadAsync(string reference, CancellationToken cancellationToken)
    {
        Assessment = (await db.OwnAssessmentAsync(caller, reference, cancellationToken))!;
        if (Assessment is null)
            return NotFound();
        if (Assessment.State == AssessmentState.Assigned)
            return Redirect($"/assessments/{reference}/interest");
        Bid = await db.Bids.AsNoTracking().SingleAsync(b => b.Id == Assessment.BidId, cancellationToken);
        Criteria = (await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == Bid.RoundId, cancellationToken)).Criteria;
        Submissions = await db.SubmissionsOf(Bid).CountAsync(cancellationToken);
        IsPanelComplete = Assessment.AllComplete(
            await db.Assessments.AsNoTracking().Where(a => a.BidId == Bid.Id).ToListAsync(cancellationToken)
        );
        Own = [.. (await sheets.OfBidAsync(Bid.Id, cancellationToken))[Assessment.Id]];
        // The page is made of the criteria, whatever was posted.
        Scores = [.. Criteria.Select(c => Scores.Find(s => s.CriterionId == c.Id) ?? new() { CriterionId = c.Id })];
        return null;
    }
}
