using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Audit;

/// <summary>Forgets in the audit page and on timelines what a service has forgotten of its own.</summary>
internal sealed class ForgottenConsumer(ReportingContext db) : Projection, IFrom<PersonalDataErased>
{
    public override async Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellationToken)
    {
        var things = events.OfType<PersonalDataErased>().SelectMany(e => e.Details.Things).Distinct().ToArray();
        var entries = db.AuditEntries.Where(e => things.Contains(e.Id));
        await entries
            .Where(e => e.Kind == AuditKind.Account)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(e => e.Thing, Commitments.NoLongerKept)
                        .SetProperty(e => e.By, Commitments.NoLongerKept)
                        .SetProperty(e => e.What, "Account changed")
                        .SetProperty(e => e.Link, (string?)null),
                cancellationToken
            );
        await entries
            .Where(e => AuditKeeping.Access.Contains(e.Kind))
            .ExecuteUpdateAsync(
                set => set.SetProperty(e => e.By, Commitments.NoLongerKept).SetProperty(e => e.Source, ""),
                cancellationToken
            );
        await entries
            .Where(e => e.To != "")
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.To, Commitments.NoLongerKept), cancellationToken);
        await db
            .Activities.Where(a => things.Contains(a.Id))
            .ExecuteUpdateAsync(
                set => set.SetProperty(a => a.Text, "A letter: whom it went to and what it said are no longer kept"),
                cancellationToken
            );
    }
}
