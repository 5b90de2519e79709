using Microsoft.EntityFrameworkCore;
using Microsoft.OpenApi;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>The files of a bid; the one address that is not the API's is where pages link to.</summary>
internal static class AttachmentsApi
{
    public sealed record StoredAttachment(
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

    public static void MapAttachments(this WebApplication app)
    {
        var attachments = app.MapGroup("/api/bids/bids/{reference}/attachments").WithTags("Attachments");
        attachments.MapGet("/", ListAsync).Produces<IReadOnlyList<StoredAttachment>>();
        attachments.MapGet(
            "/{id:guid}",
            async (
                string reference,
                Guid id,
                HttpResponse http,
                BidsContext db,
                Caller caller,
                Uploads uploads,
                CancellationToken cancellation
            ) =>
                await db.AttachmentAsync(reference, id, caller, cancellation) is { } attachment
                    ? Uploads.NotYet(attachment).Problem() ?? uploads.Send(attachment, http)
                    : Result.NotFound.Problem()!
        );
        var editing = attachments.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.PartnerEditor, Roles.PartnerLead));
        editing
            .MapPost("/", AddAsync)
            .Produces<StoredAttachment>(StatusCodes.Status201Created)
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    operation.Description =
                        "A form with one file, or the file alone with its name in the address: PDF, DOCX, XLSX, PNG or JPEG of up to 10 "
                        + "MB.";
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = new Dictionary<string, OpenApiMediaType>
                        {
                            ["multipart/form-data"] = new OpenApiMediaType(),
                            ["*/*"] = new OpenApiMediaType(),
                        },
                    };
                    return Task.CompletedTask;
                }
            );
        editing.MapDelete(
            "/{id:guid}",
            async (string reference, Guid id, RemoveAttachment remove, CancellationToken cancellation) =>
                (await remove.RunAsync(reference, id, cancellation)).Problem() ?? Results.NoContent()
        );
        app.MapGet(
                "/bids/{reference}/attachments/{id:guid}",
                async (
                    string reference,
                    Guid id,
                    HttpResponse http,
                    BidsContext db,
                    Caller caller,
                    Uploads uploads,
                    CancellationToken cancellation
                ) =>
                    await db.AttachmentAsync(reference, id, caller, cancellation) is not { } attachment ? Results.NotFound()
                    : attachment.IsReadable ? uploads.Send(attachment, http)
                    : Results.Redirect($"/bids/{reference}/attachments")
            )
            .ExcludeFromDescription();
    }

    private static async Task<IResult> ListAsync(string reference, BidsContext db, Caller caller, CancellationToken cancellation)
    {
        var bid = await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Reference == reference, cancellation);
        if (bid is null || !Attachment.AreSeenBy(caller, bid))
            return Result.NotFound.Problem()!;
        return Results.Ok((await db.AttachmentsAsync(bid, caller, cancellation)).Select(Stored));
    }

    private static async Task<IResult> AddAsync(
        string reference,
        string? name,
        HttpRequest http,
        AddAttachment add,
        CancellationToken cancellation
    )
    {
        var file = http.HasFormContentType
            ? (await http.ReadFormAsync(cancellation)).Files is [var first, ..]
                ? first
                : null
            : null;
        await using var content = http.HasFormContentType ? file?.OpenReadStream() : http.Body;
        var added = await add.RunAsync(reference, file?.FileName ?? name ?? "", content, cancellation);
        return added.Outcome.Problem() ?? Results.Created($"/api/bids/bids/{reference}/attachments/{added.Value.Id}", Stored(added.Value));
    }

    private static StoredAttachment Stored(Attachment a) =>
        new(a.Id, a.Name, a.ContentType, a.Size, a.Sha256, a.AddedBy.Name, a.AddedAt, a.Scan, a.VirusFound);
}
