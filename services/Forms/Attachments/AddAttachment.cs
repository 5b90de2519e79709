using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.Attachments;

/// <summary>Adds a file to a form.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
public sealed class AddAttachment<TForm>(DbContext db, Caller caller, IForms<TForm> forms, Uploads uploads)
    where TForm : Form
{
    /// <summary>The endings of files that a browser offers.</summary>
    public string Accept => uploads.Accept;

    /// <summary>Whether files are checked for viruses.</summary>
    public bool AreScanned => uploads.AreScanned;

    /// <param name="id">The form.</param>
    /// <param name="name">As the sender calls the file.</param>
    /// <param name="content">Null where no file was selected.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The file; the problems of a wrong one have the field "File".</returns>
    public async Task<Result<Attachment>> RunAsync(Guid id, string name, Stream? content, CancellationToken cancellationToken)
    {
        var form = await db.Set<TForm>().AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
        if (form is null)
            return Result.NotFound;
        if (Attachment.MayAdd(await MayChangeAsync(form), await OthersAsync()) is { IsDone: false } refused)
            return refused;
        return await uploads.AddAsync(
            name,
            content,
            async file =>
            {
                // Held for a moment: of two files at once the second counts the first, and none comes into a form that is being submitted.
                var held = (await db.HoldAsync<TForm>(id, cancellationToken))!;
                var tidy = FileName.Tidy(file.Name, file.Kind);
                // Pressed twice: it is there already.
                return await Counted().FirstOrDefaultAsync(a => a.Name == tidy && a.Sha256 == file.Sha256, cancellationToken) is { } same
                    ? same
                    : Attachment.Add(file, held, await MayChangeAsync(held), await OthersAsync(), caller.Person, caller.At);
            },
            cancellationToken
        );

        Task<Result> MayChangeAsync(TForm changing) => forms.MayChangeAsync(changing, Form.Attachments, cancellationToken);
        Task<int> OthersAsync() => Counted().CountAsync(cancellationToken);
        IQueryable<Attachment> Counted() => db.Set<Attachment>().Where(a => a.FormId == id).ThatCount();
    }
}
