using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Reminds people of a return that is due, or chases one that is overdue: one letter per return, due date, rung and recipient, and one for
/// each reminder by hand. The ladder's reminders that are still queued are not sent once chasing is paused or stopped.
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
            : write.RunAsync(
                new(
                    happened.Id,
                    happened.Version,
                    $"{OfTheLadder}{happened.Rung.WorkingDays:+0;-0;0} of {about.DueOn:yyyy-MM-dd}",
                    about.Partnership,
                    happened.Rung.Audience
                )
                {
                    IsRequest = true,
                    IsRung = true,
                    TrueUntil = TrueUntil(about, happened.At),
                },
                TemplateFor(about, happened.At),
                (office, to) => new(office, to, about),
                context.CancellationToken
            );
    }

    public Task Consume(ConsumeContext<ReturnReminded> context)
    {
        var (happened, about) = (context.Message, context.Message.Details);
        return write.RunAsync(
            new Occasion(happened.Id, happened.Version, $"chased now {happened.Version}", about.Partnership, happened.Audience) with
            {
                IsRequest = true,
                TrueUntil = TrueUntil(about, happened.At),
            },
            TemplateFor(about, happened.At),
            (office, to) => new(office, to, about),
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

    // "Due on Friday" and "due today" are so until that day is over.
    private static DateTimeOffset? TrueUntil(ReturnDetails about, DateTimeOffset at) =>
        London.DateOf(at) <= about.DueOn ? London.StartOf(about.DueOn.AddDays(1)) : null;

    // Chosen by the calendar, not the rung: rung 0 of a due date on a Saturday goes out on Monday, when the return is not due "today".
    private LetterTemplate<ReturnFields> TemplateFor(ReturnDetails about, DateTimeOffset at) =>
        London.DateOf(at).CompareTo(about.DueOn) switch
        {
            < 0 => templates.ReturnDueSoon,
            0 => templates.ReturnDueToday,
            > 0 => templates.ReturnOverdue,
        };
}
