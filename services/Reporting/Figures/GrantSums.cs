using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Platform.Reporting.Figures;

/// <summary>
/// Adds up what returns say about a grant: its years, its targets, and what is assumed for quarters that nobody has reported.
/// </summary>
internal sealed class GrantSums(ReportingContext db)
{
    /// <summary>Whether grants are added up later: a rebuild does it once, at the end.</summary>
    public bool Later { get; set; }

    /// <summary>Locks these grants, so that nobody else changes their sums until this transaction is over.</summary>
    public Task LockAsync(IEnumerable<Guid> grants, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. grants.Distinct()];
        return db.Database.ExecuteSqlAsync(
            $"""
            select pg_advisory_xact_lock(hashtextextended('grant' || id, 0)) from (select id from
            unnest({ids}) u(id) order by hashtextextended('grant' || id, 0)) ids
            """,
            cancellationToken
        );
    }

    public async Task AddUpAsync(IReadOnlyList<Guid> grants, CancellationToken cancellationToken)
    {
        if (Later)
        {
            await db
                .Grants.Where(g => grants.Contains(g.Id) && g.IsAddedUp)
                .ExecuteUpdateAsync(g => g.SetProperty(x => x.IsAddedUp, false), cancellationToken);
            return;
        }
        if (grants.Count == 0)
            return;
        var known = await db
            .Grants.AsNoTracking()
            .Where(g => grants.Contains(g.Id))
            .Join(
                db.GrantDocuments.AsNoTracking(),
                g => g.Id,
                d => d.GrantId,
                (g, d) =>
                    new
                    {
                        g.Id,
                        g.PriorityPercent,
                        g.IsAddedUp,
                        d.Details,
                    }
            )
            .ToListAsync(cancellationToken);
        if (known.Count == 0)
            return;
        var figures = (await db.Figures.AsNoTracking().Where(f => grants.Contains(f.GrantId)).ToListAsync(cancellationToken)).ToLookup(f =>
            f.GrantId
        );
        var returns = (await db.Returns.AsNoTracking().Where(r => grants.Contains(r.GrantId)).ToListAsync(cancellationToken)).ToLookup(r =>
            r.GrantId
        );
        var targets = (await db.Targets.AsNoTracking().Where(t => grants.Contains(t.GrantId)).ToListAsync(cancellationToken)).ToLookup(t =>
            t.GrantId
        );
        var summed = known.Select(g => GrantSum.Of(g.Id, g.Details, g.PriorityPercent, [.. returns[g.Id]], [.. figures[g.Id]])).ToList();
        await SaveYearsAsync(grants, [.. summed.SelectMany(s => s.Years)], cancellationToken);
        await SaveAssumedAsync(
            [
                .. summed.SelectMany(s =>
                    s.Assumed.Where(a => a.Line.Assumed != a.Assumption?.Amount || a.Line.AssumedFrom != a.Assumption?.From)
                ),
            ],
            cancellationToken
        );
        await SaveAchievedAsync(
            [
                .. known.SelectMany(g =>
                    targets[g.Id]
                        .Select(t => (Target: t, Sum: GrantSum.Achieved(t, figures[g.Id]), OnPaper: returns[g.Id].Any(r => r.OnPaper)))
                        .Where(t => (t.Target.Achieved, t.Target.Challenged) != t.Sum || t.Target.OnPaper != t.OnPaper)
                ),
            ],
            cancellationToken
        );
        await db.TargetYears.Where(t => grants.Contains(t.GrantId)).ExecuteDeleteAsync(cancellationToken);
        await db.InsertAsync(
            [.. known.SelectMany(g => targets[g.Id].SelectMany(t => GrantSum.AchievedByYear(t, figures[g.Id])))],
            cancellationToken
        );
        if (known.Any(g => !g.IsAddedUp))
            await db
                .Grants.Where(g => grants.Contains(g.Id) && !g.IsAddedUp)
                .ExecuteUpdateAsync(g => g.SetProperty(x => x.IsAddedUp, true), cancellationToken);
    }

    private async Task SaveYearsAsync(IReadOnlyList<Guid> grants, IReadOnlyList<GrantYear> years, CancellationToken cancellationToken)
    {
        var before = await db.GrantYears.AsNoTracking().Where(y => grants.Contains(y.GrantId)).ToListAsync(cancellationToken);
        if (before.Select(Text).Order(StringComparer.Ordinal).SequenceEqual(years.Select(Text).Order(StringComparer.Ordinal)))
            return;
        await db.GrantYears.Where(y => grants.Contains(y.GrantId)).ExecuteDeleteAsync(cancellationToken);
        await db.InsertAsync(years, cancellationToken);
        await db.MoveMoneyAsync(before, years, cancellationToken);

        static string Text(GrantYear year) =>
            $"{year.GrantId} {year.Year} {year.Partnership.Code} {year.Programme} {string.Join(' ', Sum.Of(year).Values)} "
            + $"{year.PriorityPercent} {year.MatchPercent}";
    }

    private Task SaveAssumedAsync(IReadOnlyList<(ReturnRow Line, Assumption? Assumption)> changed, CancellationToken cancellationToken) =>
        changed.Count == 0
            ? Task.CompletedTask
            : db.Database.ExecuteSqlRawAsync(
                """
                update returns r set assumed = u.amount, assumed_from = u.by from unnest(@ids, @amounts, @by) u(id, amount, by) where
                r.id = u.id
                """,
                [
                    new NpgsqlParameter("ids", changed.Select(c => c.Line.Id).ToArray()),
                    new NpgsqlParameter("amounts", changed.Select(c => c.Assumption?.Amount.Pence).ToArray()),
                    new NpgsqlParameter<string?[]>("by", [.. changed.Select(c => c.Assumption?.From?.ToString())]),
                ],
                cancellationToken
            );

    private Task SaveAchievedAsync(
        IReadOnlyList<(TargetRow Target, (long Achieved, long Challenged) Sum, bool OnPaper)> changed,
        CancellationToken cancellationToken
    ) =>
        changed.Count == 0
            ? Task.CompletedTask
            : db.Database.ExecuteSqlRawAsync(
                """
                update targets t set achieved = u.achieved, challenged = u.challenged, on_paper = u.on_paper
                from unnest(@grants, @interventions, @indicators, @achieved, @challenged, @on_paper)
                u(grant_id, intervention, indicator, achieved, challenged, on_paper)
                where t.grant_id = u.grant_id and t.intervention_id = u.intervention and t.indicator = u.indicator
                """,
                [
                    new NpgsqlParameter("grants", changed.Select(c => c.Target.GrantId).ToArray()),
                    new NpgsqlParameter("interventions", changed.Select(c => c.Target.InterventionId).ToArray()),
                    new NpgsqlParameter("indicators", changed.Select(c => c.Target.Indicator).ToArray()),
                    new NpgsqlParameter("achieved", changed.Select(c => c.Sum.Achieved).ToArray()),
                    new NpgsqlParameter("challenged", changed.Select(c => c.Sum.Challenged).ToArray()),
                    new NpgsqlParameter("on_paper", changed.Select(c => c.OnPaper).ToArray()),
                ],
                cancellationToken
            );
}
