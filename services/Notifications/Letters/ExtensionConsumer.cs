using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>Asks the officers for an answer, and tells the partnership what it is.</summary>
internal sealed class ExtensionConsumer(SettleMatter settle, WriteLetters write, LetterTemplates templates)
    : IConsumer<ExtensionRequested>,
        IConsumer<ExtensionGranted>,
        IConsumer<ExtensionRefused>,
        IConsumer<ExtensionEnded>
{
    public Task Consume(ConsumeContext<ExtensionRequested> context)
    {
        var (happened, extension) = (context.Message, context.Message.Details);
        return write.RunAsync(
            Occasion.AtOffice(happened, "extension requested", Roles.Officer) with
            {
                IsRequest = true,
            },
            templates.ExtensionRequested,
            (office, to) => new(office, to, extension, $"/rounds/{extension.RoundReference}"),
            context.CancellationToken
        );
    }

    public Task Consume(ConsumeContext<ExtensionGranted> context) =>
        AnswerAsync(context.Message, context.Message.Details, templates.ExtensionGranted, context.CancellationToken);

    public Task Consume(ConsumeContext<ExtensionRefused> context) =>
        AnswerAsync(context.Message, context.Message.Details, templates.ExtensionRefused, context.CancellationToken);

    // Nobody is told here: the letter about each lapsed bid says so.
    public Task Consume(ConsumeContext<ExtensionEnded> context) => settle.RunAsync(context.Message, context.CancellationToken);

    private async Task AnswerAsync(
        IEvent happened,
        ExtensionDetails extension,
        LetterTemplate<ExtensionFields> template,
        CancellationToken cancellationToken
    )
    {
        await settle.RunAsync(happened, cancellationToken);
        await write.RunAsync(
            Occasion.Of(happened, "extension answered", extension.Partnership, template),
            template,
            (office, to) => new(office, to, extension, $"/rounds/{extension.RoundReference}"),
            cancellationToken
        );
    }
}
