using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Jobs;
using Platform.ServiceDefaults.Operations;

namespace Platform.ServiceDefaults.Keeping;

/// <summary>Deletes the answers that were kept in case somebody asks again under the same key.</summary>
internal sealed class ForgetKeptAnswers(DbContext db, KeepingTable table, TimeProvider time) : ISweep
{
    public Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var before = table.PeriodOf(DataKinds.KeptAnswers).Before(time.GetUtcNow());
        return db.Model.FindEntityType(typeof(KeptAnswer)) is null
            ? Task.FromResult(0)
            : db.Set<KeptAnswer>().Where(k => k.At <= before).ExecuteDeleteAsync(cancellationToken);
    }
}
