using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>Tells a partnership how its grant was varied, and the officers that it has accepted the agreement.</summary>
internal sealed class GrantConsumer(WriteLetters write, LetterTemplates templates) : IConsumer<GrantVaried>, IConsumer<GrantAccepted>
{
    public Task Consume(ConsumeContext<GrantVaried> context)
    {
        var happened = context.Message;
        return write.RunAsync(
            Occasion.Of(happened, "grant varied", happened.Details.Partnership, templates.GrantVaried),
            templates.GrantVaried,
            (office, to) => new(office, to, happened.Details, happened.Variation),
            context.CancellationToken
        );
    }

    public Task Consume(ConsumeContext<GrantAccepted> context)
    {
        var happened = context.Message;
        return write.RunAsync(
            Occasion.AtOffice(happened, "grant accepted", Roles.Officer),
            templates.GrantAccepted,
            (office, to) => new(office, to, happened.Details),
            context.CancellationToken
        );
    }
}
