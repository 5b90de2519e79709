using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

internal static class BidsApi
{
    public sealed record StoredBid(string Reference, int Version, BidDetails Bid);

    public static void MapBidsApi(this WebApplication app)
    {
        var bids = app.MapGroup("/api/bids").WithTags("Bids");
        bids.MapGet("/", ListAsync).May(Acts.ReadBids);
        bids.MapGet("/{reference}", GetAsync).May(Acts.ReadBids);
        bids.MapPost("/", StartAsync).May(Acts.WriteBid).TakesIdempotencyKey();
        bids.MapPost(
                "/{reference}/submission",
                async (string reference, HttpRequest http, SubmitBid submit, CancellationToken cancellationToken) =>
                    (await submit.RunAsync(reference, IfMatch.Read(http), cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.SubmitBid)
            .TakesIdempotencyKey();
        bids.MapPost(
                "/{reference}/send-back",
                async (string reference, BidBodies.SendBackBidBody typed, SendBackBid send, CancellationToken cancellationToken) =>
                    (await send.RunAsync(reference, typed.Sections ?? [], typed.AnswerBy, cancellationToken)).Problem()
                    ?? Results.NoContent()
            )
            .May(Acts.SendBackBid)
            .TakesIdempotencyKey();
        bids.MapPost(
                "/{reference}/withdrawal",
                async (string reference, BidBodies.WithdrawalBody typed, WithdrawBid withdraw, CancellationToken cancellationToken) =>
                    (await withdraw.RunAsync(reference, typed.Reason, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.WithdrawBid)
            .TakesIdempotencyKey();
        bids.MapPost("/{reference}/copy", CopyAsync).May(Acts.WriteBid).TakesIdempotencyKey();
    }

    private static async Task<IResult> CopyAsync(string reference, BidBodies.NewBid into, CopyBid copy, CancellationToken cancellationToken)
    {
        var copied = await copy.RunAsync(reference, into.Round ?? "", null, cancellationToken);
        return copied.Outcome.Problem() ?? Results.Created($"/api/bids/{copied.Value}", new { Reference = copied.Value });
    }

    private static async Task<IResult> ListAsync(BidsContext db, Caller caller, Guid? after, CancellationToken cancellationToken)
    {
        const int page = 100;
        var bids = await db
            .Bids.AsNoTracking()
            .Where(b => after == null || b.Id > after)
            .OrderBy(b => b.Id)
            .Take(page)
            .ToListAsync(cancellationToken);
        var seen = await db.SeenAsync(bids, caller, cancellationToken);
        return Results.Ok(
            new
            {
                Bids = seen.Select(s => new StoredBid(s.Bid.Reference, s.Bid.Version, s.Details)),
                Next = bids.Count == page ? $"/api/bids?after={bids[^1].Id}" : null,
            }
        );
    }

    private static async Task<IResult> GetAsync(
        string reference,
        HttpResponse http,
        BidsContext db,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var bid = await db.Bids.AsNoTracking().SingleOrDefaultAsync(b => b.Reference == reference, cancellationToken);
        if (bid is null)
            return Result.NotFound.Problem()!;
        http.Headers.ETag = $"\"{bid.Version}\"";
        return Results.Ok(new StoredBid(bid.Reference, bid.Version, (await db.SeenAsync(bid, caller, cancellationToken)).Details));
    }

    private static async Task<IResult> StartAsync(BidBodies.NewBid bid, StartBid start, CancellationToken cancellationToken)
    {
        var begun = await start.RunAsync(bid.Round ?? "", null, cancellationToken);
        return begun.Outcome.Problem() ?? Results.Created($"/api/bids/{begun.Value}", new { Reference = begun.Value });
    }
}
