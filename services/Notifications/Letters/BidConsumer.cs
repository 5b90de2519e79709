using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Writes about a bid between its editors and their lead, and what becomes of it. A supported one becomes a grant, with its own letter.
/// </summary>
internal sealed class BidConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates)
    : IConsumer<BidReady>,
        IConsumer<BidRecalled>,
        IConsumer<BidDeclined>,
        IConsumer<BidSentBack>,
        IConsumer<BidRestored>,
        IConsumer<BidWithdrawn>,
        IConsumer<BidDecided>
{
    public Task Consume(ConsumeContext<BidReady> context)
    {
        var happened = context.Message;
        return write.RunAsync(
            Occasion.Of(happened, "bid ready", happened.Details.Partnership, templates.BidReady) with
            {
                IsRequest = true,
            },
            templates.BidReady,
            (office, to) => new(office, to, happened.Details, happened.By),
            context.CancellationToken
        );
    }

    public Task Consume(ConsumeContext<BidRecalled> context) => settle.RunAsync(context.Message, context.CancellationToken);

    public async Task Consume(ConsumeContext<BidDeclined> context)
    {
        var happened = context.Message;
        await settle.RunAsync(happened, context.CancellationToken);
        await write.RunAsync(
            Occasion.Of(happened, "bid declined", happened.Details.Partnership, templates.BidDeclined) with
            {
                Also = [.. happened.Details.WorkedOnBy.Where(id => id != happened.By.UserId)],
            },
            templates.BidDeclined,
            (office, to) => new(office, to, happened.Details, happened.By),
            context.CancellationToken
        );
    }

    public Task Consume(ConsumeContext<BidSentBack> context)
    {
        var happened = context.Message;
        return write.RunAsync(
            Occasion.Of(happened, "bid sent back", happened.Details.Partnership, templates.BidSentBack) with
            {
                IsRequest = true,
                Also = happened.Details.WorkedOnBy,
            },
            templates.BidSentBack,
            (office, to) => new(office, to, happened.Details),
            context.CancellationToken
        );
    }

    public async Task Consume(ConsumeContext<BidRestored> context)
    {
        var happened = context.Message;
        await settle.RunAsync(happened, context.CancellationToken);
        foreach (
            var occasion in new[]
            {
                Occasion.Of(happened, "bid restored", happened.Details.Partnership, templates.BidRestored) with
                {
                    Also = happened.Details.WorkedOnBy,
                },
                Occasion.AtOffice(happened, "bid restored", Roles.Officer),
            }
        )
            await write.RunAsync(
                occasion,
                templates.BidRestored,
                (office, to) => new(office, to, happened.Details),
                context.CancellationToken
            );
    }

    public async Task Consume(ConsumeContext<BidWithdrawn> context)
    {
        var happened = context.Message;
        await settle.RunAsync(happened, context.CancellationToken);
        foreach (
            var occasion in new[]
            {
                Occasion.Of(happened, "bid withdrawn", happened.Details.Partnership, templates.BidWithdrawn) with
                {
                    Also = [.. happened.Details.WorkedOnBy, happened.By.UserId],
                },
                Occasion.AtOffice(happened, "bid withdrawn", Roles.Officer),
            }
        )
            await write.RunAsync(
                occasion,
                templates.BidWithdrawn,
                (office, to) => new(office, to, happened.Details, happened.By, happened.Reason),
                context.CancellationToken
            );
    }

    public Task Consume(ConsumeContext<BidDecided> context)
    {
        var happened = context.Message;
        return happened.Decision switch
        {
            Decision.NotSupported => WriteAsync(templates.BidNotSupported),
            Decision.Deferred => WriteAsync(templates.BidDeferred),
            _ => Task.CompletedTask,
        };

        Task WriteAsync(LetterTemplate<BidDecidedFields> template) =>
            write.RunAsync(
                Occasion.Of(happened, "bid decided", happened.Details.Partnership, template) with
                {
                    Also = happened.Details.WorkedOnBy,
                },
                template,
                (office, to) => new(office, to, happened.Details, happened.DecisionReference),
                context.CancellationToken
            );
    }
}
