using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.Attachments;

/// <summary>Takes a file off its form. What was handed in before stays readable.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
public sealed class RemoveAttachment<TForm>(DbContext db, Caller caller, IForms<TForm> forms)
    where TForm : Form
{
    /// <param name="formId">The form.</param>
    /// <param name="id">The file.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result> RunAsync(Guid formId, Guid id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.HoldAsync<TForm>(formId, cancellationToken) is not { } form)
            return Result.NotFound;
        var attachment = await db.Set<Attachment>()
            .FromSql($"select * from attachments where id = {id} for update")
            .SingleOrDefaultAsync(a => a.FormId == formId, cancellationToken);
        if (attachment is null)
            return Result.NotFound;
        var mayChange = await forms.MayChangeAsync(form, Form.Attachments, cancellationToken);
        var result = attachment.Remove(form, mayChange, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        await db.DeleteContentAsync(attachment, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
