using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Writes about what happens to a return besides its opening, submission and chasing. If it is no longer required or has a new due date,
/// letters that ask for it are not sent. Those who worked on it are told what becomes of it; only leads are asked to certify.
/// </summary>
internal sealed class ReturnConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates)
    : IConsumer<ReturnReady>,
        IConsumer<ReturnDeclined>,
        IConsumer<ReturnSentBack>,
        IConsumer<ReturnAccepted>,
        IConsumer<ReturnExtended>,
        IConsumer<ReturnNotRequired>
{
    // Settles nothing: the return is not in, so reminders go on.
    public Task Consume(ConsumeContext<ReturnReady> context) =>
        StepAsync(
            context.Message,
            context.Message.Details,
            "return to certify",
            templates.ReturnToCertify,
            true,
            context.CancellationToken
        );

    public Task Consume(ConsumeContext<ReturnDeclined> context) =>
        StepAsync(context.Message, context.Message.Details, "return declined", templates.ReturnDeclined, true, context.CancellationToken);

    public Task Consume(ConsumeContext<ReturnSentBack> context) =>
        TellAsync(
            context.Message,
            context.Message.Details,
            "return sent back",
            templates.ReturnSentBack,
            (office, to) => new(office, to, context.Message.Details),
            true,
            context.CancellationToken
        );

    public async Task Consume(ConsumeContext<ReturnAccepted> context)
    {
        await settle.RunAsync(context.Message, context.CancellationToken);
        await StepAsync(
            context.Message,
            context.Message.Details,
            "return accepted",
            context.Message.AfterAll ? templates.ReturnAcceptedAfterAll : templates.ReturnAccepted,
            false,
            context.CancellationToken
        );
    }

    // Settles earlier letters, which name another day.
    public async Task Consume(ConsumeContext<ReturnExtended> context)
    {
        var (happened, about) = (context.Message, context.Message.Details);
        await settle.RunAsync(happened, context.CancellationToken);
        if (about.BackBy is not null)
            await TellAsync(
                happened,
                about,
                "return extended",
                templates.ReturnBackExtended,
                (office, to) => new(office, to, about, happened.Reason),
                true,
                context.CancellationToken
            );
        else
            await TellAsync(
                happened,
                about,
                "return extended",
                templates.ReturnExtended,
                (office, to) => new(office, to, about, happened.By, happened.Reason),
                true,
                context.CancellationToken
            );
    }

    public async Task Consume(ConsumeContext<ReturnNotRequired> context)
    {
        var (happened, about) = (context.Message, context.Message.Details);
        await settle.RunAsync(happened, context.CancellationToken);
        await TellAsync(
            happened,
            about,
            "return not required",
            templates.ReturnNotRequired,
            (office, to) => new(office, to, about, happened.By, happened.Reason),
            false,
            context.CancellationToken
        );
    }

    private Task StepAsync(
        IEvent happened,
        ReturnDetails about,
        string kind,
        LetterTemplate<ReturnStepFields> template,
        bool isRequest,
        CancellationToken cancellationToken
    ) => TellAsync(happened, about, kind, template, (office, to) => new(office, to, about, happened.By), isRequest, cancellationToken);

    private Task TellAsync<TFields>(
        IEvent happened,
        ReturnDetails about,
        string kind,
        LetterTemplate<TFields> template,
        Func<Office, string, TFields> fields,
        bool isRequest,
        CancellationToken cancellationToken
    )
        where TFields : LetterFields =>
        write.RunAsync(
            Occasion.Of(happened, kind, about.Partnership, template) with
            {
                IsRequest = isRequest,
                Also = happened is ReturnReady ? [] : [.. about.WorkedOnBy.Where(id => id != happened.By.UserId)],
            },
            template,
            fields,
            cancellationToken
        );
}
