using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Schedule;

/// <summary>What the office has decided for each fund's returns, and the reminders that follow from it.</summary>
internal static class ProgrammesApi
{
    private const int PageSize = Doors.ApiPage;

    /// <summary>A programme as it is kept.</summary>
    /// <param name="Version">Grows by one with every change; 0 while nothing was changed. The ETag.</param>
    /// <param name="Programme">What the office has decided for its returns.</param>
    public sealed record StoredProgramme(int Version, ProgrammeDetails Programme);

    /// <summary>A rung of the chasing ladder.</summary>
    /// <param name="WorkingDays">Working days before (negative) or after the due date.</param>
    /// <param name="Audience">The roles at the partnership that are written to: partner-editor, partner-lead, partner-chair.</param>
    /// <param name="Escalates">Whether it also holds the payment and names the return in the board paper.</param>
    public sealed record RungBody(int WorkingDays, IReadOnlyList<string?>? Audience, bool Escalates);

    /// <param name="DueRule">When returns are due.</param>
    /// <param name="Ladder">Who is written to, and when; an empty list chases nobody.</param>
    /// <param name="VariancePercent">The difference from the year's money, in percent, from which a reason is needed.</param>
    /// <param name="VarianceFloor">The difference, in pounds, below which no reason is needed.</param>
    /// <param name="RepeatEvery">
    /// After how many working days the last reminder is sent again, and again, if it holds payment; 0 for never. Left out, it stays.
    /// </param>
    /// <param name="ReworkDays">How many working days a return that is sent back has; left out, it stays.</param>
    /// <param name="ReworkLadder">
    /// Who is written to about a return that is sent back, and when, from the day to be back by; left out, it stays.
    /// </param>
    public sealed record ProgrammeBody(
        DueRule? DueRule,
        IReadOnlyList<RungBody?>? Ladder,
        int VariancePercent,
        Money VarianceFloor,
        int? RepeatEvery,
        int? ReworkDays,
        IReadOnlyList<RungBody?>? ReworkLadder
    )
    {
        internal IReadOnlyList<Problem> Missing =>
            [
                .. DueRule is null ? [new Problem(nameof(DueRule), "Enter when returns are due")] : Array.Empty<Problem>(),
                .. Ladder is null
                    ? [new Problem(nameof(Ladder), "Enter the ladder. An empty list means that nobody is written to")]
                    : Array.Empty<Problem>(),
            ];

        internal ProgrammeDetails Read(Programme now) =>
            new(now.Name, DueRule!, Read(Ladder!), VariancePercent, VarianceFloor)
            {
                RepeatEvery = RepeatEvery ?? now.RepeatEvery,
                ReworkDays = ReworkDays ?? now.ReworkDays,
                ReworkLadder = ReworkLadder is null ? now.ReworkLadder : Read(ReworkLadder),
            };

        private static IReadOnlyList<Rung> Read(IReadOnlyList<RungBody?> ladder) =>
            [
                .. ladder
                    .OfType<RungBody>()
                    .Select(r => new Rung(r.WorkingDays, [.. (r.Audience ?? []).OfType<string>().Distinct()]) { Escalates = r.Escalates }),
            ];
    }

    /// <summary>The reminders of one day.</summary>
    /// <param name="On">The day.</param>
    /// <param name="Reminders">What would go out on that day if nothing changes; the earliest due date first.</param>
    public sealed record ForecastReminders(DateOnly On, IReadOnlyList<Reminder> Reminders);

    public static void MapProgrammesApi(this WebApplication app)
    {
        var programmes = app.MapGroup("/api/programmes")
            .WithTags("Programmes")
            .WithParameter("name", "The programme's name, which may have a slash in it.");
        programmes
            .MapGet("/", ListAsync)
            .May(Acts.ReadProgrammes)
            .WithSummary("List programmes")
            .WithDescription("By name.")
            .Produces<List<StoredProgramme>>();
        programmes
            .MapGet("/{**name}", GetAsync)
            .May(Acts.ReadProgrammes)
            .WithSummary("Get when a programme's returns are due and who is reminded")
            .Produces<StoredProgramme>()
            .ProducesProblem(404);
        programmes
            .MapPut("/{**name}", PutAsync)
            .May(Acts.WriteProgrammes)
            .TakesIfMatch()
            .WithSummary("Change when a programme's returns are due and who is reminded")
            .WithDescription("A due rule counts for returns that have not opened, ladders at once. The first ETag is 0.")
            .Produces(204)
            .ProducesProblem(404)
            .ProducesValidationProblem(422);
        app.MapGet("/api/reminders", RemindersAsync)
            .WithTags("Reminders")
            .May(Acts.ChaseReturns)
            .WithSummary("List the reminders that would go out on a day")
            .WithDescription("If nothing changes until then. 100 at most; nothing is sent.")
            .WithParameter("on", "A day up to a year ahead: 2025-01-31. Today if it is left out.")
            .WithParameter("after", "The return's id in the last reminder that was read.")
            .Produces<ForecastReminders>()
            .ProducesValidationProblem(422);
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
        ReturnsContext db,
        ChangeProgramme change,
        CancellationToken cancellationToken
    )
    {
        if (IfMatch.Read(http) is not { } version)
            return IfMatch.Missing;
        if (typed.Missing is { Count: > 0 } missing)
            return Result.Of(missing).Problem()!;
        if (await db.Programmes.AsNoTracking().SingleOrDefaultAsync(p => p.Name == name, cancellationToken) is not { } now)
            return Result.NotFound.Problem()!;
        return (await change.RunAsync(typed.Read(now), version, cancellationToken)).Problem() ?? Results.NoContent();
    }

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
