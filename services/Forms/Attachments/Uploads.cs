using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.Attachments;

/// <summary>A file that was uploaded and whose content is stored.</summary>
/// <param name="Id">Of the content, and of the attachment that it becomes.</param>
/// <param name="Name">As the sender calls it.</param>
/// <param name="Kind">Told from its content.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its content, in hex.</param>
/// <param name="Scan">Whether a scanner looks for viruses in it.</param>
public sealed record UploadedFile(Guid Id, string Name, FileKind Kind, int Size, string Sha256, bool Scan)
{
    /// <summary>What a content is.</summary>
    public static UploadedFile Of(Guid id, string name, FileKind kind, byte[] content, bool scan) =>
        new(id, name, kind, content.Length, Convert.ToHexStringLower(SHA256.HashData(content)), scan);
}

/// <summary>Takes files in and sends them.</summary>
public sealed class Uploads(
    DbContext db,
    Caller caller,
    IFileStore files,
    HeicPhotographs photographs,
    Clamd scanner,
    ScanAttachments scans
)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// The endings of files that a browser offers. A telephone that is not offered HEIC makes JPEG of its photographs by itself.
    /// </summary>
    public string Accept => ".pdf,.docx,.xlsx,.png,.jpg,.jpeg" + (photographs.IsConfigured ? ",.heic,.heif" : "");

    /// <summary>Whether files are checked for viruses.</summary>
    public bool AreScanned => scanner.IsConfigured;

    /// <summary>Stores content, then adds it in one transaction with what it belongs to. If that is refused, nothing stays.</summary>
    /// <param name="name">As the sender calls it.</param>
    /// <param name="content">Null where no file was selected.</param>
    /// <param name="add">Runs in the transaction: locks what the file belongs to, and gives the attachment, which may be an
    /// earlier one with the same content, or why there is none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<Attachment>> AddAsync(
        string name,
        Stream? content,
        Func<UploadedFile, Task<Result<Attachment>>> add,
        CancellationToken cancellationToken
    )
    {
        var bytes = content is null ? null : await UploadedContent.ReadAsync(content, Attachment.Largest, cancellationToken);
        // What is too large is refused as it is.
        if (bytes?.Length <= Attachment.Largest)
        {
            if (await UnsafeAsync(bytes, cancellationToken) is { } refused)
                return refused;
            bytes = await photographs.ToJpegAsync(bytes, cancellationToken);
        }
        var kind = Attachment.Check(bytes);
        if (!kind.IsDone)
            return kind.Outcome;

        var stored = new StoredFile { Id = Guid.CreateVersion7(), DeleteAt = caller.At + StoredFile.KeptUnused };
        db.Add(stored);
        await db.SaveChangesAsync(cancellationToken);
        await files.WriteAsync(stored.Id, bytes!, cancellationToken);

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var added = await add(UploadedFile.Of(stored.Id, name, kind.Value, bytes!, scanner.IsConfigured));
        if (!added.IsDone || added.Value.Id != stored.Id)
            return added;
        var attachment = added.Value;
        stored.DeleteAt = null;
        db.Add(attachment);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        if (scanner.IsConfigured)
            await scans.AtOnceAsync(attachment.Id, cancellationToken);
        return attachment.Scan == ScanState.Infected ? Wrong("The selected file contains a virus") : added;
    }

    /// <summary>Sends a file that may be read, to be saved and never shown, whatever a browser takes it for.</summary>
    public IResult Send(Attachment attachment, HttpResponse http)
    {
        http.Headers.XContentTypeOptions = "nosniff";
        http.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        http.ContentLength = attachment.Size;
        return Results.Stream(
            to =>
                files.ReadAsync(
                    attachment.Id,
                    async content =>
                    {
                        await content.CopyToAsync(to, http.HttpContext.RequestAborted);
                        return true;
                    },
                    http.HttpContext.RequestAborted
                ),
            attachment.ContentType,
            attachment.Name
        );
    }

    // Everything else is kept unopened until it is scanned. A photograph is opened to be converted, so it is scanned before.
    private async Task<Result?> UnsafeAsync(byte[] bytes, CancellationToken cancellationToken) =>
        !scanner.IsConfigured || !photographs.IsConfigured || !FileContent.IsHeic(bytes)
            ? null
            : await scanner.ScanAsync(new MemoryStream(bytes, writable: false), Patience, cancellationToken) switch
            {
                null => Wrong("The photograph cannot be checked for viruses now. Try again in a few minutes, or send it as JPEG"),
                { Virus: not null } => Wrong("The selected file contains a virus"),
                _ => null,
            };

    /// <summary>Why a file cannot be opened yet, or no longer can.</summary>
    public static Result NotYet(Attachment attachment) =>
        attachment.Scan switch
        {
            ScanState.Waiting => Result.Refused("being-checked", "This file is being checked for viruses"),
            ScanState.Infected => Result.Refused("contains-virus", "This file contained a virus and was deleted"),
            _ => Result.Done,
        };

    /// <summary>What is wrong with the file of a form: its field is "File".</summary>
    public static Result Wrong(string why) => Result.Of([new("File", why)]);
}
