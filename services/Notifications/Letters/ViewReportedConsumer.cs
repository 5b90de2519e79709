using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>Mails a saved view of a report to whoever saved it.</summary>
internal sealed class ViewReportedConsumer(WriteLetters write, LetterTemplates templates) : IConsumer<ViewReported>
{
    public Task Consume(ConsumeContext<ViewReported> context) =>
        write.RunAsync(
            Occasion.ToOne(context.Message, "view", context.Message.Details.Owner, Roles.Officer),
            templates.ViewReported,
            (office, to) => new(office, to, context.Message),
            context.CancellationToken
        );
}
