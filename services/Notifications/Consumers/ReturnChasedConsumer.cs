using MassTransit;
using Platform.Contracts;
using Platform.Notifications.Operations;
using Platform.Notifications.Templates;

namespace Platform.Notifications.Consumers;

/// <summary>Reminds of a return that is due, or chases one that is overdue: one letter per return, rung and recipient.</summary>
internal sealed class ReturnChasedConsumer(WriteLetters write, LetterTemplates templates) : IConsumer<ReturnChased>
{
    public Task Consume(ConsumeContext<ReturnChased> context)
    {
        var happened = context.Message;
        return write.RunAsync(
            new(happened.Id, happened.Version, $"rung {happened.Rung.WorkingDays:+0;-0;0}", happened.Return.Partnership, happened.Rung.Audience)
            {
                IsRequest = true,
            },
            TemplateFor(happened), (office, to) => new(office, to, happened.Return), context.CancellationToken);
    }

    // By the calendar, not the rung: a due date on a Saturday has its rung 0 on the Monday, when the return is no longer due "today".
    private LetterTemplate<ReturnFields> TemplateFor(ReturnChased happened) => London.DateOf(happened.At).CompareTo(happened.Return.DueOn) switch
    {
        < 0 => templates.ReturnDueSoon,
        0 => templates.ReturnDueToday,
        > 0 => templates.ReturnOverdue,
    };
}
