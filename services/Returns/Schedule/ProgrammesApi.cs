using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Schedule;

/// <summary>What the office has settled for each fund's returns, and the reminders that come of it.</summary>
internal static class ProgrammesApi
{
    private const int PageSize = Doors.ApiPage;

    public sealed record StoredProgramme(int Version, ProgrammeDetails Programme);

    public sealed record RungBody(int WorkingDays, IReadOnlyList<string?>? Audience, bool Escalates);

    /// <param name="DueRule">When returns are due.</param>
    /// <param name="Ladder">Who is written to when; an empty list chases nobody.</param>
    /// <param name="VariancePercent">From how far off the year's money, in percent, a reason is asked for.</param>
    /// <param name="VarianceFloor">Below this difference none is.</param>
    public sealed record ProgrammeBody(DueRule? DueRule, IReadOnlyList<RungBody?>? Ladder, int VariancePercent, Money VarianceFloor)
    {
        internal IReadOnlyList<Problem> Missing =>
            [
                .. DueRule is null ? [new Problem(nameof(DueRule), "Enter when returns are due")] : Array.Empty<Problem>(),
                .. Ladder is null
                    ? [new Problem(nameof(Ladder), "Enter the ladder. An empty list means that nobody is written to")]
                    : Array.Empty<Problem>(),
            ];

        internal ProgrammeDetails Read(string name) =>
            new(
                name,
                DueRule!,
                [
                    .. Ladder!
                        .OfType<RungBody>()
                        .Select(r => new Rung(r.WorkingDays, [.. (r.Audience ?? []).OfType<string>().Distinct()])
                        {
                            Escalates = r.Escalates,
                        }),
                ],
                VariancePercent,
                VarianceFloor
            );
    }

    public sealed record ForecastReminders(DateOnly On, IReadOnlyList<Reminder> Reminders);

    public static void MapProgrammesApi(this WebApplication app)
    {
        var programmes = app.MapGroup("/api/programmes").WithTags("Programmes");
        programmes.MapGet("/", ListAsync).May(Acts.ReadProgrammes).Produces<List<StoredProgramme>>();
        programmes.MapGet("/{**name}", GetAsync).May(Acts.ReadProgrammes).Produces<StoredProgramme>().ProducesProblem(404);
        programmes
            .MapPut("/{**name}", PutAsync)
            .May(Acts.WriteProgrammes)
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(412)
            .ProducesProblem(422)
            .ProducesProblem(428);
        app.MapGet("/api/reminders", RemindersAsync)
            .WithTags("Reminders")
            .May(Acts.ChaseReturns)
            .Produces<ForecastReminders>()
            .ProducesProblem(422);
    }

    private static async Task<IResult> ListAsync(ReturnsContext db, CancellationToken cancellationToken) =>
        Results.Ok(
            (await db.Programmes.AsNoTracking().OrderBy(p => p.Name).ToListAsync(cancellationToken)).Select(p => new StoredProgramme(
                p.Version,
                p.Details
            ))
        );

    private static async Task<IResult> GetAsync(string name, HttpResponse http, ReturnsContext db, CancellationToken cancellationToken)
    {
        var programme = await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Name == name, cancellationToken);
        if (programme is null)
            return Result.NotFound.Problem()!;
        http.Headers.ETag = $"\"{programme.Version}\"";
        return Results.Ok(new StoredProgramme(programme.Version, programme.Details));
    }

    private static async Task<IResult> PutAsync(
        string name,
        ProgrammeBody typed,
        HttpRequest http,
        ChangeProgramme change,
        CancellationToken cancellationToken
    ) =>
        IfMatch.Read(http) is not { } version
            ? IfMatch.Missing
            : (
                typed.Missing is { Count: > 0 } missing
                    ? Result.Of(missing)
                    : await change.RunAsync(typed.Read(name), version, cancellationToken)
            ).Problem() ?? Results.NoContent();

    private static async Task<IResult> RemindersAsync(
        string? on,
        Guid? after,
        HttpResponse http,
        ReturnsContext db,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var read = DryRun.Read(on, London.DateOf(caller.At));
        if (read.Outcome.Problem() is { } problem)
            return problem;
        var day = read.Value;
        var reminders = (await db.RemindersOnAsync(day, caller.At, cancellationToken))
            .OrderBy(r => r.ReturnId)
            .Where(r => after is null || r.ReturnId.CompareTo(after.Value) > 0)
            .ToList();
        if (reminders.Count > PageSize)
            http.Headers.Link = $"</api/reminders?on={day:yyyy-MM-dd}&after={reminders[PageSize - 1].ReturnId}>; rel=\"next\"";
        return Results.Ok(new ForecastReminders(day, [.. reminders.Take(PageSize)]));
    }
}
