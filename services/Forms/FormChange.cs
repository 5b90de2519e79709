using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms;

/// <summary>What changes to a form have in common: the form is held, its rule is asked, and it is saved once.</summary>
public static class FormChange
{
    /// <param name="db">Where it is.</param>
    /// <param name="id">The form. A second press, a colleague's save and the jobs take turns at it, so that only the rule refuses.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<Result> ChangeHeldAsync<TForm>(
        this DbContext db,
        Guid id,
        Func<TForm, Task<Result>> rule,
        CancellationToken cancellationToken
    )
        where TForm : Form
    {
        // With an Idempotency-Key, the request already has a transaction, which also keeps the answer.
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        if (await db.HoldAsync<TForm>(id, cancellationToken) is not { } form)
            return Result.NotFound;
        var result = await rule(form);
        if (!result.IsDone)
            return result;
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
