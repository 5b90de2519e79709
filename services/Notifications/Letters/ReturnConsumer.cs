using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Writes about everything that happens to a return except its submission. If it is no longer required or has a new due date, letters that
/// ask for it are not sent.
/// </summary>
internal sealed class ReturnConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates)
    : IConsumer<ReturnReady>,
        IConsumer<ReturnDeclined>,
        IConsumer<ReturnSentBack>,
        IConsumer<ReturnAccepted>,
        IConsumer<ReturnExtended>,
        IConsumer<ReturnNotRequired>
{
    // Reminders go on: it is not in.
    public Task Consume(ConsumeContext<ReturnReady> context) =>
        TellAsync(
            context.Message,
            context.Message.Details,
            "return to certify",
            templates.ReturnToCertify,
            "",
            true,
            context.CancellationToken
        );

    public Task Consume(ConsumeContext<ReturnDeclined> context) =>
        TellAsync(
            context.Message,
            context.Message.Details,
            "return declined",
            templates.ReturnDeclined,
            context.Message.Reason,
            true,
            context.CancellationToken
        );

    public Task Consume(ConsumeContext<ReturnSentBack> context) =>
        TellAsync(
            context.Message,
            context.Message.Details,
            "return sent back",
            templates.ReturnSentBack,
            "",
            true,
            context.CancellationToken
        );

    public async Task Consume(ConsumeContext<ReturnAccepted> context)
    {
        await settle.RunAsync(context.Message, context.CancellationToken);
        await TellAsync(
            context.Message,
            context.Message.Details,
            "return accepted",
            templates.ReturnAccepted,
            "",
            false,
            context.CancellationToken
        );
    }

    // Earlier letters name another day.
    public async Task Consume(ConsumeContext<ReturnExtended> context)
    {
        await settle.RunAsync(context.Message, context.CancellationToken);
        await TellAsync(
            context.Message,
            context.Message.Details,
            "return extended",
            templates.ReturnExtended,
            context.Message.Reason,
            true,
            context.CancellationToken
        );
    }

    public async Task Consume(ConsumeContext<ReturnNotRequired> context)
    {
        await settle.RunAsync(context.Message, context.CancellationToken);
        await TellAsync(
            context.Message,
            context.Message.Details,
            "return not required",
            templates.ReturnNotRequired,
            context.Message.Reason,
            false,
            context.CancellationToken
        );
    }

    private Task TellAsync(
        IEvent happened,
        ReturnDetails about,
        string kind,
        LetterTemplate<ReturnStepFields> template,
        string why,
        bool isRequest,
        CancellationToken cancellationToken
    ) =>
        write.RunAsync(
            Occasion.Of(happened, kind, about.Partnership, template) with
            {
                IsRequest = isRequest,
            },
            template,
            (office, to) => new(office, to, about, happened.By, why),
            cancellationToken
        );
}
