using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds;

/// <summary>More time: asked for by a partnership, given or refused by the office.</summary>
internal static class ExtensionsApi
{
    /// <summary>An extension, or a request for one.</summary>
    /// <param name="Id">The extension's id.</param>
    /// <param name="RequestedAt">When it was asked for, or given without a request.</param>
    /// <param name="AnsweredAt">When the office granted or refused it; null until then.</param>
    /// <param name="Extension">What it says.</param>
    public sealed record StoredExtension(Guid Id, DateTimeOffset RequestedAt, DateTimeOffset? AnsweredAt, ExtensionDetails Extension);

    /// <summary>The request that was made.</summary>
    /// <param name="Id">The request's id, under which it is answered.</param>
    public sealed record MadeRequest(Guid? Id);

    /// <summary>A request for more time.</summary>
    /// <param name="Reason">Why more time is needed.</param>
    public sealed record RequestBody(string? Reason);

    /// <summary>More time for one partnership.</summary>
    /// <param name="Partnership">The partnership, by code.</param>
    /// <param name="Reason">Why it has more time.</param>
    /// <param name="LastDay">The last day on which it can submit.</param>
    public sealed record GivenBody(Partnership? Partnership, string? Reason, DateOnly LastDay);

    /// <param name="LastDay">The last day of the time that is granted; null refuses the request.</param>
    /// <param name="Answer">What is said to the partnership.</param>
    public sealed record ExtensionAnswerBody(DateOnly? LastDay, string? Answer);

    public static void MapExtensionsApi(this WebApplication app)
    {
        var round = app.MapGroup("/api/rounds/{reference}").WithTags("Extensions").OfRound().ProducesProblem(404);
        round
            .MapGet("/extensions", ListAsync)
            .May(Acts.ReadExtensions)
            .WithSummary("List a round's extensions")
            .WithDescription("The oldest first. A partnership sees its own.")
            .Produces<List<StoredExtension>>();
        round
            .MapPost("/extension-requests", RequestAsync)
            .May(Acts.RequestExtension)
            .WithSummary("Ask for more time to bid")
            .WithDescription("409 while an earlier request waits for the office's answer.")
            .Produces<MadeRequest>(201)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);
        var officer = round.MapGroup("").ProducesValidationProblem(422);
        officer
            .MapPost("/extensions", GiveAsync)
            .May(Acts.GiveExtension)
            .WithSummary("Give a partnership more time unasked")
            .WithDescription("A bid of theirs that lapsed at the deadline can be written on again. The public deadline stays.")
            .Produces(204);
        officer
            .MapPost("/extensions/{id:guid}/answer", AnswerAsync)
            .May(Acts.AnswerExtension)
            .WithSummary("Grant or refuse a request for more time")
            .WithDescription("409 once it is answered.")
            .WithParameter("id", "The request's id.")
            .Produces(204)
            .ProducesProblem(409);
    }

    // The context limits a partnership to its own.
    private static async Task<IResult> ListAsync(string reference, BidsContext db, Caller caller, CancellationToken cancellationToken)
    {
        var round = await db.Rounds.AsNoTracking().SeenBy(caller).SingleOrDefaultAsync(r => r.Reference == reference, cancellationToken);
        if (round is null)
            return Result.NotFound.Problem()!;
        var extensions = await db
            .Extensions.AsNoTracking()
            .Where(e => e.RoundId == round.Id)
            .OrderBy(e => e.RequestedAt)
            .ToListAsync(cancellationToken);
        return Results.Ok(extensions.Select(e => new StoredExtension(e.Id, e.RequestedAt, e.AnsweredAt, e.Details)));
    }

    private static async Task<IResult> RequestAsync(
        string reference,
        RequestBody typed,
        RequestExtension request,
        CancellationToken cancellationToken
    )
    {
        var requested = await request.RunAsync(reference, typed.Reason, cancellationToken);
        return requested.Outcome.Problem() ?? Results.Created($"/api/rounds/{reference}/extensions", new MadeRequest(requested.Value));
    }

    private static async Task<IResult> GiveAsync(
        string reference,
        GivenBody typed,
        GrantExtension grant,
        CancellationToken cancellationToken
    ) =>
        typed.Partnership is null
            ? Result.Of([new(nameof(typed.Partnership), "Select the partnership that gets more time")]).Problem()!
            : (await grant.GiveAsync(reference, typed.Partnership, typed.Reason, typed.LastDay, cancellationToken)).Problem()
                ?? Results.NoContent();

    private static async Task<IResult> AnswerAsync(
        string reference,
        Guid id,
        ExtensionAnswerBody typed,
        GrantExtension grant,
        CancellationToken cancellationToken
    ) => (await grant.AnswerAsync(reference, id, typed.LastDay, typed.Answer, cancellationToken)).Problem() ?? Results.NoContent();
}
