using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Decisions;

/// <summary>What a record's operations and pages read about its bids and about other records.</summary>
internal static class DecisionReading
{
    /// <summary>Whether somebody may read a record that is not public.</summary>
    public static bool MayRead(this Caller caller, DecisionRecord record) =>
        caller.May(Acts.ReadUnsigned) || (caller.May(Acts.ReadDecisions) && record.Step == DecisionStep.Decided);

    public static async Task<IReadOnlyList<CoveredBid>> CoveredAsync(
        this BidsContext db,
        IReadOnlyList<string> references,
        CancellationToken cancellationToken
    )
    {
        var bids = await db.Bids.Where(b => references.Contains(b.Reference)).OrderBy(b => b.Reference).ToListAsync(cancellationToken);
        var roundIds = bids.Select(b => b.RoundId).Distinct().ToList();
        var rounds = await db.Rounds.Where(r => roundIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var agreed = await db
            .Moderations.Where(m => references.Contains(m.BidReference))
            .ToDictionaryAsync(m => m.BidReference, cancellationToken);
        return [.. bids.Select(b => new CoveredBid(b, rounds[b.RoundId], agreed.GetValueOrDefault(b.Reference)))];
    }

    /// <summary>Those of some grants that there are, by reference.</summary>
    public static async Task<IReadOnlyCollection<string>> GrantedAsync(
        this BidsContext db,
        IReadOnlyList<string> references,
        CancellationToken cancellationToken
    ) => await db.Grants.Where(g => references.Contains(g.Reference)).Select(g => g.Reference).ToListAsync(cancellationToken);

    /// <summary>Those with a grant, of a record's bids and of the bids of the record that it corrects.</summary>
    public static Task<IReadOnlyCollection<string>> GrantedAsync(
        this BidsContext db,
        DecisionRecord record,
        DecisionRecord? corrected,
        CancellationToken cancellationToken
    ) => db.GrantedAsync([.. record.Bids.Union(corrected?.Bids ?? [])], cancellationToken);

    /// <summary>Those who assess a bid that the record covers, by user id: somebody else must sign the decision.</summary>
    public static IQueryable<Guid> AssessorsOf(this BidsContext db, DecisionRecord record) =>
        db.Assessments.Where(a => a.State != AssessmentState.Cancelled && record.Bids.Contains(a.BidReference)).Select(a => a.AssessorId);

    /// <summary>Why somebody may not sign a record at the step at which it is; null where they may, or where nothing is signed.</summary>
    public static async Task<string?> BarredAsync(
        this BidsContext db,
        DecisionRecord record,
        DecisionStep step,
        Person who,
        CancellationToken cancellationToken
    ) =>
        step is not (DecisionStep.AwaitingApproval or DecisionStep.AwaitingDetermination or DecisionStep.AwaitingDecision) ? null
        : record.MaySign(step, who) is { IsDone: false } refused ? refused.Problems[0].Message
        : step == DecisionStep.AwaitingDecision && await db.AssessorsOf(record).ContainsAsync(who.UserId, cancellationToken)
            ? AssessorConflict.OfSigner.Problems[0].Message
        : null;

    /// <summary>The record that this one corrects; null for none.</summary>
    public static Task<DecisionRecord?> CorrectedAsync(this BidsContext db, DecisionRecord record, CancellationToken cancellationToken) =>
        db.Decisions.SingleOrDefaultAsync(d => d.Reference == record.Details.Supersedes, cancellationToken);

    /// <summary>The reference of the record that is being written to correct that one; null for none.</summary>
    public static async Task<string?> CorrectionOfAsync(this BidsContext db, string wrong, CancellationToken cancellationToken)
    {
        // The record that it corrects is named inside the JSON. Few records are under way at a time.
        var open = await db
            .Decisions.AsNoTracking()
            .Where(d => d.Step != DecisionStep.Decided && d.Step != DecisionStep.Dropped)
            .Select(d => d.Details)
            .ToListAsync(cancellationToken);
        return open.Find(d => d.Supersedes == wrong)?.Reference;
    }
}
