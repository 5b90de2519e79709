using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Tells those who may bid about a round, how much time is left and when that changes; tells the officers how it ended. Nobody is asked
/// to bid in a round that is already over.
/// </summary>
internal sealed class RoundConsumer(WriteLetters write, LetterTemplates templates, TimeProvider time)
    : IConsumer<RoundDrafted>,
        IConsumer<RoundOpened>,
        IConsumer<RoundDeadlineMoved>,
        IConsumer<RoundReminded>,
        IConsumer<RoundClosed>
{
    // Bidders do not see the round yet, or only something that harms nobody has changed.
    public Task Consume(ConsumeContext<RoundDrafted> context) => Task.CompletedTask;

    public async Task Consume(ConsumeContext<RoundOpened> context)
    {
        var happened = context.Message;
        if (IsOver(happened.Details.ClosesAt))
            return;
        foreach (var partnership in Invited(happened.Details))
            await write.RunAsync(
                new(happened.Id, happened.Version, $"round opened {partnership.Code}", partnership, templates.RoundOpened.Roles)
                {
                    TrueUntil = happened.Details.ClosesAt,
                },
                templates.RoundOpened,
                (office, to) => new(office, to, happened.Details, happened.At),
                context.CancellationToken
            );
    }

    public async Task Consume(ConsumeContext<RoundDeadlineMoved> context)
    {
        var happened = context.Message;
        if (IsOver(happened.Details.ClosesAt) || !happened.Details.Published)
            return;
        foreach (var partnership in Invited(happened.Details))
            await write.RunAsync(
                new(
                    happened.Id,
                    happened.Version,
                    $"deadline moved {happened.Version} {partnership.Code}",
                    partnership,
                    templates.RoundDeadlineMoved.Roles
                )
                {
                    TrueUntil = happened.Details.ClosesAt,
                },
                templates.RoundDeadlineMoved,
                (office, to) => new(office, to, happened.Details, happened.From, happened.Reason),
                context.CancellationToken
            );
    }

    // Counts by deadline and rung, not by version: whatever happens to the round, nobody is told twice that a week is left.
    public async Task Consume(ConsumeContext<RoundReminded> context)
    {
        var happened = context.Message;
        foreach (var standing in happened.Waiting.Where(s => !IsOver(s.ClosesAt)))
            await write.RunAsync(
                new(
                    happened.Id,
                    happened.Version,
                    $"{happened.DaysLeft} days before {standing.ClosesAt.UtcDateTime:s} {standing.Partnership.Code}",
                    standing.Partnership,
                    templates.RoundReminded.Roles
                )
                {
                    // "7 days left" is so on that day.
                    TrueUntil = Earlier(standing.ClosesAt, London.StartOf(London.DateOf(happened.At).AddDays(1))),
                },
                templates.RoundReminded,
                (office, to) => new(office, to, happened.Details, standing, happened.At),
                context.CancellationToken
            );
    }

    public Task Consume(ConsumeContext<RoundClosed> context)
    {
        var happened = context.Message;
        return happened.Standings is not { } standings
            ? Task.CompletedTask
            : write.RunAsync(
                Occasion.AtOffice(happened, "round closed", Roles.Officer),
                templates.RoundClosed,
                (office, to) => new(office, to, happened.Details, standings, happened.At),
                context.CancellationToken
            );
    }

    private bool IsOver(DateTimeOffset closesAt) => closesAt <= time.GetUtcNow();

    private static IReadOnlyList<Partnership> Invited(RoundDetails round) => round.Invited.Count == 0 ? Partnership.All : round.Invited;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
