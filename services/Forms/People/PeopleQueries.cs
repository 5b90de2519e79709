using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Forms.People;

/// <summary>Queries for people.</summary>
public static class PeopleQueries
{
    /// <summary>Those of a partnership, or of the office where there is none, who may do something; by name.</summary>
    public static async Task<IReadOnlyList<KnownPerson>> WhoMayAsync(
        this DbContext db,
        Act act,
        Partnership? partnership,
        CancellationToken cancellationToken
    ) =>
        [
            .. (
                await db.Set<KnownPerson>()
                    .AsNoTracking()
                    .Where(p => p.Partnership == partnership)
                    .OrderBy(p => p.Name)
                    .ToListAsync(cancellationToken)
            ).Where(p => p.May(act)),
        ];

    /// <summary>"Ann Lee", "Ann Lee or Tom Shaw"; what else where there is nobody.</summary>
    public static string Names(this IReadOnlyList<KnownPerson> people, string otherwise) =>
        people.Count == 0 ? otherwise : WordList.Of(people.Select(p => p.Name), " or ");
}
