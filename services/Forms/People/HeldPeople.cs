using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Forms.People;

/// <summary>What a service of forms holds about people: who there is, and what they added.</summary>
internal sealed class HeldPeople(DbContext db) : IHoldsPeople
{
    public async Task<IReadOnlyList<HeldData>> FindAsync(Subject subject, CancellationToken cancellationToken) =>
        [
            .. (
                await db.Set<KnownPerson>().AsNoTracking().Where(p => subject.UserIds.Contains(p.UserId)).ToListAsync(cancellationToken)
            ).Select(p => new HeldData(
                DataKinds.Accounts,
                "Who they are to this service",
                [new("Name", p.Name), new("Where they work", $"{p.Partnership}"), new("Roles", string.Join(", ", p.Roles))]
            )),
        ];
}
