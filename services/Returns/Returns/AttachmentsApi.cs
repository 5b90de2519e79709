using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>The files of a return; the one address that is not the API's is where pages link to.</summary>
internal static class AttachmentsApi
{
    public sealed record ReturnFile(
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

    public static void MapAttachmentsApi(this WebApplication app)
    {
        app.MapGet(
                "/returns/{grantReference}/{quarter}/attachments/{file:guid}",
                async (
                    string grantReference,
                    string quarter,
                    Guid file,
                    HttpResponse http,
                    ReturnsContext db,
                    Caller caller,
                    Uploads uploads,
                    CancellationToken cancellation
                ) =>
                {
                    var owed = QuarterAddress.Read(quarter) is { } wanted
                        ? await db
                            .Returns.AsNoTracking()
                            .SingleOrDefaultAsync(r => r.GrantReference == grantReference && r.Quarter == wanted, cancellation)
                        : null;
                    return await db.AttachmentAsync(owed, file, caller, cancellation) is not { } attachment ? Results.NotFound()
                        : attachment.IsReadable ? uploads.Send(attachment, http)
                        : Results.Redirect($"{QuarterAddress.Of(owed!)}/attachments");
                }
            )
            .ExcludeFromDescription();
        var attachments = app.MapGroup("/api/returns/returns/{id:guid}/attachments").WithTags("Attachments");
        attachments
            .MapGet("/", ListAsync)
            .WithSummary("Lists the files: as they are for their partnership, as they were handed in for the office")
            .Produces<IReadOnlyList<ReturnFile>>()
            .ProducesProblem(404);
        attachments
            .MapGet(
                "/{file:guid}",
                async (
                    Guid id,
                    Guid file,
                    HttpResponse http,
                    ReturnsContext db,
                    Caller caller,
                    Uploads uploads,
                    CancellationToken cancellation
                ) =>
                    await db.AttachmentAsync(await FindAsync(db, id, cancellation), file, caller, cancellation) is { } attachment
                        ? Uploads.NotYet(attachment).Problem() ?? uploads.Send(attachment, http)
                        : Result.NotFound.Problem()!
            )
            .WithSummary("Gives a file, once it is known to have no virus")
            .ProducesProblem(404)
            .ProducesProblem(409);
        var editing = attachments.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.PartnerEditor, Roles.PartnerLead));
        editing
            .MapPost("/", AddAsync)
            .WithSummary("Adds a file")
            .Produces<ReturnFile>(StatusCodes.Status201Created)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(422)
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    operation.Description =
                        "A form with one file, or the file alone with its name in the address: PDF, DOCX, XLSX, PNG or JPEG of up to 10 "
                        + "MB.";
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
                async (Guid id, Guid file, RemoveAttachment remove, CancellationToken cancellation) =>
                    (await remove.RunAsync(id, file, cancellation)).Problem() ?? Results.NoContent()
            )
            .WithSummary("Removes a file")
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409);
    }

    private static Task<Return?> FindAsync(ReturnsContext db, Guid id, CancellationToken cancellation) =>
        db.Returns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);

    private static async Task<IResult> ListAsync(Guid id, ReturnsContext db, Caller caller, CancellationToken cancellation) =>
        await FindAsync(db, id, cancellation) is { } owed && Attachment.AreSeenBy(caller, owed)
            ? Results.Ok((await db.AttachmentsAsync(owed, caller, cancellation)).Select(Stored))
            : Result.NotFound.Problem()!;

    private static async Task<IResult> AddAsync(Guid id, string? name, HttpRequest http, AddAttachment add, CancellationToken cancellation)
    {
        var file = http.HasFormContentType
            ? (await http.ReadFormAsync(cancellation)).Files is [var first, ..]
                ? first
                : null
            : null;
        await using var content = http.HasFormContentType ? file?.OpenReadStream() : http.Body;
        var added = await add.RunAsync(id, file?.FileName ?? name ?? "", content, cancellation);
        return added.Outcome.Problem() ?? Results.Created($"/api/returns/returns/{id}/attachments/{added.Value.Id}", Stored(added.Value));
    }

    private static ReturnFile Stored(Attachment a) =>
        new(a.Id, a.Name, a.ContentType, a.Size, a.Sha256, a.AddedBy.Name, a.AddedAt, a.Scan, a.VirusFound);
}
