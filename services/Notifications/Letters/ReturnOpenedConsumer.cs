using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>
/// Tells editors that a return can be filled in, and by when. A return that opens after its due date is left to the reminders.
/// </summary>
internal sealed class ReturnOpenedConsumer(WriteLetters write, LetterTemplates templates) : IConsumer<ReturnOpened>
{
    public Task Consume(ConsumeContext<ReturnOpened> context)
    {
        var happened = context.Message;
        if (London.DateOf(happened.At) > happened.Details.DueOn)
            return Task.CompletedTask;
        return write.RunAsync(
            new(happened.Id, happened.Version, "return opened", happened.Details.Partnership, templates.ReturnOpened.Roles)
            {
                IsRequest = true,
            },
            templates.ReturnOpened,
            (office, to) => new(office, to, happened.Details),
            context.CancellationToken
        );
    }
}
