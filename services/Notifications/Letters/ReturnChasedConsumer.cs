using MassTransit;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Reminds people of a return that is due or to be back, or chases one that is late: one letter per return, due date or sending back, rung
/// and recipient, and one for each reminder by hand. A chair is told, and never asked to certify. The ladder's reminders that are still
/// queued are not sent once chasing is paused or stopped.
/// </summary>
internal sealed class ReturnChasedConsumer(WriteLetters write, LetterTemplates templates, NotificationsContext db, TimeProvider time)
    : IConsumer<ReturnChased>,
        IConsumer<ReturnReminded>,
        IConsumer<ChasingChanged>
{
    private const string OfTheLadder = "rung ";

    // In working days: from here on a letter says what happens next.
    private const int VeryLate = 10;

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
                happened,
                happened.HoldsOn,
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
            null,
            happened.HoldsOn,
            context.CancellationToken
        );
    }

    public async Task Consume(ConsumeContext<ChasingChanged> context)
    {
        var (happened, now) = (context.Message, time.GetUtcNow());
        if (happened.Details.Chasing == ChasingState.On)
            return;
        var waiting = await db
            .Letters.Where(l =>
                (l.State == LetterState.Queued || (l.State == LetterState.Collected && l.SentAt == null))
                && l.AboutId == happened.Id
                && l.AboutVersion < happened.Version
                && l.Occasion.StartsWith(OfTheLadder)
            )
            .ToListAsync(context.CancellationToken);
        foreach (var letter in waiting)
            letter.Withdraw(
                happened.Details.Chasing == ChasingState.Paused ? "its reminders are paused" : "its reminders are stopped",
                now
            );
    }

    private async Task WriteAsync(
        Occasion occasion,
        ReturnDetails about,
        DateTimeOffset at,
        ReturnChased? rung,
        DateOnly? holdsOn,
        CancellationToken cancellationToken
    )
    {
        // "Due on Friday" and "due today" are so until that day is over.
        var (day, today) = (Day(about), London.DateOf(at));
        occasion = occasion with { IsRequest = true, TrueUntil = today <= day ? London.StartOf(day.AddDays(1)) : null };
        var people = await db
            .Contacts.AsNoTracking()
            .Where(c => c.Active && c.Partnership == about.Partnership)
            .ToListAsync(cancellationToken);
        var asked = occasion.Roles.Where(r => r != Roles.PartnerChair).ToList();
        // Where there is nobody at all, one alert says so.
        var isForChair =
            occasion.Roles.Contains(Roles.PartnerChair)
            && people.Any(c => c.Roles.Any(r => occasion.Roles.Contains(r) || r == Roles.PartnerStandIn));
        var chairRole = people.Any(c => c.Roles.Contains(Roles.PartnerChair)) ? Roles.PartnerChair : Roles.PartnerStandIn;
        if (!isForChair)
            await AskAsync(occasion, about, today, rung, holdsOn, Names(people, []), cancellationToken);
        else if (asked.Count > 0)
            await AskAsync(
                occasion with
                {
                    Roles = asked,
                },
                about,
                today,
                rung,
                holdsOn,
                Names(people, [chairRole], asked),
                cancellationToken
            );
        if (isForChair)
            await write.RunAsync(
                occasion with
                {
                    Kind = occasion.Kind + ", chair",
                    Roles = [Roles.PartnerChair],
                    Instead = [Roles.PartnerStandIn],
                    Except = asked,
                },
                IsHeld(about, rung) ? templates.ReturnChairHeld : templates.ReturnChairTold,
                (office, to) => new(office, to, about, today, holdsOn, Names(people, asked), Capacity(chairRole, about)),
                cancellationToken
            );
    }

    // A reminder by hand has the words of the rung that its day has reached. Others are chosen by the calendar: rung 0 of a due date on a
    // Saturday goes out on Friday, when the return is not due "today".
    private Task AskAsync(
        Occasion occasion,
        ReturnDetails about,
        DateOnly today,
        ReturnChased? rung,
        DateOnly? holdsOn,
        string copied,
        CancellationToken cancellationToken
    )
    {
        var day = Day(about);
        var late = IsHeld(about, rung)
            ? rung is { WasHeld: false }
                ? templates.ReturnPaymentHeld
                : templates.ReturnStillHeld
            : (rung?.Rung.WorkingDays ?? WorkingDays.Between(day, today)) >= VeryLate
                ? templates.ReturnLateWarning
                : null;
        if (late is not null)
            return write.RunAsync(occasion, late, (office, to) => new(office, to, about, today, holdsOn, copied, ""), cancellationToken);
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

    private static bool IsHeld(ReturnDetails about, ReturnChased? rung) => about.PaymentHeld || rung?.Rung.Escalates == true;

    // "Mo Chair (chair)", without those who get the other letter.
    private static string Names(IReadOnlyList<KnownContact> people, IReadOnlyList<string> roles, IReadOnlyList<string>? except = null)
    {
        var names = people
            .Where(c => c.Roles.Any(roles.Contains) && !c.Roles.Any(r => except?.Contains(r) == true))
            .DistinctBy(c => c.Email.ToLowerInvariant())
            .Select(c => $"{c.Name} ({RoleNames.InSentence(c.Roles.First(roles.Contains))})")
            .Order(StringComparer.Ordinal)
            .ToList();
        return names.Count == 0 ? "nobody" : WordList.Of(names);
    }

    private static string Capacity(string role, ReturnDetails about) =>
        role == Roles.PartnerChair
            ? $"you chair the partnership of {about.Partnership.Name}"
            : $"we have no chair of the partnership of {about.Partnership.Name} on file, and you are named as the one to tell instead";

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
