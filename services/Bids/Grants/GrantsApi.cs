using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Grants;

/// <summary>Reading grants, varying one, accepting its agreement.</summary>
internal static class GrantsApi
{
    private const int MostAtOnce = Doors.ApiPage;

    /// <summary>A grant as it is kept.</summary>
    /// <param name="Id">The grant's id.</param>
    /// <param name="Reference">Its reference, which is its bid's: CSP2025-MEL-03.</param>
    /// <param name="Version">Grows by one with every change; the ETag.</param>
    /// <param name="Total">What is granted in all, after every variation.</param>
    /// <param name="Grant">What it says.</param>
    public sealed record StoredGrant(Guid Id, string Reference, int Version, Money Total, GrantDetails Grant);

    /// <summary>Why a variation does not go ahead.</summary>
    /// <param name="Reason">In the words of whoever cancels it; the partnership or whoever asked for it reads them.</param>
    public sealed record CancellationBody(string? Reason);

    public static void MapGrantsApi(this WebApplication app)
    {
        var grants = app.MapGroup("/api/grants")
            .WithTags("Grants")
            .WithParameter("reference", "The grant's reference, which is its bid's: CSP2025-MEL-03.");
        grants
            .MapGet("/", ListAsync)
            .May(Acts.ReadGrants)
            .WithSummary("List grants")
            .WithDescription("The oldest first. A partnership sees its own.")
            .WithParameter("after", "The id of the last grant that was read.")
            .Produces<IReadOnlyList<StoredGrant>>();
        grants
            .MapGet("/{reference}", GetAsync)
            .May(Acts.ReadGrants)
            .WithSummary("Get a grant, with all its variations")
            .Produces<StoredGrant>()
            .ProducesProblem(404);
        grants
            .MapPost("/{reference}/variations", VaryAsync)
            .May(Acts.VaryGrant)
            .TakesIfMatch()
            .TakesIdempotencyKey()
            .WithSummary("Vary a grant: its amounts, targets or end of delivery")
            .WithDescription(
                "It counts from its day, which may be ahead. Where money moves between funding years or is added, a supported decision "
                    + "record must have approved just that for this grant, after its award; where money only moves and no record is named, "
                    + "it waits for finance (202)."
            )
            .Produces<Variation>(201)
            .Produces<Variation>(202)
            .ProducesProblem(404)
            .ProducesValidationProblem(422);
        grants
            .MapPost("/{reference}/variations/{number:int}/approval", ApproveAsync)
            .May(Acts.ApproveVariation)
            .TakesIfMatch()
            .WithSummary("Approve, for finance, a variation that waits")
            .WithDescription("Never by whoever asked for it.")
            .WithParameter("number", "The variation's number within the grant.")
            .Produces(204)
            .ProducesProblem(404);
        grants
            .MapPost("/{reference}/variations/{number:int}/cancellation", CancelAsync)
            .May(Acts.CancelVariation)
            .TakesIfMatch()
            .WithSummary("Cancel a variation that waits or does not count yet")
            .WithDescription("The last one first: each follows from the one before.")
            .WithParameter("number", "The variation's number within the grant.")
            .Produces(204)
            .ProducesProblem(404)
            .ProducesValidationProblem(422);
        grants
            .MapPost(
                "/{reference}/acceptance",
                async (string reference, HttpRequest http, AcceptGrant accept, CancellationToken cancellationToken) =>
                    (await accept.RunAsync(reference, IfMatch.Read(http), cancellationToken)).Problem() ?? Results.NoContent()
            )
            .May(Acts.AcceptGrant)
            .TakesIfMatch(isRequired: false)
            .TakesIdempotencyKey()
            .WithSummary("Accept the grant agreement for the partnership")
            .WithDescription("Once: a later variation does not undo it.")
            .Produces(204)
            .ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(
        BidsContext db,
        Caller caller,
        HttpResponse http,
        Guid? after,
        int? limit,
        CancellationToken cancellationToken
    )
    {
        var size = Math.Clamp(limit ?? MostAtOnce, 1, MostAtOnce);
        var grants = await db
            .Grants.AsNoTracking()
            .Where(g => after == null || g.Id > after)
            .OrderBy(g => g.Id)
            .Take(size + 1)
            .ToListAsync(cancellationToken);
        if (grants.Count > size)
            http.Headers.Link = $"</api/grants?after={grants[size - 1].Id}&limit={size}>; rel=\"next\"";
        foreach (var grant in grants)
            grant.BringUpTo(caller.At);
        return Results.Ok(grants.Take(size).Select(g => Stored(g, caller)));
    }

    private static async Task<IResult> GetAsync(
        string reference,
        HttpResponse http,
        BidsContext db,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var grant = await db.Grants.AsNoTracking().SingleOrDefaultAsync(g => g.Reference == reference, cancellationToken);
        if (grant is null)
            return Result.NotFound.Problem()!;
        grant.BringUpTo(caller.At);
        http.Headers.ETag = $"\"{grant.Version}\"";
        return Results.Ok(Stored(grant, caller));
    }

    private static async Task<IResult> VaryAsync(
        string reference,
        NewVariation typed,
        HttpRequest http,
        VaryGrant vary,
        BidsContext db,
        CancellationToken cancellationToken
    )
    {
        if (IfMatch.Read(http) is not { } version)
            return IfMatch.Missing;
        if ((await vary.RunAsync(reference, version, typed, cancellationToken)).Problem() is { } problem)
            return problem;
        var grant = await db.Grants.AsNoTracking().SingleAsync(g => g.Reference == reference, cancellationToken);
        http.HttpContext.Response.Headers.ETag = $"\"{grant.Version}\"";
        var made = grant.Details.AllVariations().Last();
        var address = $"/grants/{reference}/variations/{made.Number}";
        return grant.Details.Waiting is null ? Results.Created(address, made) : Results.Accepted(address, made);
    }

    private static async Task<IResult> ApproveAsync(
        string reference,
        int number,
        HttpRequest http,
        VaryGrant vary,
        CancellationToken cancellationToken
    ) =>
        IfMatch.Read(http) is { } version
            ? (await vary.ApproveAsync(reference, number, version, cancellationToken)).Problem() ?? Results.NoContent()
            : IfMatch.Missing;

    private static async Task<IResult> CancelAsync(
        string reference,
        int number,
        CancellationBody typed,
        HttpRequest http,
        VaryGrant vary,
        CancellationToken cancellationToken
    ) =>
        IfMatch.Read(http) is { } version
            ? (await vary.CancelAsync(reference, number, version, typed.Reason, cancellationToken)).Problem() ?? Results.NoContent()
            : IfMatch.Missing;

    private static StoredGrant Stored(Grant grant, Caller caller) =>
        new(
            grant.Id,
            grant.Reference,
            grant.Version,
            grant.Details.Total,
            caller.May(LinkedActs.SeePeople) ? grant.Details : grant.Details with { AcceptedBy = null }
        );
}
