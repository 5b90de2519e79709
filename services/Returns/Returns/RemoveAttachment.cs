using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

internal sealed class RemoveAttachment(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid returnId, Guid id, CancellationToken cancellation) =>
        db.ChangeReturnAsync(
            returnId,
            async owed =>
            {
                var attachment = await db
                    .Attachments.FromSql($"select * from attachments where id = {id} for update")
                    .SingleOrDefaultAsync(a => a.ReturnId == returnId, cancellation);
                var result = attachment?.Remove(owed, caller.Person, caller.At) ?? Result.NotFound;
                if (result.IsDone)
                    await db.DeleteContentAsync(attachment!, cancellation);
                return result;
            },
            cancellation
        );
}
