using Microsoft.OpenApi;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Workbook;

/// <summary>The figures of a return as a workbook, for the API and for pages to link to.</summary>
internal static class FiguresApi
{
    public static void MapFiguresApi(this WebApplication app)
    {
        app.MapGet(
                ReturnsService.Page + "/figures.xlsx",
                async (HttpRequest http, IForms<Return> forms, ReturnsContext db, Caller caller, CancellationToken cancellationToken) =>
                    await forms.FindAsync(http, cancellationToken) is { } owed
                        ? await FileAsync(db, caller, owed, cancellationToken)
                        : Results.NotFound()
            )
            .May(Acts.ReadReturns)
            .Noted(AccessKind.Exported)
            .RequireRateLimiting(Limits.Export)
            .ExcludeFromDescription();
        var one = AddressedReturn.Map(app).WithTags("Return figures");
        one.MapGet(
                "/figures.xlsx",
                async (HttpContext http, IForms<Return> forms, ReturnsContext db, Caller caller, CancellationToken cancellationToken) =>
                {
                    if (await forms.FindAsync(http.Request, cancellationToken) is not { } owed)
                        return Result.NotFound.Problem()!;
                    http.Response.Headers.ETag = $"\"{owed.Version}\"";
                    return await FileAsync(db, caller, owed, cancellationToken);
                }
            )
            .May(Acts.ReadReturns)
            .Noted(AccessKind.Exported)
            .RequireRateLimiting(Limits.Export)
            .WithSummary("Get a return's figures as a workbook to fill in")
            .WithDescription("It holds what is saved; for the office, what was submitted.")
            .Produces<Stream>(200, FiguresWorkbook.ContentType);
        one.MapPut(
                "/figures",
                async (AddressedReturn owed, HttpRequest http, SaveFigures save, CancellationToken cancellationToken) =>
                    (await save.RunAsync(owed.Id, http.Body, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.WriteReturn)
            .RequireRateLimiting(Limits.Upload)
            .TakesIdempotencyKey()
            .WithSummary("Save a filled-in workbook")
            .WithDescription(
                "All of it or nothing: errors are named by sheet and cell. The workbook says which version it was made from, so no "
                    + "If-Match is needed."
            )
            .Produces(204)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesValidationProblem(422)
            .AddOpenApiOperationTransformer(
                (operation, _, _) =>
                {
                    operation.RequestBody = new OpenApiRequestBody
                    {
                        Required = true,
                        Content = new Dictionary<string, OpenApiMediaType> { [FiguresWorkbook.ContentType] = new() },
                    };
                    return Task.CompletedTask;
                }
            );
    }

    private static async Task<IResult> FileAsync(ReturnsContext db, Caller caller, Return owed, CancellationToken cancellationToken)
    {
        await db.ShowAsync([owed], caller, cancellationToken);
        return Results.File(
            FiguresWorkbook.Of(owed, await db.FiguresSeenAsync(owed, caller, cancellationToken)),
            FiguresWorkbook.ContentType,
            FiguresWorkbook.NameOf(owed)
        );
    }
}
