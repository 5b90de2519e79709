using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>Reading returns, and what happens to one as a whole.</summary>
internal static class ReturnsApi
{
    private const int PageSize = Doors.ApiPage;

    /// <param name="Id">The return's id.</param>
    /// <param name="Address">Its address in this API: "/api/returns/SS5-MEL-01/2024-25-q2".</param>
    /// <param name="Version">Its version, as in the ETag.</param>
    /// <param name="Return">What it says.</param>
    /// <param name="Interventions">What the grant pays for, as the return reports on it.</param>
    /// <param name="Progress">How far it has got, for everybody; null in a list, and where it stands as it was submitted.</param>
    /// <param name="UnderspendByFigures">
    /// What the interventions' spending and forecasts leave of the year's money: what the underspend is compared with. Null in a list, and
    /// while some are missing.
    /// </param>
    public sealed record StoredReturn(
        Guid Id,
        string Address,
        int Version,
        ReturnDetails Return,
        IReadOnlyList<Intervention> Interventions,
        FormProgress? Progress = null,
        Money? UnderspendByFigures = null
    );

    /// <param name="Returns">The returns of this page, 100 at most.</param>
    /// <param name="Next">The address of the next page, also in the Link header; null on the last.</param>
    public sealed record ReturnList(IReadOnlyList<StoredReturn> Returns, string? Next);

    /// <summary>Filters; what is left out does not filter.</summary>
    /// <param name="State">A state, to list only returns in it.</param>
    /// <param name="Partnership">A partnership's code, to list only its returns: MEL.</param>
    /// <param name="Programme">A programme's name, to list only its returns.</param>
    /// <param name="Quarter">A quarter, to list only its returns: 2024/25 Q1 or 2024-25-q1.</param>
    /// <param name="Overdue">
    /// True to list what is not in after its due date, or not back after the day to be back by; false for everything else.
    /// </param>
    /// <param name="After">The id of the last return that was read.</param>
    public sealed record Wanted(ReturnState? State, string? Partnership, string? Programme, string? Quarter, bool? Overdue, Guid? After);

    public static void MapReturnsApi(this WebApplication app)
    {
        var returns = app.MapGroup("/api/returns").WithTags("Returns");
        returns
            .MapGet("/", ListAsync)
            .May(Acts.ReadReturns)
            .WithSummary("List returns")
            .WithDescription("In the order of their ids, 100 at most. A partnership sees its own; the office sees nothing of drafts.")
            .Produces<ReturnList>()
            .ProducesProblem(400);
        var one = AddressedReturn.Map(app).WithTags("Returns");
        one.MapGet("/", GetAsync)
            .May(Acts.ReadReturns)
            .WithSummary("Get a return")
            .WithDescription("A partnership sees its own as it stands, everybody else what was submitted.")
            .Produces<StoredReturn>();
        Step(
            one.MapPost(
                "/ready",
                async (AddressedReturn owed, HandOver handOver, CancellationToken cancellationToken) =>
                    (await handOver.RunAsync(owed.Id, cancellationToken)).Problem() ?? Results.NoContent()
            ),
            "Hand a return over to be certified",
            "422 while something is missing or a figure cannot be right.",
            Acts.WriteReturn
        );
        Step(
            one.MapPost(
                "/declined",
                async (AddressedReturn owed, ReturnBodies.DeclinedBody typed, DeclineReturn decline, CancellationToken cancellationToken) =>
                    (await decline.RunAsync(owed.Id, typed.Reason, cancellationToken)).Problem() ?? Results.NoContent()
            ),
            "Give a return back to its editors instead of certifying it",
            "409 unless it has been handed over.",
            Acts.DeclineReturn
        );
        Step(
                one.MapPost(
                    "/submission",
                    async (AddressedReturn owed, HttpRequest http, SubmitReturn submit, CancellationToken cancellationToken) =>
                        (await submit.RunAsync(owed.Id, IfMatch.Read(http), cancellationToken)).Problem() ?? Results.NoContent()
                ),
                "Certify a return and submit it",
                "409 for whoever entered part of it, and before it is handed over. If-Match makes sure that it is what was read.",
                Acts.CertifyReturn
            )
            .TakesIfMatch(isRequired: false);
    }

    private static RouteHandlerBuilder Step(RouteHandlerBuilder endpoint, string summary, string description, Act act) =>
        endpoint
            .May(act)
            .TakesIdempotencyKey()
            .WithSummary(summary)
            .WithDescription(description)
            .Produces(204)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);

    private static async Task<IResult> ListAsync(
        [AsParameters] Wanted wanted,
        HttpRequest request,
        HttpResponse http,
        ReturnsContext db,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var found = db.Returns.AsNoTracking().Where(r => wanted.After == null || r.Id > wanted.After);
        if (wanted.State is { } state)
            found = found.Where(r => r.State == state);
        if (wanted.Programme is { } programme)
            found = found.Where(r => r.Programme == programme);
        if (wanted.Partnership is { } code)
        {
            if (Partnership.Find(code) is not { } partnership)
                return Unknown("partnership", code);
            found = found.Where(r => r.Partnership == partnership);
        }
        if (wanted.Quarter is { } text)
        {
            if ((Quarter.Parse(text) ?? QuarterAddress.Read(text)) is not { } quarter)
                return Unknown("quarter", text);
            found = found.Where(r => r.Quarter == quarter);
        }
        if (wanted.Overdue is { } overdue)
        {
            var today = London.DateOf(caller.At);
            found = found.Where(r =>
                ((r.FirstSubmittedAt == null && r.State != ReturnState.NotRequired && r.DueOn < today) || r.BackBy < today) == overdue
            );
        }
        var returns = await found.OrderBy(r => r.Id).Take(PageSize).ToListAsync(cancellationToken);
        await db.ShowAsync(returns, caller, cancellationToken);
        var query = QueryString.Create([
            .. request.Query.Where(q => q.Key != "after").Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString())),
        ]);
        var next = returns.Count == PageSize ? $"/api/returns{query.Add("after", returns[^1].Id.ToString())}" : null;
        if (next is not null)
            http.Headers.Link = $"<{next}>; rel=\"next\"";
        return Results.Ok(new ReturnList([.. returns.Select(Stored)], next));
    }

    private static async Task<IResult> GetAsync(
        HttpContext http,
        IForms<Return> forms,
        ReturnsContext db,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        if (await forms.FindAsync(http.Request, cancellationToken) is not { } found)
            return Result.NotFound.Problem()!;
        var progress = await db.ProgressAsync(found, cancellationToken);
        await db.ShowAsync([found], caller, cancellationToken);
        var figures = await db.FiguresSeenAsync(found, caller, cancellationToken);
        http.Response.Headers.ETag = $"\"{found.Version}\"";
        return Results.Ok(
            Stored(found) with
            {
                Progress = progress,
                UnderspendByFigures = YearSpend.Left(found.Interventions, found.Content, figures, found.Quarter),
            }
        );
    }

    private static StoredReturn Stored(Return found) =>
        new(found.Id, "/api" + QuarterAddress.Of(found), found.Version, found.Details, found.Interventions);

    private static IResult Unknown(string what, string typed) => Results.Problem(statusCode: 400, title: $"There is no {what} “{typed}”");
}
