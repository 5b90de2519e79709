using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Reminds people of a return that is due or to be back, or chases one that is late: one letter per return, due date or sending back, rung
/// and recipient, and one for each reminder by hand. The ladder's reminders that are still queued are not sent once chasing is paused or
/// stopped.
/// </summary>
internal sealed class ReturnChasedConsumer(WriteLetters write, LetterTemplates templates, NotificationsContext db, TimeProvider time)
    : IConsumer<ReturnChased>,
        IConsumer<ReturnReminded>,
        IConsumer<ChasingChanged>
{
    private const string OfTheLadder = "rung ";

    public Task Consume(ConsumeContext<ReturnChased> context)
    {
        var (happened, about) = (context.Message, context.Message.Details);
        // A rung that only escalates sends no letter.
        return happened.Rung.Audience.Count == 0
            ? Task.CompletedTask
            : WriteAsync(
                new(
                    happened.Id,
                    happened.Version,
                    $"{OfTheLadder}{happened.Rung.WorkingDays:+0;-0;0} of {Day(about):yyyy-MM-dd}{SentBack(about)}",
                    about.Partnership,
                    happened.Rung.Audience
                )
                {
                    IsRung = true,
                },
                about,
                happened.At,
                context.CancellationToken
            );
    }

    public Task Consume(ConsumeContext<ReturnReminded> context)
    {
        var (happened, about) = (context.Message, context.Message.Details);
        return WriteAsync(
            new(happened.Id, happened.Version, $"chased now {happened.Version}", about.Partnership, happened.Audience),
            about,
            happened.At,
            context.CancellationToken
        );
    }

    public async Task Consume(ConsumeContext<ChasingChanged> context)
    {
        var (happened, now) = (context.Message, time.GetUtcNow());
        if (happened.Details.Chasing == ChasingState.On)
            return;
        await db
            .Letters.Where(l =>
                l.State == LetterState.Queued
                && l.AboutId == happened.Id
                && l.AboutVersion < happened.Version
                && l.Occasion.StartsWith(OfTheLadder)
            )
            .ExecuteUpdateAsync(
                l =>
                    l.SetProperty(x => x.State, LetterState.Withdrawn)
                        .SetProperty(x => x.WithdrawnAt, now)
                        .SetProperty(x => x.LastError, "chasing was paused or stopped"),
                context.CancellationToken
            );
    }

    private Task WriteAsync(Occasion occasion, ReturnDetails about, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // "Due on Friday" and "due today" are so until that day is over.
        var (day, today) = (Day(about), London.DateOf(at));
        occasion = occasion with { IsRequest = true, TrueUntil = today <= day ? London.StartOf(day.AddDays(1)) : null };
        // Chosen by the calendar, not the rung: rung 0 of a due date on a Saturday goes out on Monday, when the return is not due "today".
        return about.BackBy is null
            ? write.RunAsync(
                occasion,
                Of(today, day, templates.ReturnDueSoon, templates.ReturnDueToday, templates.ReturnOverdue),
                (office, to) => new(office, to, about),
                cancellationToken
            )
            : write.RunAsync(
                occasion,
                Of(today, day, templates.ReturnBackSoon, templates.ReturnBackToday, templates.ReturnBackLate),
                (office, to) => new(office, to, about),
                cancellationToken
            );
    }

    private static T Of<T>(DateOnly today, DateOnly day, T before, T on, T after) =>
        today.CompareTo(day) switch
        {
            < 0 => before,
            0 => on,
            > 0 => after,
        };

    private static DateOnly Day(ReturnDetails about) => about.BackBy ?? about.DueOn;

    // Each sending back has a ladder of its own, even towards the same day.
    private static string SentBack(ReturnDetails about) => about.SentBackAt is { } at ? $", sent back {at.UtcDateTime:O}" : "";
}
