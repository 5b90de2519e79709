using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>Reading, writing and publishing rounds.</summary>
internal static class RoundsApi
{
    private const int PageSize = Doors.ApiPage;

    public static void MapRoundsApi(this WebApplication app)
    {
        var rounds = app.MapGroup("/api/rounds").WithTags("Rounds").OfRound();
        rounds
            .MapGet("/", ListAsync)
            .AllowAnonymous()
            .WithSummary("List rounds")
            .WithDescription("The latest deadline first, 100 at most. Officers also see rounds that are not published yet.")
            .WithParameter("after", "The reference of the last round that was read.")
            .Produces<List<RoundDetails>>();
        rounds.MapGet("/{reference}", GetAsync).AllowAnonymous().WithSummary("Get a round").Produces<RoundDetails>().ProducesProblem(404);
        var officer = rounds.MapGroup("").May(Acts.WriteRounds).ProducesValidationProblem(422);
        officer
            .MapPost("/", CreateAsync)
            .WithSummary("Create a round")
            .WithDescription("A draft, which only officers see until it is published; with published: true, bidders see it at once.")
            .Produces<RoundAnswers>(201);
        officer
            .MapPut("/{reference}", EditAsync)
            .WithSummary("Replace a round's answers")
            .WithDescription("Once it is published, its dates, amounts, questions and criteria are fixed: 409.")
            .TakesIfMatch()
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409);
        officer
            .MapPost(
                "/{reference}/publication",
                async (string reference, HttpRequest http, PublishRound publish, CancellationToken cancellationToken) =>
                    (await publish.RunAsync(reference, IfMatch.Read(http), cancellationToken)).Problem() ?? Results.NoContent()
            )
            .WithSummary("Publish a round")
            .WithDescription("Partnerships see it from now on, and can bid once it opens.")
            .TakesIfMatch(isRequired: false)
            .Produces(204)
            .ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(
        HttpResponse http,
        BidsContext db,
        Caller caller,
        string? after,
        CancellationToken cancellationToken
    )
    {
        var rounds = db.Rounds.AsNoTracking().SeenBy(caller);
        if (after is not null)
            rounds = await rounds.SingleOrDefaultAsync(r => r.Reference == after, cancellationToken) is { } last
                ? rounds.Where(r => r.ClosesAt < last.ClosesAt || (r.ClosesAt == last.ClosesAt && r.Id < last.Id))
                : rounds.Where(_ => false);
        var page = await rounds
            .OrderByDescending(r => r.ClosesAt)
            .ThenByDescending(r => r.Id)
            .Take(PageSize + 1)
            .ToListAsync(cancellationToken);
        if (page.Count > PageSize)
            http.Headers.Link = $"</api/rounds?after={page[PageSize - 1].Reference}>; rel=\"next\"";
        return Results.Ok(page.Take(PageSize).Select(r => r.Details));
    }

    private static async Task<IResult> GetAsync(
        string reference,
        HttpResponse http,
        BidsContext db,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var round = await db.Rounds.AsNoTracking().SeenBy(caller).SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken);
        if (round is null)
            return Result.NotFound.Problem()!;
        http.Headers.ETag = $"\"{round.Version}\"";
        return Results.Ok(round.Details);
    }

    private static async Task<IResult> CreateAsync(RoundAnswers round, CreateRound create, CancellationToken cancellationToken) =>
        (await create.RunAsync(round, cancellationToken)).Problem() ?? Results.Created($"/api/rounds/{round.Reference}", round.Tidied());

    private static async Task<IResult> EditAsync(
        string reference,
        RoundAnswers round,
        HttpRequest http,
        EditRound edit,
        CancellationToken cancellationToken
    ) =>
        IfMatch.Read(http) is not { } version
            ? IfMatch.Missing
            : (await edit.RunAsync(reference, version, _ => round, cancellationToken)).Problem() ?? Results.NoContent();
}
