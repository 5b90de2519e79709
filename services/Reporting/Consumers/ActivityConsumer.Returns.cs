using Platform.Contracts;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

// Returns: every step stands on their timelines, what the office waits for is news too.
internal sealed partial class ActivityConsumer :
    IFrom<ReturnScheduled>, IFrom<ReturnRescheduled>, IFrom<ReturnOpened>, IFrom<ReturnSaved>, IFrom<ReturnReady>, IFrom<ReturnDeclined>,
    IFrom<ReturnSubmitted>, IFrom<ReturnSentBack>, IFrom<ReturnAccepted>, IFrom<ReturnExtended>, IFrom<ReturnNotRequired>,
    IFrom<ReturnChased>, IFrom<ReturnReminded>, IFrom<ChasingChanged>, IFrom<ReplyNoted>, IFrom<ProgrammeChanged>
{
    private static Activity? Reported(IEvent happened) => happened switch
    {
        ReturnScheduled e => Step(e, e.Return, $"Put on the calendar, due on {London.Plain(e.Return.DueOn)}"),
        ReturnRescheduled e => Step(e, e.Return, $"Changed, due on {London.Plain(e.Return.DueOn)}. {e.Reason}"),
        ReturnOpened e => Step(e, e.Return, "Opened"),
        ReturnSaved e => Step(e, e.Return, "Saved"),
        ReturnReady e => Step(e, e.Return, "Handed over to be certified"),
        ReturnDeclined e => Step(e, e.Return, $"Not certified: {e.Reason}"),
        ReturnSubmitted e => News(e, e.Return, "submitted"),
        ReturnSentBack e => Step(e, e.Return, "Sent back to be changed"),
        ReturnAccepted e => Step(e, e.Return, "Accepted"),
        ReturnExtended e => Step(e, e.Return, $"Extended to {London.Plain(e.Return.DueOn)}: {e.Reason}"),
        ReturnNotRequired e => Step(e, e.Return, $"Not required: {e.Reason}"),
        ReturnChased e => News(e, e.Return, "was reminded of", e.Rung.WorkingDays switch
        {
            < 0 and var before => $", {Days(-before)} before it was due",
            0 => ", on the day that it was due",
            var after => $", {Days(after)} after it was due",
        }),
        ReturnReminded e => News(e, e.Return, "was reminded by hand of"),
        ChasingChanged e => Step(e, e.Return, e.Return switch
        {
            { Chasing: ChasingState.Paused, PausedUntil: { } until } => $"Reminders paused until {London.Plain(until)}: {e.Reason}",
            { Chasing: ChasingState.Paused } => $"Reminders paused: {e.Reason}",
            { Chasing: ChasingState.Stopped } => $"Reminders stopped: {e.Reason}",
            _ => $"Reminders go on: {e.Reason}",
        }, officeOnly: true),
        ReplyNoted e => Step(e, e.Return, $"Answer noted: {e.Text}", officeOnly: true),
        ProgrammeChanged e => Keep(e, $"The rules for returns of {e.Programme.Name} were changed", $"/returns/programmes/{Uri.EscapeDataString(e.Programme.Name)}"),
        _ => null,
    };

    private static Activity Step(IEvent happened, ReturnDetails owed, string text, bool officeOnly = false) =>
        Keep(happened, $"{owed.GrantReference}, quarter {owed.Quarter.Number} {owed.Quarter.Year}: {text}", AddressOf(owed), owed.Partnership, quiet: true, officeOnly: officeOnly);

    private static Activity News(IEvent happened, ReturnDetails owed, string what, string when = "") =>
        Keep(happened, $"{owed.Partnership} {what} its quarter {owed.Quarter.Number} {owed.Quarter.Year} return{when}", AddressOf(owed), owed.Partnership);

    private static string Days(int count) => count == 1 ? "1 working day" : $"{count} working days";

    private static string AddressOf(ReturnDetails owed) => $"/returns/{owed.GrantReference}/{owed.Quarter.ToString().Replace('/', '-').Replace(' ', '-').ToLowerInvariant()}";
}
