using MassTransit;
using Platform.Contracts;

namespace Platform.Reporting.Consumers;

// Returns: every step stands on their timelines, what the office waits for is news too.
internal sealed partial class ActivityConsumer :
    IConsumer<ReturnScheduled>, IConsumer<ReturnRescheduled>, IConsumer<ReturnOpened>, IConsumer<ReturnSaved>, IConsumer<ReturnReady>, IConsumer<ReturnDeclined>,
    IConsumer<ReturnSubmitted>, IConsumer<ReturnSentBack>, IConsumer<ReturnAccepted>, IConsumer<ReturnExtended>, IConsumer<ReturnNotRequired>,
    IConsumer<ReturnChased>, IConsumer<ReturnReminded>, IConsumer<ChasingChanged>, IConsumer<ReplyNoted>, IConsumer<ProgrammeChanged>
{
    public Task Consume(ConsumeContext<ReturnScheduled> context) =>
        Step(context.Message, context.Message.Return, $"Put on the calendar, due on {London.Plain(context.Message.Return.DueOn)}");

    public Task Consume(ConsumeContext<ReturnRescheduled> context) =>
        Step(context.Message, context.Message.Return, $"Changed, due on {London.Plain(context.Message.Return.DueOn)}. {context.Message.Reason}");

    public Task Consume(ConsumeContext<ReturnOpened> context) => Step(context.Message, context.Message.Return, "Opened");

    public Task Consume(ConsumeContext<ReturnSaved> context) => Step(context.Message, context.Message.Return, "Saved");

    public Task Consume(ConsumeContext<ReturnReady> context) => Step(context.Message, context.Message.Return, "Handed over to be certified");

    public Task Consume(ConsumeContext<ReturnDeclined> context) => Step(context.Message, context.Message.Return, $"Not certified: {context.Message.Reason}");

    public Task Consume(ConsumeContext<ReturnSubmitted> context) => News(context.Message, context.Message.Return, "submitted");

    public Task Consume(ConsumeContext<ReturnSentBack> context) => Step(context.Message, context.Message.Return, "Sent back to be changed");

    public Task Consume(ConsumeContext<ReturnAccepted> context) => Step(context.Message, context.Message.Return, "Accepted");

    public Task Consume(ConsumeContext<ReturnExtended> context) =>
        Step(context.Message, context.Message.Return, $"Extended to {London.Plain(context.Message.Return.DueOn)}: {context.Message.Reason}");

    public Task Consume(ConsumeContext<ReturnNotRequired> context) => Step(context.Message, context.Message.Return, $"Not required: {context.Message.Reason}");

    public Task Consume(ConsumeContext<ReturnChased> context) => News(context.Message, context.Message.Return, "was reminded of", context.Message.Rung.WorkingDays switch
    {
        < 0 and var before => $", {Days(-before)} before it was due",
        0 => ", on the day that it was due",
        var after => $", {Days(after)} after it was due",
    });

    public Task Consume(ConsumeContext<ReturnReminded> context) => News(context.Message, context.Message.Return, "was reminded by hand of");

    public Task Consume(ConsumeContext<ChasingChanged> context) => Step(context.Message, context.Message.Return, context.Message.Return switch
    {
        { Chasing: ChasingState.Paused, PausedUntil: { } until } => $"Reminders paused until {London.Plain(until)}: {context.Message.Reason}",
        { Chasing: ChasingState.Paused } => $"Reminders paused: {context.Message.Reason}",
        { Chasing: ChasingState.Stopped } => $"Reminders stopped: {context.Message.Reason}",
        _ => $"Reminders go on: {context.Message.Reason}",
    }, officeOnly: true);

    public Task Consume(ConsumeContext<ReplyNoted> context) => Step(context.Message, context.Message.Return, $"Answer noted: {context.Message.Text}", officeOnly: true);

    public Task Consume(ConsumeContext<ProgrammeChanged> context) =>
        Keep(context.Message, $"The rules for returns of {context.Message.Programme.Name} were changed", $"/returns/programmes/{Uri.EscapeDataString(context.Message.Programme.Name)}");

    private Task Step(IEvent happened, ReturnDetails owed, string text, bool officeOnly = false) =>
        Keep(happened, $"{owed.GrantReference}, quarter {owed.Quarter.Number} {owed.Quarter.Year}: {text}", AddressOf(owed), owed.Partnership, quiet: true, officeOnly: officeOnly);

    private Task News(IEvent happened, ReturnDetails owed, string what, string when = "") =>
        Keep(happened, $"{owed.Partnership} {what} its quarter {owed.Quarter.Number} {owed.Quarter.Year} return{when}", AddressOf(owed), owed.Partnership);

    private static string Days(int count) => count == 1 ? "1 working day" : $"{count} working days";

    private static string AddressOf(ReturnDetails owed) => $"/returns/{owed.GrantReference}/{owed.Quarter.ToString().Replace('/', '-').Replace(' ', '-').ToLowerInvariant()}";
}
