using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

internal sealed class AddAttachment(ReturnsContext db, Caller caller, Uploads uploads, ScanAttachments scans)
{
    /// <param name="id">The return.</param>
    /// <param name="name">As the sender calls it.</param>
    /// <param name="content">Null where no file was selected.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Result<Attachment>> RunAsync(Guid id, string name, Stream? content, CancellationToken cancellation)
    {
        var owed = await db.Returns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (owed is null)
            return Result.NotFound;
        if (Attachment.MayAdd(owed, await OthersAsync(), caller.At) is { IsDone: false } refused)
            return refused;
        return await uploads.AddAsync(
            name,
            content,
            async file =>
            {
                // Locked for a moment: of two files at once the second counts the first, and none comes into a return that is being
                // submitted.
                var locked = await db.Returns.FromSql($"select * from returns where id = {id} for no key update").SingleAsync(cancellation);
                return Attachment.Add(file, locked, await OthersAsync(), caller.Person, caller.At);
            },
            scans,
            cancellation
        );

        Task<int> OthersAsync() => db.Attachments.Where(a => a.ReturnId == id).ThatCount().CountAsync(cancellation);
    }
}
