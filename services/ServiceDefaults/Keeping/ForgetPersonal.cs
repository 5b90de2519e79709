using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Messaging;
using Platform.ServiceDefaults.Persistence;

namespace Platform.ServiceDefaults.Keeping;

/// <summary>
/// The one door by which the log of events forgets what is personal of some things, with a note of what kind it was and how many. Call it
/// in the transaction that forgets the rest, after the things' last events are saved; the note is saved with whatever is saved next.
/// </summary>
public sealed class ForgetPersonal(DbContext db, ServiceName service, TimeProvider time)
{
    /// <summary>Forgets, and notes it.</summary>
    /// <param name="kind">Of <see cref="DataKinds"/>.</param>
    /// <param name="things">The things that the events are about.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RunAsync(string kind, IReadOnlyCollection<Guid> things, CancellationToken cancellationToken)
    {
        if (things.Count == 0)
            return;
        Guid[] ids = [.. things];
        await db.Database.ExecuteSqlAsync(
            $"update event_log set personal = null where aggregate = any({ids}) and personal is not null",
            cancellationToken
        );
        var details = new ForgottenDetails(service.Value, kind, ids.Length, ids);
        db.Add(EventLogRow.Of(new PersonalDataErased(Guid.CreateVersion7(), 1, time.GetUtcNow(), Person.Platform, details), null));
    }
}
