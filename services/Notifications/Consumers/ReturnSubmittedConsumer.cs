using MassTransit;
using Platform.Contracts;
using Platform.Notifications.Operations;
using Platform.Notifications.Templates;

namespace Platform.Notifications.Consumers;

/// <summary>A receipt to the submitter and the leads. By version: a return that is submitted again after rework gets a receipt again.</summary>
internal sealed class ReturnSubmittedConsumer(WriteLetters write, LetterTemplates templates) : IConsumer<ReturnSubmitted>
{
    public Task Consume(ConsumeContext<ReturnSubmitted> context)
    {
        var happened = context.Message;
        return write.RunAsync(
            new(happened.Id, $"return submitted {happened.Version}", happened.Return.Partnership, [Roles.PartnerLead], happened.By.UserId),
            templates.ReturnSubmitted, (office, to) => new(office, to, happened.Return, happened.By, happened.At), context.CancellationToken);
    }
}
