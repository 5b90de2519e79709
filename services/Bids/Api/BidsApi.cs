using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Api;

internal static class BidsApi
{
    public sealed record NewBid(string? Round);

    public sealed record InterventionAnswers(
        string? Name, string? Description, IReadOnlyList<BudgetLine>? Budget, IReadOnlyList<Output>? Outputs, IReadOnlyList<string>? Areas);

    public sealed record StoredBid(string Reference, int Version, BidDetails Bid);

    public static void MapBidsApi(this WebApplication app)
    {
        var bids = app.MapGroup("/api/bids/bids").WithTags("Bids");
        bids.MapGet("/", ListAsync);
        bids.MapGet("/{reference}", GetAsync);
        var editing = bids.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.PartnerEditor, Roles.PartnerLead));
        editing.MapPost("/", StartAsync);
        editing.MapPut("/{reference}/project", SaveProjectAsync);
        editing.MapPut("/{reference}/interventions/{id:guid}", SaveInterventionAsync);
        editing.MapDelete("/{reference}/interventions/{id:guid}", async (string reference, Guid id, HttpRequest http, RemoveIntervention remove, CancellationToken cancellation) =>
            IfMatch(http) is not { } version ? Missing : (await remove.RunAsync(reference, version, id, cancellation)).Problem() ?? Results.NoContent());
        bids.MapPost("/{reference}/submission", async (string reference, HttpRequest http, SubmitBid submit, CancellationToken cancellation) =>
            (await submit.RunAsync(reference, IfMatch(http), cancellation)).Problem() ?? Results.NoContent()).RequireAuthorization(p => p.RequireRole(Roles.PartnerLead));
    }

    private static async Task<IResult> ListAsync(BidsContext db, Guid? after, CancellationToken cancellation)
    {
        const int page = 100;
        var bids = await db.Bids.AsNoTracking().Where(b => after == null || b.Id > after).OrderBy(b => b.Id).Take(page).ToListAsync(cancellation);
        return Results.Ok(new { Bids = bids.Select(b => new StoredBid(b.Reference, b.Version, b.Details)), Next = bids.Count == page ? $"/api/bids/bids?after={bids[^1].Id}" : null });
    }

    private static async Task<IResult> GetAsync(string reference, HttpResponse http, BidsContext db, CancellationToken cancellation)
    {
        var bid = await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Reference == reference, cancellation);
        if (bid is null) return Result.NotFound.Problem()!;
        http.Headers.ETag = $"\"{bid.Version}\"";
        return Results.Ok(new StoredBid(bid.Reference, bid.Version, bid.Details));
    }

    private static async Task<IResult> StartAsync(NewBid bid, StartBid start, CancellationToken cancellation)
    {
        var (reference, result) = await start.RunAsync(bid.Round ?? "", null, cancellation);
        return result.Problem() ?? Results.Created($"/api/bids/bids/{reference}", new { Reference = reference });
    }

    private static async Task<IResult> SaveProjectAsync(string reference, ProjectAnswers typed, HttpRequest http, SaveProject save, CancellationToken cancellation) =>
        IfMatch(http) is not { } version ? Missing
            : (await save.RunAsync(reference, version, new(typed.Title ?? "", typed.Theme, typed.Summary ?? ""), cancellation)).Problem() ?? Results.NoContent();

    private static async Task<IResult> SaveInterventionAsync(
        string reference, Guid id, InterventionAnswers typed, HttpRequest http, SaveIntervention save, CancellationToken cancellation) =>
        IfMatch(http) is not { } version ? Missing
            : (await save.RunAsync(reference, version,
                new(id, typed.Name ?? "", typed.Description ?? "", typed.Budget ?? [], typed.Outputs ?? [], typed.Areas ?? []), cancellation)).Problem() ?? Results.NoContent();

    private static IResult Missing => Results.Problem(statusCode: 428, title: "Send If-Match with the ETag of the bid that you read");

    private static int? IfMatch(HttpRequest http) => int.TryParse(http.Headers.IfMatch.ToString().Trim('"'), out var version) ? version : null;
}
