using MassTransit;
using Platform.Contracts;

namespace Platform.Notifications.Letters;

/// <summary>Tells leads and those who worked on the bid what was granted, and that returns are due each quarter.</summary>
internal sealed class GrantMadeConsumer(WriteLetters write, LetterTemplates templates) : IConsumer<GrantMade>
{
    public Task Consume(ConsumeContext<GrantMade> context)
    {
        var happened = context.Message;
        return write.RunAsync(
            new(happened.Id, happened.Version, "grant made", happened.Details.Partnership, templates.GrantMade.Roles)
            {
                Also = happened.WorkedOnBy,
            },
            templates.GrantMade,
            (office, to) => new(office, to, happened.Details),
            context.CancellationToken
        );
    }
}
