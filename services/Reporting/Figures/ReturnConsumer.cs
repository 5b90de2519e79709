using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>Keeps how far each return has got, how late it was, and the figures of those that came in.</summary>
internal sealed class ReturnConsumer(ReportingContext db, GrantSums sums)
    : Projection,
        IFrom<ReturnScheduled>,
        IFrom<ReturnRescheduled>,
        IFrom<ReturnOpened>,
        IFrom<ReturnSaved>,
        IFrom<ReturnReady>,
        IFrom<ReturnDeclined>,
        IFrom<ReturnSubmitted>,
        IFrom<ReturnSentBack>,
        IFrom<ReturnAccepted>,
        IFrom<ReturnExtended>,
        IFrom<ReturnNotRequired>,
        IFrom<ReturnReminded>,
        IFrom<ReturnChased>,
        IFrom<ChasingChanged>,
        IFrom<ReplyNoted>
{
    public override async Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        var returns = events.Cast<Event<ReturnDetails>>().ToList();
        var grants = returns.Select(e => e.Details.GrantId).Distinct().ToList();
        await sums.LockAsync(grants, cancellationToken);
        var ids = returns.Select(e => e.Id).Distinct().ToList();
        var lines = await db.Returns.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var counted = new PunctualityChange();
        var said = new List<(ReturnRow, ReturnDetails)>();
        var challenged = new List<ReturnRow>();
        // Most events change nothing that is added up: a save, a reminder.
        var moved = new HashSet<Guid>();
        foreach (var of in returns.GroupBy(e => e.Id))
        {
            var isNew = !lines.TryGetValue(of.Key, out var line);
            if (line is null)
                db.Add(line = new() { Id = of.Key });
            else
                counted.Take(line);
            var wasNeeded = line.State != ReturnState.NotRequired;
            var before = line.Challenged;
            Keep(line, of.MaxBy(e => e.Version)!);
            if (isNew || wasNeeded != (line.State != ReturnState.NotRequired))
                moved.Add(line.GrantId);
            // The rung is not part of the return's state, so the highest seen for its due date is kept, whatever the order of events.
            foreach (var chased in of.OfType<ReturnChased>().Where(e => (e.Details.DueOn, e.Details.BackBy) == (line.DueOn, line.BackBy)))
                line.Rung = Math.Max(line.Rung ?? int.MinValue, chased.Rung.WorkingDays);
            // Figures count from submission: a draft's do not count yet, and a return that was sent back keeps those it submitted.
            if (
                of.Where(e => e.Version > line.FiguresVersion && e.Details.State is ReturnState.Submitted or ReturnState.Accepted)
                    .MaxBy(e => e.Version) is
                { } came
            )
            {
                line.FiguresVersion = came.Version;
                said.Add((line, came.Details));
                moved.Add(line.GrantId);
            }
            if (!line.Challenged.SequenceEqual(before))
            {
                challenged.Add(line);
                moved.Add(line.GrantId);
            }
            counted.Add(line);
        }
        await db.SaveChangesAsync(cancellationToken);
        await counted.SaveAsync(db, cancellationToken);
        var figures = new ReturnFigures(db);
        await figures.KeepAsync(said, cancellationToken);
        await figures.ChallengeAsync(challenged, cancellationToken);
        await sums.AddUpAsync([.. moved], cancellationToken);
    }

    private static void Keep(ReturnRow line, Event<ReturnDetails> happened)
    {
        if (line.Version >= happened.Version)
            return;
        var details = happened.Details;
        line.Version = happened.Version;
        if ((line.DueOn, line.BackBy) != (details.DueOn, details.BackBy))
            line.Rung = null;
        line.GrantId = details.GrantId;
        line.GrantReference = details.GrantReference;
        line.Programme = details.Programme;
        (line.Title, line.Partnership) = (details.Title, details.Partnership);
        line.Quarter = details.Quarter;
        line.OpensOn = details.OpensOn;
        line.DueOn = details.DueOn;
        line.BackBy = details.BackBy;
        line.AwaitedOn = details.BackBy ?? (details.IsOwed ? details.DueOn : null);
        line.ReworkDaysLate = details.ReworkDaysLate;
        line.Challenged = details.BackBy is null ? [] : [.. details.SentBack.Select(n => n.Section)];
        line.State = details.State;
        line.OnPaper = details.OnPaper;
        line.IsOwed = details.IsOwed;
        line.FirstSubmittedAt = details.FirstSubmittedAt;
        line.WorkingDaysLate = details.WorkingDaysLate;
        line.Chasing = details.Chasing;
        line.PaymentHeld = details.PaymentHeld;
        line.NamedToBoard = details.NamedToBoard;
    }
}
