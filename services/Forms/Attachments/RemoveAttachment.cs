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
    /// <param name="cancellation">Stops it.</param>
    public async Task<Result> RunAsync(Guid formId, Guid id, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.HoldAsync<TForm>(formId, cancellation) is not { } form)
            return Result.NotFound;
        var attachment = await db.Set<Attachment>()
            .FromSql($"select * from attachments where id = {id} for update")
            .SingleOrDefaultAsync(a => a.FormId == formId, cancellation);
        if (attachment is null)
            return Result.NotFound;
        var mayChange = await forms.MayChangeAsync(form, Form.Attachments, cancellation);
        var result = attachment.Remove(form, mayChange, caller.Person, caller.At);
        if (!result.IsDone)
            return result;
        await db.DeleteContentAsync(attachment, cancellation);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return result;
    }
}
