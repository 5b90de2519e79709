using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Api;

internal static class BidsApi
{
    public sealed record StoredBid(string Reference, int Version, BidDetails Bid);

    public static void MapBidsApi(this WebApplication app)
    {
        var bids = app.MapGroup("/api/bids/bids").WithTags("Bids");
        bids.MapGet("/", ListAsync);
        bids.MapGet("/{reference}", GetAsync);
        bids.MapPost("/", StartAsync).RequireAuthorization(p => p.RequireRole(Roles.PartnerEditor, Roles.PartnerLead)).TakesIdempotencyKey();
        bids.MapPost("/{reference}/submission", async (string reference, HttpRequest http, SubmitBid submit, CancellationToken cancellation) =>
            (await submit.RunAsync(reference, IfMatch.Read(http), cancellation)).Problem() ?? Results.NoContent())
            .RequireAuthorization(p => p.RequireRole(Roles.PartnerLead)).TakesIdempotencyKey();
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

    private static async Task<IResult> StartAsync(BidBodies.NewBid bid, StartBid start, CancellationToken cancellation)
    {
        var (reference, result) = await start.RunAsync(bid.Round ?? "", null, cancellation);
        return result.Problem() ?? Results.Created($"/api/bids/bids/{reference}", new { Reference = reference });
    }
}
