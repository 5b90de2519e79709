using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.SendingBack;

/// <summary>A partnership answers why a section was sent back.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
public sealed class AnswerNote<TForm>(DbContext db, Caller caller, IForms<TForm> forms)
    where TForm : Form
{
    /// <param name="formId">The form.</param>
    /// <param name="section">The section that was sent back.</param>
    /// <param name="readVersion">The version of the form that was read.</param>
    /// <param name="text">What was changed, or why nothing was.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> RunAsync(Guid formId, string section, int readVersion, string? text, CancellationToken cancellationToken)
    {
        // With an Idempotency-Key, the request already has a transaction, which also keeps the answer.
        await using var transaction = db.Database.CurrentTransaction is null
            ? await db.Database.BeginTransactionAsync(cancellationToken)
            : null;
        if (await db.HoldAsync<TForm>(formId, cancellationToken) is not { } form)
            return Result.NotFound;
        var mayChange = await forms.MayChangeAsync(form, section, cancellationToken);
        var result = form.Answer(section, text, mayChange, readVersion, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        await db.SaveChangesAsync(cancellationToken);
        if (transaction is not null)
            await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
