using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>The interventions that an answer can be built from.</summary>
internal static class FoiProjects
{
    public static Task<List<string>> ProgrammesAsync(this ReportingContext db, CancellationToken cancellationToken) =>
        db.Grants.Select(g => g.Programme).Distinct().OrderBy(p => p).ToListAsync(cancellationToken);

    public static async Task<IReadOnlyList<FoiProject>> FoiProjectsAsync(
        this ReportingContext db,
        string? programme,
        CancellationToken cancellationToken
    )
    {
        if (string.IsNullOrEmpty(programme))
            return [];
        var grants = await (
            from grant in db.Grants.AsNoTracking()
            where grant.Programme == programme
            join document in db.GrantDocuments on grant.Id equals document.GrantId
            orderby grant.Reference
            select new { grant.Id, document.Details }
        )
            .Take(200)
            .ToListAsync(cancellationToken);
        var ids = grants.Select(g => g.Id).ToList();
        var bought = (await db.Set<AssetRow>().AsNoTracking().Where(a => ids.Contains(a.GrantId)).ToListAsync(cancellationToken)).ToLookup(
            a => (a.GrantId, a.InterventionId)
        );
        var sentBack = await db
            .Returns.AsNoTracking()
            .Where(r => ids.Contains(r.GrantId) && r.BackBy != null)
            .ToListAsync(cancellationToken);
        return
        [
            .. grants.SelectMany(g =>
                g.Details.Interventions.Select(i => new FoiProject(
                    g.Details.Reference,
                    i.Id,
                    i.Name,
                    g.Details.Partnership,
                    g.Details.AreasOf(i),
                    i.Areas.Count > 0,
                    i.Assets,
                    [.. bought[(g.Id, i.Id)].Select(a => new Asset(a.Kind, a.Model, a.Description, a.Quantity))]
                )
                {
                    IsChallenged = sentBack.Any(r => bought[(g.Id, i.Id)].Any(a => a.ReturnId == r.Id) && r.Challenges(i.Id)),
                })
            ),
        ];
    }
}
