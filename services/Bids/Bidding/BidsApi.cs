using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>Reading bids, and what happens to one as a whole.</summary>
internal static class BidsApi
{
    private const int PageSize = Doors.ApiPage;

    /// <param name="Reference">Its reference: "CSP2025-MEL-03".</param>
    /// <param name="Version">Its version, as in the ETag.</param>
    /// <param name="Bid">All of it that the caller may see.</param>
    public sealed record StoredBid(string Reference, int Version, BidDetails Bid);

    /// <param name="Bids">The bids of this page, 100 at most.</param>
    /// <param name="Next">The address of the next page; null on the last.</param>
    public sealed record BidList(IEnumerable<StoredBid> Bids, string? Next);

    /// <param name="Reference">The new bid's reference: "CSP2025-MEL-03".</param>
    public sealed record StartedBid(string Reference);

    public static void MapBidsApi(this WebApplication app)
    {
        var bids = app.MapGroup("/api/bids").WithTags("Bids");
        bids.MapGet("/", ListAsync)
            .May(Acts.ReadBids)
            .WithSummary("List bids")
            .WithDescription("In the order of their ids, 100 at most. A partnership sees its own; the office sees nothing of drafts.")
            .WithParameter("after", "The id of the last bid that was read, as next has it.")
            .Produces<BidList>();
        bids.MapPost("/", StartAsync)
            .May(Acts.WriteBid)
            .TakesIdempotencyKey()
            .WithSummary("Start a bid")
            .WithDescription("409 unless the round is open for the partnership.")
            .Produces<StartedBid>(201)
            .ProducesProblem(404)
            .ProducesProblem(409);
        var one = bids.MapGroup("/{reference}").OfBid().ProducesProblem(404);
        one.MapGet("/", GetAsync)
            .May(Acts.ReadBids)
            .Noted(AccessKind.PersonalDataRead)
            .WithSummary("Get a bid")
            .WithDescription("A partnership sees its own as it stands, the office as it was last submitted.")
            .Produces<StoredBid>();
        one.MapPost(
                "/submission",
                async (string reference, HttpRequest http, SubmitBid submit, CancellationToken cancellationToken) =>
                    (await submit.RunAsync(reference, IfMatch.Read(http), cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.SubmitBid)
            .TakesIfMatch(isRequired: false)
            .TakesIdempotencyKey()
            .WithSummary("Submit a bid, which makes its declaration")
            .WithDescription(
                "It is in time if the request arrives before the deadline. 409 after it; 422 while something that the round asks for is "
                    + "missing. Submitting it again changes nothing."
            )
            .Produces(204)
            .ProducesProblem(409);
        one.MapPost(
                "/ready",
                async (string reference, HandOverBid handOver, CancellationToken cancellationToken) =>
                    (await handOver.RunAsync(reference, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.WriteBid)
            .TakesIdempotencyKey()
            .WithSummary("Hand a bid over to the lead, ready to be submitted")
            .WithDescription("422 while something that the round asks for is missing.")
            .Produces(204)
            .ProducesProblem(409);
        one.MapDelete(
                "/ready",
                async (string reference, HandOverBid handOver, CancellationToken cancellationToken) =>
                    (await handOver.TakeBackAsync(reference, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.WriteBid)
            .WithSummary("Take back that a bid is ready to be submitted")
            .Produces(204)
            .ProducesProblem(409);
        one.MapPost(
                "/declined",
                async (string reference, BidBodies.GivenBackBody typed, HandOverBid handOver, CancellationToken cancellationToken) =>
                    (await handOver.DeclineAsync(reference, typed.Reason, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.GiveBackBid)
            .TakesIdempotencyKey()
            .WithSummary("Give a bid back to its editors instead of submitting it")
            .WithDescription("409 unless it has been handed over.")
            .Produces(204)
            .ProducesProblem(409);
        one.MapPost(
                "/send-back",
                async (string reference, BidBodies.SendBackBidBody typed, SendBackBid send, CancellationToken cancellationToken) =>
                    (
                        await send.RunAsync(
                            reference,
                            [.. (typed.Sections ?? []).OfType<SectionNote>().Select(n => n with { Section = n.Section ?? "" })],
                            typed.AnswerBy,
                            cancellationToken
                        )
                    ).Problem() ?? Results.NoContent()
            )
            .May(Acts.SendBackBid)
            .TakesIdempotencyKey()
            .WithSummary("Send sections of a bid back to be changed")
            .WithDescription("Unless it is submitted again by the day given, what was submitted before counts. 409 unless it is submitted.")
            .Produces(204)
            .ProducesProblem(409);
        one.MapPost(
                "/withdrawal",
                async (string reference, BidBodies.WithdrawalBody typed, WithdrawBid withdraw, CancellationToken cancellationToken) =>
                    (await withdraw.RunAsync(reference, typed.Reason, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.WithdrawBid)
            .TakesIdempotencyKey()
            .WithSummary("Withdraw a bid")
            .WithDescription("409 once it is decided or has lapsed.")
            .Produces(204)
            .ProducesProblem(409);
        one.MapPost("/copy", CopyAsync)
            .May(Acts.WriteBid)
            .TakesIdempotencyKey()
            .WithSummary("Start a bid as a copy of an earlier one")
            .WithDescription(
                "Amounts move to the new round's years, the first to the first. Files, marks of completion and promises of match funding "
                    + "are not copied."
            )
            .Produces<StartedBid>(201)
            .ProducesProblem(409);
    }

    private static async Task<IResult> CopyAsync(string reference, BidBodies.NewBid into, CopyBid copy, CancellationToken cancellationToken)
    {
        var copied = await copy.RunAsync(reference, into.Round ?? "", null, cancellationToken);
        return copied.Outcome.Problem() ?? Results.Created($"/api/bids/{copied.Value}", new StartedBid(copied.Value));
    }

    private static async Task<IResult> ListAsync(BidsContext db, Caller caller, Guid? after, CancellationToken cancellationToken)
    {
        var bids = await db
            .Bids.AsNoTracking()
            .Where(b => after == null || b.Id > after)
            .OrderBy(b => b.Id)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        var seen = await db.SeenAsync(bids, caller, cancellationToken);
        return Results.Ok(
            new BidList(
                seen.Select(s => new StoredBid(s.Bid.Reference, s.Bid.Version, s.DetailsFor(caller))),
                bids.Count == PageSize ? $"/api/bids?after={bids[^1].Id}" : null
            )
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
        return Results.Ok(
            new StoredBid(bid.Reference, bid.Version, (await db.SeenAsync(bid, caller, cancellationToken)).DetailsFor(caller))
        );
    }

    private static async Task<IResult> StartAsync(BidBodies.NewBid bid, StartBid start, CancellationToken cancellationToken)
    {
        var begun = await start.RunAsync(bid.Round ?? "", null, cancellationToken);
        return begun.Outcome.Problem() ?? Results.Created($"/api/bids/{begun.Value}", new StartedBid(begun.Value));
    }
}
