using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>Keeps a grant, its areas, and its targets as they stand, with the original and the cut that moved each varied one.</summary>
internal sealed class GrantConsumer(ReportingContext db, GrantSums sums)
    : Projection,
        IFrom<GrantMade>,
        IFrom<GrantVaried>,
        IFrom<GrantVariationAsked>,
        IFrom<GrantVariationAgreed>,
        IFrom<GrantVariationCancelled>,
        IFrom<GrantAccepted>
{
    public override async Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        await sums.LockAsync(events.Select(e => e.Id), cancellationToken);
        var newer = await db.NewerAsync<GrantRow, GrantDetails>(events, cancellationToken);
        var ids = newer.Select(n => n.Line.Id).ToList();
        await db.Targets.Where(t => ids.Contains(t.GrantId)).ExecuteDeleteAsync(cancellationToken);
        await db.GrantAreas.Where(a => ids.Contains(a.GrantId)).ExecuteDeleteAsync(cancellationToken);
        var documents = await db.GrantDocuments.Where(d => ids.Contains(d.GrantId)).ToDictionaryAsync(d => d.GrantId, cancellationToken);
        foreach (var (line, happened) in newer)
        {
            var grant = happened.Details;
            line.Reference = grant.Reference;
            line.BidId = grant.BidId;
            line.DecisionReference = grant.DecisionReference;
            line.Programme = grant.Programme;
            line.Partnership = grant.Partnership;
            line.Title = grant.Title;
            line.DeliveryFrom = grant.DeliveryFrom;
            line.DeliveryTo = grant.DeliveryTo;
            line.AcceptedAt = grant.AcceptedAt;
            (line.Waiting, line.AskedBy) = (grant.Waiting?.Number, grant.Waiting?.By.UserId);
            (line.Amount, line.Original) = (grant.Total, GrantTargets.AtFirst(grant).Sum(i => i.Total));
            line.PriorityPercent = grant.PriorityPercent;
            if (documents.TryGetValue(line.Id, out var document))
                document.Details = grant;
            else
                db.Add(new GrantDocument { GrantId = line.Id, Details = grant });
        }
        await db.SaveChangesAsync(cancellationToken);
        await db.InsertAsync([.. newer.SelectMany(n => GrantTargets.Of(n.Line.Id, n.Event.Details))], cancellationToken);
        await db.InsertAsync([.. newer.SelectMany(n => Areas(n.Line.Id, n.Event.Details))], cancellationToken);
        await sums.AddUpAsync(ids, cancellationToken);
    }

    private static IEnumerable<GrantArea> Areas(Guid id, GrantDetails grant) =>
        grant
            .Interventions.SelectMany(grant.AreasOf)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(area => new GrantArea
            {
                GrantId = id,
                Area = area,
                District = Lsoa.DistrictOf(area),
            });
}
