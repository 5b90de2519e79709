using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Papers;

/// <summary>
/// Reads all the figures of a board paper in one transaction, so that they all belong to one moment. It is a separate one, because in the
/// transaction of an Idempotency-Key every statement sees newer data.
/// </summary>
internal sealed class FreezeFigures(DbContextOptions<ReportingContext> options, Caller caller) : IAsyncDisposable
{
    private readonly ReportingContext db = new(options, caller);

    public ValueTask DisposeAsync() => db.DisposeAsync();

    public async Task<PaperFigures> RunAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
        var day = London.DateOf(at);
        var overdue = await OverdueReport
            .NotIn(db, new(), day)
            .AsNoTracking()
            .OrderBy(r => r.DueOn)
            .ThenBy(r => r.Id)
            .Take(1000)
            .ToListAsync(cancellationToken);
        var sentBack = await db
            .Returns.AsNoTracking()
            .Where(r => r.BackBy != null)
            .OrderBy(r => r.BackBy)
            .ThenBy(r => r.Id)
            .Take(1000)
            .ToListAsync(cancellationToken);
        return new(
            at,
            await GrantsAsync(day, cancellationToken),
            await MoneyAsync(FinancialYear.Of(day), cancellationToken),
            await RoundsAsync(at, cancellationToken),
            [
                .. overdue
                    .OrderBy(r => r.Partnership.Name, StringComparer.Ordinal)
                    .ThenBy(r => r.Quarter)
                    .ThenBy(r => r.GrantReference, StringComparer.Ordinal)
                    .Select(r => new PaperOverdue(
                        r.GrantReference,
                        r.Programme,
                        r.Partnership,
                        r.Quarter,
                        r.DueOn,
                        WorkingDays.Between(r.DueOn, day),
                        r.NamedToBoard,
                        r.PaymentHeld,
                        r.Address
                    )),
            ]
        )
        {
            SentBack =
            [
                .. sentBack
                    .OrderBy(r => r.Partnership.Name, StringComparer.Ordinal)
                    .ThenBy(r => r.Quarter)
                    .ThenBy(r => r.GrantReference, StringComparer.Ordinal)
                    .Select(r => new PaperSentBack(
                        r.GrantReference,
                        r.Programme,
                        r.Partnership,
                        r.Quarter,
                        r.BackBy!.Value,
                        r.IsOverdueOn(day),
                        WorkingDays.Between(r.BackBy.Value, day),
                        r.NamedToBoard,
                        r.PaymentHeld,
                        r.Address
                    )),
            ],
        };
    }

    // Grants that are being delivered, or ended in the past year.
    private async Task<IReadOnlyList<PaperGrant>> GrantsAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var grants = await db
            .Grants.AsNoTracking()
            .Where(g => g.DeliveryFrom <= day && g.DeliveryTo >= day.AddYears(-1))
            .ToListAsync(cancellationToken);
        var ids = grants.Select(g => g.Id).ToList();
        var documents = await db
            .GrantDocuments.AsNoTracking()
            .Where(d => ids.Contains(d.GrantId))
            .ToDictionaryAsync(d => d.GrantId, d => d.Details, cancellationToken);
        var targets = (
            await db.Targets.AsNoTracking().Where(t => ids.Contains(t.GrantId)).OrderBy(t => t.Order).ToListAsync(cancellationToken)
        ).ToLookup(t => (t.GrantId, t.InterventionId));
        var progress = await db
            .Progress.AsNoTracking()
            .Where(p => ids.Contains(p.GrantId))
            .ToDictionaryAsync(p => (p.GrantId, p.InterventionId), cancellationToken);
        var returns = (
            await db
                .Returns.AsNoTracking()
                .Where(r => ids.Contains(r.GrantId) && (r.FiguresVersion > 0 || r.OnPaper))
                .ToListAsync(cancellationToken)
        ).ToLookup(r => r.GrantId);
        return
        [
            .. from grant in grants
            where documents.ContainsKey(grant.Id)
            orderby grant.Programme, grant.Partnership.Name, grant.Reference
            select Of(
                grant,
                documents[grant.Id],
                [.. returns[grant.Id]],
                id => [.. targets[(grant.Id, id)]],
                id => progress.GetValueOrDefault((grant.Id, id))
            ),
        ];
    }

    private static PaperGrant Of(
        GrantRow grant,
        GrantDetails details,
        IReadOnlyList<ReturnRow> returns,
        Func<Guid, IReadOnlyList<TargetRow>> targets,
        Func<Guid, ProgressRow?> progress
    )
    {
        var last = returns.Max(r => r.FirstSubmittedAt) is { } at ? London.DateOf(at) : (DateOnly?)null;
        var current = details.Interventions.Select(i => i.Id).ToHashSet();
        var here = returns.Where(r => !r.OnPaper).ToList();
        return new(
            grant.Reference,
            grant.Programme,
            grant.Partnership,
            grant.Title,
            grant.DeliveryFrom,
            grant.DeliveryTo,
            here.Count == 0 ? null : here.Max(r => r.Quarter),
            last,
            [
                .. details
                    .Variations.Where(v => v.Amounts.Count > 0 && v.On > last)
                    .Select(v => new PaperVariation(v.Number, v.On, v.Reason)),
            ],
            [
                .. details
                    .Interventions.Concat(details.Original.Where(i => !current.Contains(i.Id)))
                    .Select(i =>
                        Of(i, grant, !current.Contains(i.Id), targets(i.Id), progress(i.Id)) with
                        {
                            IsChallenged = progress(i.Id) is { } said && returns.Any(r => r.Quarter == said.Quarter && r.Challenges(i.Id)),
                        }
                    ),
            ],
            returns.Any(r => r.OnPaper)
        );
    }

    private static PaperIntervention Of(
        Intervention intervention,
        GrantRow grant,
        bool gone,
        IReadOnlyList<TargetRow> targets,
        ProgressRow? progress
    ) =>
        new(
            intervention.Name,
            intervention.To is { } to && to < grant.DeliveryTo ? to : grant.DeliveryTo,
            progress?.Status,
            progress?.Quarter,
            progress?.CompleteIn,
            progress?.Narrative ?? "",
            gone,
            [
                .. targets.Select(t => new PaperTarget(t.Indicator, t.Target, t.Original, t.Kind, t.Achieved, t.MovedBy)
                {
                    Challenged = t.Challenged,
                }),
            ]
        );

    private async Task<IReadOnlyList<PaperMoney>> MoneyAsync(FinancialYear year, CancellationToken cancellationToken) =>
        [
            .. (await db.GrantYears.AsNoTracking().Where(y => y.Year == year).ToListAsync(cancellationToken))
                .GroupBy(y => y.Programme)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new PaperMoney(
                    g.Key,
                    year,
                    g.Sum(y => y.Original),
                    g.Sum(y => y.Allocated),
                    g.Sum(y => y.Actual),
                    g.Sum(y => y.Forecast),
                    g.Sum(y => y.Assumed),
                    g.Sum(y => y.Underspend),
                    g.Sum(y => y.Overspend)
                )
                {
                    Cut = g.Sum(y => y.Cut),
                    Added = g.Sum(y => y.Added),
                    MovedIn = g.Sum(y => y.MovedIn),
                    MovedOut = g.Sum(y => y.MovedOut),
                    Across = g.Sum(y => y.Across),
                    PaperQuarters = g.Sum(y => y.PaperQuarters),
                    Challenged = g.Sum(y => y.ActualChallenged),
                }),
        ];

    private async Task<IReadOnlyList<PaperRound>> RoundsAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        var rounds = await db
            .Rounds.AsNoTracking()
            .Where(r => r.Published && r.ClosesAt > at)
            .OrderBy(r => r.ClosesAt)
            .ThenBy(r => r.Reference)
            .ToListAsync(cancellationToken);
        var ids = rounds.Select(r => r.Id).ToList();
        var bids = (
            await db
                .Bids.AsNoTracking()
                .Where(b =>
                    ids.Contains(b.RoundId) && b.State != BidState.Draft && b.State != BidState.Lapsed && b.State != BidState.Withdrawn
                )
                .Select(b => new { b.RoundId, b.Partnership })
                .ToListAsync(cancellationToken)
        ).ToLookup(b => b.RoundId, b => b.Partnership);
        return
        [
            .. rounds.Select(r => new PaperRound(
                r.Reference,
                r.Name,
                r.OpensAt,
                r.ClosesAt,
                r.DeliveryFrom,
                r.CapPerBid,
                bids[r.Id].Count(),
                [.. bids[r.Id].Distinct().OrderBy(p => p.Name, StringComparer.Ordinal)]
            )),
        ];
    }
}
