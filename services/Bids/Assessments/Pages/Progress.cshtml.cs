using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Assessments.Pages;

[May(nameof(Acts.AssignAssessors))]
[Says("The assessors are asked", "Each gets a letter")]
internal sealed class ProgressModel(BidsContext db, AssignAssessors assign) : ActPage
{
    public sealed record Row(Bid Bid, IReadOnlyList<Assessment> Assessments, decimal? Percent);

    [BindProperty]
    public List<string> Bids { get; set; } = [];

    [BindProperty]
    public List<Guid> Assessors { get; set; } = [];
    public Round Round { get; private set; } = null!;
    public Result MayBegin { get; private set; } = Result.Done;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<KnownPerson> Candidates { get; private set; } = [];

    public IReadOnlyList<Person> Asked =>
        [.. Rows.SelectMany(r => r.Assessments).GroupBy(a => a.AssessorId).Select(g => g.First().Assessor).OrderBy(p => p.Name)];
    public IReadOnlyList<Assessment> Interests => [.. Rows.SelectMany(r => r.Assessments).Where(a => a.Interest is not null)];

    /// <summary>Bids for which assessors can still be asked.</summary>
    public IReadOnlyList<Bid> Open =>
        [.. Rows.Where(r => r.Percent is null && r.Bid.State is BidState.Submitted or BidState.UnderAssessment).Select(r => r.Bid)];

    [FromRoute]
    public string Reference { get; set; } = "";
    public override string Address => $"/rounds/{Reference}/assessments";

    protected override int VersionNow => Round.Version;

    protected override string StaleWords => "A colleague has just changed the assessors of these bids. Check the table and ask again";

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(() => assign.RunAsync(new(Reference, Bids, Assessors), cancellationToken), cancellationToken);

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Round = (await db.Rounds.AsNoTracking().SingleOrDefaultAsync(r => r.Reference == Reference, cancellationToken))!;
        if (Round is null)
            return false;
        MayBegin = Assessment.MayBegin(Round);
        var bids = await db
            .Bids.AsNoTracking()
            .Where(b => b.RoundId == Round.Id && RankingQuery.RankedStates.Contains(b.State))
            .OrderBy(b => b.Reference)
            .ToListAsync(cancellationToken);
        var assessments = await db
            .Assessments.AsNoTracking()
            .Where(a => a.RoundId == Round.Id && a.State != AssessmentState.Cancelled)
            .ToListAsync(cancellationToken);
        var agreed = await db
            .Moderations.AsNoTracking()
            .Where(m => m.RoundId == Round.Id)
            .ToDictionaryAsync(m => m.BidId, m => (decimal?)m.Percent, cancellationToken);
        Rows = [.. bids.Select(b => new Row(b, [.. assessments.Where(a => a.BidId == b.Id)], agreed.GetValueOrDefault(b.Id)))];
        Candidates = await db.WhoMayAsync(Acts.AssessBids, null, cancellationToken);
        return true;
    }
}
