using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>Keeps what the returns that came in report: figures, progress, things bought.</summary>
internal sealed class ReturnFigures(ReportingContext db)
{
    public async Task KeepAsync(IReadOnlyList<(ReturnRow Line, ReturnDetails Said)> returns, CancellationToken cancellationToken)
    {
        if (returns.Count == 0)
            return;
        var ids = returns.Select(r => r.Line.Id).ToList();
        await db.Figures.Where(f => ids.Contains(f.ReturnId)).ExecuteDeleteAsync(cancellationToken);
        await db.Assets.Where(a => ids.Contains(a.ReturnId)).ExecuteDeleteAsync(cancellationToken);
        await KeepProgressAsync(returns, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.InsertAsync([.. returns.SelectMany(r => Of(r.Line, r.Said))], cancellationToken);
        await db.InsertAsync(
            [
                .. returns.SelectMany(r =>
                    r.Said.Lines.SelectMany(l =>
                        l.Assets.Select(a => new AssetRow
                        {
                            ReturnId = r.Line.Id,
                            Id = a.Id,
                            GrantId = r.Line.GrantId,
                            InterventionId = l.InterventionId,
                            Quarter = r.Line.Quarter,
                            Kind = a.Kind,
                            Model = a.Model,
                            Description = a.Description,
                            Quantity = a.Quantity,
                            Place = a.Place,
                        })
                    )
                ),
            ],
            cancellationToken
        );
    }

    /// <summary>Marks the figures of these returns that are challenged, and takes the mark off the others.</summary>
    public async Task ChallengeAsync(IReadOnlyList<ReturnRow> returns, CancellationToken cancellationToken)
    {
        var ids = returns.Select(r => r.Id).ToArray();
        await db.Database.ExecuteSqlAsync(
            $"""
            update figures f set is_challenged = coalesce(f.intervention_id::text, {ReturnRow.MatchFunding}) = any(r.challenged)
            from returns r where r.id = f.return_id and r.id = any({ids})
            """,
            cancellationToken
        );
    }

    public static IEnumerable<Figure> Of(ReturnRow line, ReturnDetails said)
    {
        var (quarter, number) = (said.Quarter, 0);
        Figure Make(Guid? intervention, Quarter about, Measure measure, string name, long amount) =>
            new()
            {
                ReturnId = line.Id,
                Number = ++number,
                GrantId = said.GrantId,
                InterventionId = intervention,
                Quarter = quarter,
                About = about,
                Measure = measure,
                Name = name,
                Amount = amount,
                IsChallenged = line.Challenges(intervention),
            };
        foreach (var reported in said.Lines)
        {
            if (reported.Capital is { } capital)
                yield return Make(reported.InterventionId, quarter, Measure.Capital, "", capital.Pence);
            if (reported.Revenue is { } revenue)
                yield return Make(reported.InterventionId, quarter, Measure.Revenue, "", revenue.Pence);
            foreach (var forecast in reported.Forecasts)
            {
                yield return Make(reported.InterventionId, forecast.Quarter, Measure.ForecastCapital, "", forecast.Capital.Pence);
                yield return Make(reported.InterventionId, forecast.Quarter, Measure.ForecastRevenue, "", forecast.Revenue.Pence);
            }
            foreach (var achieved in reported.Achieved)
                yield return Make(reported.InterventionId, quarter, Measure.Achieved, achieved.Indicator, achieved.Quantity);
            // A correction counts in the quarter that it corrects.
            foreach (var adjusted in reported.Adjustments)
                yield return Make(
                    reported.InterventionId,
                    adjusted.Quarter,
                    MeasureOf(adjusted.Kind),
                    adjusted.Indicator,
                    adjusted.Now - adjusted.Was
                );
        }
        foreach (var match in said.Overall.Match ?? [])
            yield return Make(
                null,
                quarter,
                match.Kind == MatchKind.Cash ? Measure.MatchCash : Measure.MatchInKind,
                match.Source,
                match.Amount.Pence
            );
    }

    private static Measure MeasureOf(SpendKind? kind) =>
        kind switch
        {
            SpendKind.Capital => Measure.Capital,
            SpendKind.Revenue => Measure.Revenue,
            _ => Measure.Achieved,
        };

    // The last return that reports on an intervention counts. The grants are locked, so nobody else writes these rows now.
    private async Task KeepProgressAsync(IReadOnlyList<(ReturnRow Line, ReturnDetails Said)> returns, CancellationToken cancellationToken)
    {
        var grants = returns.Select(r => r.Line.GrantId).Distinct().ToList();
        var known = await db
            .Progress.Where(p => grants.Contains(p.GrantId))
            .ToDictionaryAsync(p => (p.GrantId, p.InterventionId), cancellationToken);
        foreach (var (line, said) in returns.OrderBy(r => r.Line.Quarter))
        foreach (var reported in said.Lines.Where(l => l.Status is not null))
        {
            var key = (line.GrantId, reported.InterventionId);
            if (!known.TryGetValue(key, out var progress))
                db.Add(
                    known[key] = progress =
                        new()
                        {
                            GrantId = key.GrantId,
                            InterventionId = key.InterventionId,
                            Quarter = line.Quarter,
                        }
                );
            if (reported.Status == DeliveryStatus.Complete)
                progress.CompleteIn = progress.CompleteIn is { } first && first.CompareTo(line.Quarter) < 0 ? first : line.Quarter;
            else if (progress.CompleteIn == line.Quarter)
                progress.CompleteIn = null;
            if (progress.Quarter.CompareTo(line.Quarter) > 0)
                continue;
            progress.Quarter = line.Quarter;
            progress.Status = reported.Status!.Value;
            progress.Narrative = reported.Narrative;
        }
    }
}
