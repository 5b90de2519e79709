using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Home.Pages;

/// <summary>What is waiting for somebody in the office, and what is missing.</summary>
internal sealed class OfficeHome
{
    /// <summary>A round, and how many of its bids are in each state.</summary>
    public sealed record RoundCounts(RoundRow Round, int Drafts, int Submitted, int UnderAssessment);

    /// <summary>A partnership, how many of its returns are overdue, and the due date of the oldest.</summary>
    public sealed record Owing(Partnership Partnership, int Count, DateOnly Oldest);

    public required DateOnly Today { get; init; }
    public required bool FollowsWork { get; init; }
    public required bool WritesRounds { get; init; }
    public IReadOnlyList<TimelineEntry> Alerts { get; private set; } = [];
    public IReadOnlyList<RoundCounts> Open { get; private set; } = [];

    /// <summary>Closed rounds with bids that await a decision.</summary>
    public IReadOnlyList<RoundCounts> Undecided { get; private set; } = [];
    public IReadOnlyList<ExtensionRow> Requests { get; private set; } = [];

    /// <summary>The bids that this person is to assess.</summary>
    public IReadOnlyList<AssessmentRow> Assessments { get; private set; } = [];

    /// <summary>Decision records that this person can sign next.</summary>
    public IReadOnlyList<DecisionRow> Mine { get; private set; } = [];

    /// <summary>Grants with a variation that this person can approve for finance.</summary>
    public IReadOnlyList<GrantRow> Variations { get; private set; } = [];
    public IReadOnlyList<DecisionRow> Others { get; private set; } = [];

    /// <summary>Partnerships that owe returns, most returns first.</summary>
    public IReadOnlyList<Owing> Overdue { get; private set; } = [];

    /// <summary>Returns that were sent back and are not back, by the day to be back by.</summary>
    public IReadOnlyList<ReturnRow> SentBack { get; private set; } = [];
    public IReadOnlyList<TimelineEntry> Activities { get; private set; } = [];

    private const string FailuresPage = "/failed-messages";
    private static readonly BidState[] Waiting = [BidState.Submitted, BidState.UnderAssessment];

    /// <summary>When each open freedom of information request is due, soonest first; for those who answer them.</summary>
    public IReadOnlyList<DateOnly> FoiDue { get; private set; } = [];

    public bool HasTasks => FoiDue.Count > 0 || Assessments.Count > 0 || Mine.Count > 0 || Variations.Count > 0 || Requests.Count > 0;

    public static Act ActAt(DecisionStep step) =>
        step switch
        {
            DecisionStep.AwaitingApproval => LinkedActs.ApproveDecision,
            DecisionStep.AwaitingDetermination => LinkedActs.DetermineDecision,
            _ => LinkedActs.SignDecision,
        };

    public static string WhoFor(DecisionStep step) =>
        step switch
        {
            DecisionStep.AwaitingApproval => "the chief executive or chief finance officer",
            DecisionStep.AwaitingDetermination => "the monitoring officer",
            _ => "the Commissioner",
        };

    public static async Task<OfficeHome> ReadAsync(ReportingContext db, Caller caller, CancellationToken cancellationToken)
    {
        var home = new OfficeHome
        {
            Today = London.DateOf(caller.At),
            FollowsWork = caller.May(Acts.FollowWork),
            WritesRounds = caller.May(LinkedActs.WriteRounds),
        };
        home.Overdue = [.. (
                await OverdueReport
                    .Of(db, new(), home.Today)
                    .GroupBy(r => r.Partnership)
                    .Select(g => new
                    {
                        g.Key,
                        Count = g.Count(),
                        Oldest = g.Min(r => r.AwaitedOn!.Value),
                    })
                    .ToListAsync(cancellationToken)
            ).OrderByDescending(g => g.Count).ThenBy(g => g.Key.Name).Select(g => new Owing(g.Key, g.Count, g.Oldest))];
        home.SentBack = await db
            .Returns.AsNoTracking()
            .Where(r => r.BackBy != null)
            .OrderBy(r => r.BackBy)
            .ThenBy(r => r.Id)
            .Take(50)
            .ToListAsync(cancellationToken);
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(r =>
                r.Published
                && r.OpensAt <= caller.At
                && (r.ClosesAt > caller.At || db.Bids.Any(b => b.RoundId == r.Id && Waiting.Contains(b.State)))
            )
            .OrderBy(r => r.ClosesAt)
            .ThenBy(r => r.Reference)
            .Select(r => new RoundCounts(
                r,
                db.Bids.Count(b => b.RoundId == r.Id && b.State == BidState.Draft),
                db.Bids.Count(b => b.RoundId == r.Id && b.State == BidState.Submitted),
                db.Bids.Count(b => b.RoundId == r.Id && b.State == BidState.UnderAssessment)
            ))
            .ToListAsync(cancellationToken);
        home.Open = [.. rounds.Where(r => r.Round.ClosesAt > caller.At)];
        if (!home.FollowsWork)
            return home;
        home.Undecided = [.. rounds.Where(r => r.Round.ClosesAt <= caller.At && r.Submitted + r.UnderAssessment > 0)];
        await home.ReadTasksAsync(db, caller, cancellationToken);
        await home.ReadLatestAsync(db, caller, cancellationToken);
        return home;
    }

    private async Task ReadTasksAsync(ReportingContext db, Caller caller, CancellationToken cancellationToken)
    {
        if (caller.May(LinkedActs.AnswerExtension))
            Requests = await db
                .Extensions.AsNoTracking()
                .Where(e => e.State == ExtensionState.Requested)
                .OrderBy(e => e.Id)
                .Take(50)
                .ToListAsync(cancellationToken);
        if (caller.May(Acts.AnswerFoi))
            FoiDue = await db
                .FoiRequests.Where(r => r.State == FoiState.Open)
                .OrderBy(r => r.DueOn)
                .Select(r => r.DueOn)
                .ToListAsync(cancellationToken);
        if (caller.May(LinkedActs.ApproveVariation))
            Variations = await db
                .Grants.AsNoTracking()
                .Where(g => g.Waiting != null && g.AskedBy != caller.Person.UserId)
                .OrderBy(g => g.Reference)
                .Take(50)
                .ToListAsync(cancellationToken);
        Assessments = await db
            .Assessments.AsNoTracking()
            .Where(a => a.AssessorId == caller.Person.UserId && (a.State == AssessmentState.Assigned || a.State == AssessmentState.Scoring))
            .OrderBy(a => a.BidReference)
            .ToListAsync(cancellationToken);
        var waiting = await db
            .Decisions.AsNoTracking()
            .Where(d =>
                d.Step == DecisionStep.AwaitingApproval
                || d.Step == DecisionStep.AwaitingDetermination
                || d.Step == DecisionStep.AwaitingDecision
            )
            .OrderBy(d => d.Reference)
            .Take(50)
            .ToListAsync(cancellationToken);
        // Somebody may have been asked to assess since the record went to the commissioner.
        var bids = waiting.Where(d => d.Step == DecisionStep.AwaitingDecision).SelectMany(d => d.Details.Bids).ToList();
        var assessed = await db
            .Assessments.Where(a =>
                a.AssessorId == caller.Person.UserId && a.State != AssessmentState.Cancelled && bids.Contains(a.BidReference)
            )
            .Select(a => a.BidReference)
            .ToListAsync(cancellationToken);
        Mine =
        [
            .. waiting.Where(d =>
                caller.May(ActAt(d.Step))
                && !d.Details.Barred().Contains(caller.Person.UserId)
                && (d.Step != DecisionStep.AwaitingDecision || !d.Details.Bids.Intersect(assessed).Any())
            ),
        ];
        if (caller.May(LinkedActs.PrepareDecision))
            Others = [.. waiting.Except(Mine)];
    }

    /// <summary>What somebody must see to, until a later event about the same thing says that it has been dealt with.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> AlertsAsync(
        ReportingContext db,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var (letters, failures) = (caller.May(LinkedActs.ReadLetters), caller.May(LinkedActs.ReadFailures));
        var found = await db
            .Activities.AsNoTracking()
            .Where(a => a.IsAlert && !db.Activities.Any(later => later.Id == a.Id && later.Version > a.Version))
            .Where(a => a.Link == FailuresPage ? failures : letters)
            .OrderByDescending(a => a.At)
            .ThenBy(a => a.Id)
            .Take(100)
            .ToListAsync(cancellationToken);
        return [.. found.DistinctBy(a => a.Topic).Take(5)];
    }

    // Whoever declared an interest in a bid sees nothing more of it.
    private async Task ReadLatestAsync(ReportingContext db, Caller caller, CancellationToken cancellationToken)
    {
        Alerts = await AlertsAsync(db, caller, cancellationToken);
        var conflicts = await db
            .Assessments.Where(a => a.AssessorId == caller.Person.UserId && a.State == AssessmentState.Conflicted)
            .Select(a => a.BidReference)
            .ToListAsync(cancellationToken);
        Activities = await db
            .Activities.AsNoTracking()
            .Where(a => !a.IsQuiet && !a.IsAlert && (a.BidReference == null || !conflicts.Contains(a.BidReference)))
            .OrderByDescending(a => a.At)
            .ThenByDescending(a => a.Version)
            .ThenBy(a => a.Id)
            .Take(10)
            .ToListAsync(cancellationToken);
    }
}
