using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>What officers do with a return, and how late returns came in.</summary>
internal static class OfficeApi
{
    private const int PageSize = Doors.ApiPage;

    /// <summary>What is to be changed.</summary>
    /// <param name="Sections">The sections, each with the reason.</param>
    /// <param name="BackBy">The last day on which it is in time to be back; the programme's usual one if it is left out.</param>
    public sealed record SendBackReturnBody(IReadOnlyList<SectionNote?>? Sections, DateOnly? BackBy);

    /// <summary>A later due date.</summary>
    /// <param name="DueOn">The new due date, or of a return that is sent back, the new day to be back by.</param>
    /// <param name="Reason">Why there is more time.</param>
    public sealed record ExtensionBody(DateOnly DueOn, string? Reason);

    /// <summary>A reason.</summary>
    /// <param name="Reason">Why the officer does this.</param>
    public sealed record ReasonBody(string? Reason);

    /// <summary>Why a return is not required.</summary>
    /// <param name="Reason">The reason; the partnership reads it.</param>
    /// <param name="OnPaper">Whether its quarter was reported on paper: what was spent and achieved is then known elsewhere.</param>
    public sealed record NotRequiredBody(string? Reason, bool OnPaper = false);

    /// <param name="State">On, Paused or Stopped.</param>
    /// <param name="Until">The day on which reminders go on after a pause; null where somebody has to resume them.</param>
    /// <param name="Reason">Why chasing is changed.</param>
    public sealed record ChasingBody(ChasingState? State, DateOnly? Until, string? Reason);

    /// <summary>What a partnership replied.</summary>
    /// <param name="Text">In the officer's words.</param>
    public sealed record ReplyBody(string? Text);

    /// <param name="ReturnId">The return, by id.</param>
    /// <param name="GrantReference">The grant that it reports on.</param>
    /// <param name="Partnership">The partnership that owes it.</param>
    /// <param name="Quarter">The quarter that it reports on.</param>
    /// <param name="DueOn">When it was due, extensions included.</param>
    /// <param name="FirstDueOn">When it was due before any extension; null where there was none.</param>
    /// <param name="FirstSubmittedAt">When it first came in; null when it is not in.</param>
    /// <param name="WorkingDaysLate">0 is on time, null is not in.</param>
    /// <param name="BackBy">When it is to be back; null unless it is sent back.</param>
    /// <param name="ReworkDaysLate">
    /// Working days that it was late to be back, over each time that it was sent back; null where it was never back.
    /// </param>
    public sealed record Lateness(
        Guid ReturnId,
        string GrantReference,
        Partnership Partnership,
        Quarter Quarter,
        DateOnly DueOn,
        DateOnly? FirstDueOn,
        DateTimeOffset? FirstSubmittedAt,
        int? WorkingDaysLate,
        DateOnly? BackBy,
        int? ReworkDaysLate
    );

    public static void MapOfficeApi(this WebApplication app)
    {
        app.MapGet("/api/lateness", LatenessAsync)
            .May(Acts.ReadReturns)
            .WithTags("Lateness")
            .WithSummary("List how late returns came in")
            .WithDescription("In working days, 100 returns at most. A partnership sees its own.")
            .WithParameter("partnership", "A partnership's code, to list its returns alone: MEL.")
            .WithParameter("after", "The id of the last return that was read.")
            .Produces<List<Lateness>>()
            .ProducesValidationProblem(422);
        var owed = AddressedReturn.Map(app).WithTags("Returns in the office").TakesIdempotencyKey().ProducesProblem(409);
        var answering = owed.MapGroup("").May(Acts.AnswerReturn);
        answering
            .MapPost(
                "/send-back",
                async (AddressedReturn owed, SendBackReturnBody typed, SendBackReturn send, CancellationToken cancellationToken) =>
                    Answer(
                        await send.RunAsync(
                            owed.Id,
                            [.. (typed.Sections ?? []).OfType<SectionNote>().Select(n => n with { Section = n.Section ?? "" })],
                            typed.BackBy,
                            cancellationToken
                        )
                    )
            )
            .WithSummary("Send sections of a return back")
            .WithDescription(
                "Each with what is to be changed, by a day. Reminders of that day go out. Its lateness stays. 409 unless it is submitted "
                    + "and not accepted."
            )
            .Produces(204);
        answering
            .MapPost(
                "/acceptance",
                async (AddressedReturn owed, HttpRequest http, AcceptReturn accept, CancellationToken cancellationToken) =>
                    IfMatch.Read(http) is { } version ? Answer(await accept.RunAsync(owed.Id, version, cancellationToken)) : IfMatch.Missing
            )
            .TakesIfMatch()
            .WithSummary("Accept a return")
            .WithDescription(
                "It is frozen from now on; figures are corrected in a later return. One that is sent back is accepted after all as it was "
                    + "submitted: what was changed since is dropped. 409 unless it came in."
            )
            .Produces(204);
        answering
            .MapPost(
                "/extension",
                async (AddressedReturn owed, ExtensionBody typed, ExtendReturn extend, CancellationToken cancellationToken) =>
                    Answer(await extend.RunAsync(owed.Id, typed.DueOn, typed.Reason, cancellationToken))
            )
            .WithSummary("Give a return a later due date")
            .WithDescription("Lateness counts from the new date, and the reminders begin again. 409 once the return is in, or back.")
            .Produces(204);
        answering
            .MapPost(
                "/not-required",
                async (AddressedReturn owed, NotRequiredBody typed, NotRequireReturn change, CancellationToken cancellationToken) =>
                    Answer(await change.RunAsync(owed.Id, typed.Reason, typed.OnPaper, cancellationToken))
            )
            .WithSummary("Say that a return is not required")
            .WithDescription(
                "With a reason. Where the quarter was reported on paper, reports say so and do not count it as nothing. 409 once the "
                    + "return is in."
            )
            .Produces(204);
        answering
            .MapPost(
                "/required",
                async (AddressedReturn owed, ReasonBody typed, NotRequireReturn change, CancellationToken cancellationToken) =>
                    Answer(await change.UndoAsync(owed.Id, typed.Reason, cancellationToken))
            )
            .WithSummary("Say that a return is required after all")
            .WithDescription("With a reason.")
            .Produces(204);
        var chasing = owed.MapGroup("").May(Acts.ChaseReturns);
        chasing
            .MapPost(
                "/chasing",
                async (AddressedReturn owed, ChasingBody typed, ChangeChasing change, CancellationToken cancellationToken) =>
                    Answer(
                        typed.State is { } state
                            ? await change.RunAsync(owed.Id, state, typed.Until, typed.Reason, cancellationToken)
                            : Result.Of([new(nameof(typed.State), "Enter On, Paused or Stopped")])
                    )
            )
            .WithSummary("Pause, stop or resume a return's reminders")
            .WithDescription("With a reason. 409 once the return is in, or back.")
            .Produces(204);
        chasing
            .MapPost(
                "/reminder",
                async (AddressedReturn owed, ChaseNow chase, CancellationToken cancellationToken) =>
                    Answer(await chase.RunAsync(owed.Id, cancellationToken))
            )
            .WithSummary("Send a reminder now")
            .WithDescription(
                "To editors and lead, once a day at most. The ladder goes on as it would have. 409 once the return is in, or back."
            )
            .Produces(204);
        chasing
            .MapPost(
                "/replies",
                async (AddressedReturn owed, ReplyBody typed, NoteReply note, CancellationToken cancellationToken) =>
                    Answer(Renamed(await note.RunAsync(owed.Id, typed.Text, cancellationToken), nameof(typed.Text)))
            )
            .WithSummary("Note what a partnership replied")
            .WithDescription("It shows on the timeline of the return.")
            .Produces(204);
    }

    private static IResult Answer(Result result) => result.Problem() ?? Results.NoContent();

    private static Result Renamed(Result result, string field) =>
        result.Kind == ResultKind.Incorrect
            ? result with
            {
                Problems = [.. result.Problems.Select(p => p with { Field = field })],
            }
            : result;

    // The context limits a partnership to its own.
    private static async Task<IResult> LatenessAsync(
        HttpResponse http,
        string? partnership,
        Guid? after,
        ReturnsContext db,
        Caller caller,
        CancellationToken cancellationToken
    )
    {
        var one = Partnership.Find(partnership);
        if (partnership is not null && one is null)
            return Result.Of([new(nameof(partnership), $"There is no partnership {partnership}")]).Problem()!;
        var page = await db.Lateness(one, London.DateOf(caller.At))
            .Where(r => after == null || r.Id > after)
            .OrderBy(r => r.Id)
            .Take(PageSize + 1)
            .Select(r => new Lateness(
                r.Id,
                r.GrantReference,
                r.Partnership,
                r.Quarter,
                r.DueOn,
                r.FirstDueOn,
                r.FirstSubmittedAt,
                r.WorkingDaysLate,
                r.BackBy,
                r.ReworkDaysLate
            ))
            .ToListAsync(cancellationToken);
        if (page.Count > PageSize)
            http.Headers.Link =
                $"</api/lateness?{(one is null ? "" : $"partnership={one.Code}&")}after={page[PageSize - 1].ReturnId}>; rel=\"next\"";
        return Results.Ok(page.Take(PageSize));
    }
}
