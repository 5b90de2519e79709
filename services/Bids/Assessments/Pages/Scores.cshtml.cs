using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments.Pages;

[May(nameof(Acts.ReadAssessments))]
internal sealed class ScoresModel(BidsContext db, ScoreSheets sheets, Caller caller, ScoreBid score) : ActPage
{
    /// <summary>A score as it was posted: text until it has been read.</summary>
    public sealed class TypedScore
    {
        public Guid CriterionId { get; set; }
        public string? Score { get; set; }
        public string? Justification { get; set; }
    }

    [BindProperty]
    public List<TypedScore> Scores { get; set; } = [];
    public Assessment Assessment { get; private set; } = null!;

    /// <summary>Null, hidden from them, until this person has said whether they have an interest in it.</summary>
    public Bid? Bid { get; private set; }
    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];
    public IReadOnlyList<AssessmentScore> Own { get; private set; } = [];
    public int Submissions { get; private set; }
    public bool IsPanelComplete { get; private set; }

    /// <summary>The page on which an interest is declared or denied, before anything is scored.</summary>
    public override string Address => $"/assessments/{Reference}/interest";

    protected override int VersionNow => Assessment.Version;

    protected override bool IsPossible => Assessment.State != AssessmentState.Assigned;

    protected override (string Address, string Words)? WayOut(Result refused) =>
        IsPossible ? null : (Address, "Say whether you have an interest");

    protected override string StaleWords =>
        "You have saved this assessment in another window. To replace that with what is below, save again";

    private string Reference => (string)RouteData.Values["bid"]!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
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

    public Task<IActionResult> OnPostAsync(bool complete, CancellationToken cancellationToken)
    {
        var typed = Scores.Select(s => new CriterionScore(s.CriterionId, Read(s.Score), s.Justification ?? "")).ToList();
        this.Say(complete ? "Your scores are complete" : "Your scores are saved", complete ? null : "Nobody else sees them yet");
        return ActAsync(
            () => score.RunAsync(Reference, typed, complete, Version, cancellationToken),
            cancellationToken,
            complete ? $"/assessments/{Reference}" : "/assessments"
        );
    }

    // The page posts a digit; anything else is not a score.
    private static int? Read(string? chosen) =>
        string.IsNullOrEmpty(chosen) ? null
        : int.TryParse(chosen, out var read) ? read
        : -1;

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Assessment = (await db.OwnAssessmentAsync(caller, Reference, cancellationToken))!;
        if (Assessment is null)
            return false;
        Bid = await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Id == Assessment.BidId, cancellationToken);
        Criteria = (await db.Rounds.AsNoTracking().SingleAsync(r => r.Id == Assessment.RoundId, cancellationToken)).Criteria;
        Submissions = Bid is null ? 0 : await db.SubmissionsOf(Bid).CountAsync(cancellationToken);
        IsPanelComplete = Assessment.AllComplete(
            await db.Assessments.AsNoTracking().Where(a => a.BidId == Assessment.BidId).ToListAsync(cancellationToken)
        );
        Own = [.. (await sheets.OfBidAsync(Assessment.BidId, cancellationToken))[Assessment.Id]];
        // The page follows the criteria, whatever was posted.
        Scores = [.. Criteria.Select(c => Scores.Find(s => s.CriterionId == c.Id) ?? new() { CriterionId = c.Id })];
        return true;
    }
}
