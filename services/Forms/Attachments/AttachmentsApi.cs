using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Platform.Contracts;
using Platform.Forms.People;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.Attachments;

/// <summary>The files of a kind of form, for the API and for pages to link to.</summary>
public static class AttachmentsApi
{
    /// <summary>A file as the API tells it.</summary>
    /// <param name="Id">The file's id.</param>
    /// <param name="Name">Its name, as the sender calls it.</param>
    /// <param name="ContentType">Its media type, told from its content.</param>
    /// <param name="Size">Its size, in bytes.</param>
    /// <param name="Sha256">The SHA-256 of its content, in hex.</param>
    /// <param name="AddedBy">Who uploaded it, by name for those who see people.</param>
    /// <param name="AddedAt">When it was uploaded.</param>
    /// <param name="Scan">Whether it may have a virus.</param>
    /// <param name="VirusFound">What the scanner calls it; null where it found none.</param>
    public sealed record AttachedFile(
        Guid Id,
        string Name,
        string ContentType,
        int Size,
        string Sha256,
        string AddedBy,
        DateTimeOffset AddedAt,
        ScanState Scan,
        string? VirusFound
    );

    /// <summary>Maps the files of a kind of form.</summary>
    /// <param name="app">The service.</param>
    /// <param name="api">The form's address in the API: "/api/bids/{reference}".</param>
    /// <param name="page">The address of its page: "/bids/{reference}".</param>
    /// <param name="read">The act of reading such a form.</param>
    /// <param name="write">The act of preparing one.</param>
    /// <returns>The operations of the API, to describe what their address names.</returns>
    public static RouteGroupBuilder MapAttachments<TForm>(this WebApplication app, string api, string page, Act read, Act write)
        where TForm : Form
    {
        var attachments = app.MapGroup(api + "/attachments").WithTags("Attachments").NamesAForm();
        var reading = attachments.MapGroup("").May(read);
        reading
            .MapGet(
                "/",
                async (HttpRequest http, IForms<TForm> forms, DbContext db, Caller caller, CancellationToken cancellationToken) =>
                    await forms.FindAsync(http, cancellationToken) is { } form && Attachment.AreSeenBy(caller, form)
                        ? Results.Ok((await db.AttachmentsAsync(form, caller, cancellationToken)).Select(a => Told(a, caller)))
                        : Result.NotFound.Problem()!
            )
            .WithSummary("List files")
            .WithDescription("Their partnership sees them as they stand, the office as they were submitted.")
            .Produces<IReadOnlyList<AttachedFile>>()
            .ProducesProblem(404);
        reading
            .MapGet(
                "/{file:guid}",
                async (
                    Guid file,
                    HttpContext http,
                    IForms<TForm> forms,
                    DbContext db,
                    Caller caller,
                    Uploads uploads,
                    CancellationToken cancellationToken
                ) =>
                    await forms.FindAsync(http.Request, cancellationToken) is { } form
                    && await db.AttachmentAsync(form, file, caller, cancellationToken) is { } attachment
                        ? Uploads.NotYet(attachment).Problem() ?? uploads.Send(attachment, http.Response)
                        : Result.NotFound.Problem()!
            )
            .WithSummary("Get a file")
            .WithDescription("409 until it is known to have no virus.")
            .WithParameter("file", "The file's id.")
            .Produces<Stream>(200, "application/octet-stream")
            .ProducesProblem(404)
            .ProducesProblem(409)
            .Noted(AccessKind.Exported);
        var editing = attachments.MapGroup("").May(write);
        editing
            .MapPost("/", AddAsync<TForm>)
            .RequireRateLimiting(Limits.Upload)
            .WithSummary("Add a file")
            .WithDescription(
                "A form with one file, or the file alone with its name in the address: PDF, DOCX, XLSX, PNG or JPEG of up to 10 MB."
            )
            .WithParameter("name", "The file's name, where the body is the file alone: plan.pdf.")
            .Produces<AttachedFile>(StatusCodes.Status201Created)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesValidationProblem(422)
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new(), ["*/*"] = new() },
                    };
                    return Task.CompletedTask;
                }
            );
        editing
            .MapDelete(
                "/{file:guid}",
                async (
                    Guid file,
                    HttpRequest http,
                    IForms<TForm> forms,
                    RemoveAttachment<TForm> remove,
                    CancellationToken cancellationToken
                ) =>
                    await forms.FindAsync(http, cancellationToken) is { } form
                        ? (await remove.RunAsync(form.Id, file, cancellationToken)).Problem() ?? Results.NoContent()
                        : Result.NotFound.Problem()!
            )
            .WithSummary("Remove a file")
            .WithDescription("A submission that was made with it keeps it.")
            .WithParameter("file", "The file's id.")
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409);
        app.MapGet(
                page + "/attachments/{file:guid}",
                async (
                    Guid file,
                    HttpContext http,
                    IForms<TForm> forms,
                    DbContext db,
                    Caller caller,
                    Uploads uploads,
                    CancellationToken cancellationToken
                ) =>
                    await forms.FindAsync(http.Request, cancellationToken) is not { } form
                    || await db.AttachmentAsync(form, file, caller, cancellationToken) is not { } attachment
                        ? Results.NotFound()
                    : attachment.IsReadable ? uploads.Send(attachment, http.Response)
                    : Results.Redirect($"{forms.AddressOf(form)}/attachments")
            )
            .May(read)
            .Noted(AccessKind.Exported)
            .ExcludeFromDescription();
        return attachments;
    }

    private static async Task<IResult> AddAsync<TForm>(
        string? name,
        HttpRequest http,
        IForms<TForm> forms,
        AddAttachment<TForm> add,
        Caller caller,
        CancellationToken cancellationToken
    )
        where TForm : Form
    {
        if (await forms.FindAsync(http, cancellationToken) is not { } form)
            return Result.NotFound.Problem()!;
        var file = http.HasFormContentType
            ? (await http.ReadFormAsync(cancellationToken)).Files is [var first, ..]
                ? first
                : null
            : null;
        await using var content = http.HasFormContentType ? file?.OpenReadStream() : http.Body;
        var added = await add.RunAsync(form.Id, file?.FileName ?? name ?? "", content, cancellationToken);
        return added.Outcome.Problem() ?? Results.Created($"{http.Path.Value!.TrimEnd('/')}/{added.Value.Id}", Told(added.Value, caller));
    }

    private static AttachedFile Told(Attachment a, Caller caller) =>
        new(a.Id, a.Name, a.ContentType, a.Size, a.Sha256, a.AddedBy.NameFor(caller, "editor"), a.AddedAt, a.Scan, a.VirusFound);
}
