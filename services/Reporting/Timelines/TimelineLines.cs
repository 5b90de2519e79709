using Platform.Contracts;

namespace Platform.Reporting.Timelines;

/// <summary>
/// The words of each event on timelines and the home page, and the events that are not news. Every contract is in one of the two.
/// </summary>
internal static class TimelineLines
{
    private static readonly Dictionary<Type, Func<IEvent, TimelineEntry?>> All = [];

    /// <summary>The contracts that are not news: saves, drafts, scores, contacts, and the platform's own housekeeping.</summary>
    public static readonly IReadOnlyList<Type> NoNews =
    [
        typeof(BidStarted),
        typeof(BidSaved),
        typeof(RoundDrafted),
        typeof(ViewReported),
        typeof(ProfileChanged),
        typeof(ContactChanged),
        typeof(LinkIssued),
        typeof(ClientChanged),
        typeof(AccessNoted),
        typeof(PersonalDataErased),
        typeof(FailureSettled),
        typeof(AuditMendingNoted),
        typeof(ReplayRequested),
        typeof(LogReplayed),
    ];

    static TimelineLines()
    {
        On<RoundOpened>(e => Keep(e, $"{e.Details.Name} opened", $"/rounds/{e.Details.Reference}"));
        On<RoundClosed>(e => Keep(e, $"{e.Details.Name} closed", $"/rounds/{e.Details.Reference}"));
        On<BidSubmitted>(e => Keep(e, e.Details, $"{e.Details.Partnership} submitted bid {e.Details.Reference}"));
        On<BidLapsed>(e => Keep(e, e.Details, $"{e.Details.Partnership}’s draft {e.Details.Reference} lapsed"));
        On<DecisionRecorded>(e =>
            Keep(e, $"Decision {e.Details.Reference} recorded: {e.Details.Title}", $"/decisions/{e.Details.Reference}")
        );
        On<GrantMade>(e => Keep(e, e.Details, $"{e.Details.Partnership} granted {e.Details.Total} for {e.Details.Title}"));
        On<AuditFailed>(e =>
            Keep(
                e,
                $"Signs of tampering in {e.Details.Service}: {e.Details.Words}",
                "/failed-messages",
                officeOnly: true,
                alert: $"tampering in {e.Details.Service}"
            )
        );
        On<AuditMended>(e =>
            Keep(
                e,
                $"{e.By.Name} noted how signs of tampering in {e.Details.Service} were mended: {e.How}",
                "/failed-messages",
                officeOnly: true
            )
        );
        On<MessageFailed>(e =>
            Keep(
                e,
                $"A message failed: {e.Details.Type} to {e.Details.Queue}",
                "/failed-messages",
                about: e.Details.About,
                officeOnly: true,
                alert: $"{e.Details.Type} to {e.Details.Queue}"
            )
        );
        On<MessageRetried>(e => Settled(e, "is tried again", e.Details));
        On<MessageDiscarded>(e => Settled(e, "was given up", e.Details));
        On<LetterSent>(e =>
            Keep(
                e,
                $"Letter to {e.Details.To}: {e.Details.Subject}",
                $"/notifications/{e.Id}",
                e.Details.Partnership,
                about: e.Details.About,
                quiet: true
            )
        );
        On<LetterDelivered>(e =>
            Keep(
                e,
                $"Letter to {e.Details.To} arrived: {e.Details.Subject}",
                $"/notifications/{e.Id}",
                e.Details.Partnership,
                about: e.Details.About,
                quiet: true
            )
        );
        On<LetterWithdrawn>(e =>
            Keep(
                e,
                $"Letter to {e.Details.To} not sent: {e.Reason}: {e.Details.Subject}",
                $"/notifications/{e.Id}",
                e.Details.Partnership,
                about: e.Details.About,
                quiet: true
            )
        );
        On<RecipientMissing>(e => Missing(e));
        // Each failed letter is a topic of its own, because its recipient must be told what it says; one of several has the letter's.
        On<LetterFailed>(e => Failed(e));
        On<AlertClosed>(e =>
            Keep(e, "A letter that did not arrive was dealt with", "/notifications/alerts", quiet: true, officeOnly: true)
        );
        // Only officers see drafts of papers. Every event needs a queue, and this is the one for these.
        On<BoardPaperDrafted>(_ => null);
        On<BoardPaperDiscarded>(_ => null);
        On<BoardPaperIssued>(e =>
            Keep(e, $"Board paper for {London.Plain(e.Details.MeetingOn)} issued: {e.Details.Title}", $"/reports/papers/{e.Details.Number}")
        );
        On<ViewSaved>(e =>
            Keep(e, $"{e.By.Name} saved the view {e.Details.Name} of {e.Details.Report}", "/reports/views", quiet: true, officeOnly: true)
        );
        On<ViewDeleted>(e => Keep(e, $"{e.By.Name} deleted the view {e.Details.Name}", "/reports/views", quiet: true, officeOnly: true));
        On<RoundDeadlineMoved>(e =>
            Keep(e, $"{e.Details.Name} now closes at {London.Deadline(e.Details.ClosesAt)}", $"/rounds/{e.Details.Reference}")
        );
        On<RoundReminded>(e =>
            e.Waiting.Count == 0
                ? null
                : Keep(e, $"{Partnerships(e.Waiting.Count)} reminded of {e.Details.Name}", $"/rounds/{e.Details.Reference}")
        );
        On<ExtensionRequested>(e => Keep(e, e.Details, "asked for more time to bid for"));
        On<ExtensionGranted>(e => Keep(e, e.Details, "was given more time to bid for"));
        On<ExtensionRefused>(e => Keep(e, e.Details, "was refused more time to bid for"));
        On<ExtensionEnded>(e => Keep(e, e.Details, "has no more time left to bid for"));
        On<BidReady>(e => Step(e, e.Details, "handed over to the lead"));
        On<BidRecalled>(e => Step(e, e.Details, "taken back from the lead"));
        On<BidDeclined>(e => Step(e, e.Details, "given back by the lead"));
        On<BidSentBack>(e => Keep(e, e.Details, $"Bid {e.Details.Reference} was sent back to {e.Details.Partnership}"));
        On<BidAssigned>(e => Keep(e, e.Details, $"Bid {e.Details.Reference} was given to assessors"));
        On<BidRestored>(e =>
            Keep(e, e.Details, $"{e.Details.Partnership} did not submit bid {e.Details.Reference} again: it stands as it was")
        );
        On<BidWithdrawn>(e => Keep(e, e.Details, $"{e.Details.Partnership} withdrew bid {e.Details.Reference}"));
        On<BidDecided>(e =>
            Keep(
                e,
                e.Details,
                $"Bid {e.Details.Reference}: "
                    + (
                        e.Decision switch
                        {
                            Decision.Supported => "Supported",
                            Decision.NotSupported => "Not supported",
                            _ => "Deferred",
                        }
                    )
            )
        );
        On<AssessmentAssigned>(e => Keep(e, e.Details, "was asked to assess"));
        On<InterestDeclared>(e =>
            Keep(e, e.Details, e.Details.Interest is { Length: > 0 } ? "declared an interest in" : "declared no interest in")
        );
        // Scores saved along the way are not news.
        On<AssessmentScored>(e => e.Details.State != AssessmentState.Complete ? null : Keep(e, e.Details, "has assessed"));
        On<AssessmentCancelled>(e => Keep(e, e.Details, "need not assess"));
        On<BidModerated>(e =>
            Keep(
                e,
                $"The assessors of bid {e.Details.BidReference} have agreed",
                $"/bids/{e.Details.BidReference}",
                bid: e.Details.BidReference
            )
        );
        On<DecisionDrafted>(e => e.Details.Step != DecisionStep.AwaitingApproval ? null : Keep(e, e.Details, "waits to be approved"));
        On<DecisionApproved>(e => Keep(e, e.Details, "was approved"));
        On<PublicationDetermined>(e => Keep(e, e.Details, "waits for the Commissioner"));
        On<DecisionPublished>(e => Keep(e, e.Details, "was published"));
        On<DecisionSuperseded>(e =>
            Keep(e, e.Details, e.Details.SupersededBy is { } by && by != e.Details.Reference ? $"was superseded by {by}" : "was dropped")
        );
        On<GrantVaried>(e => Keep(e, e.Details, $"{e.Details.Partnership}’s grant for {e.Details.Title} was changed to {e.Details.Total}"));
        On<GrantVariationAsked>(e =>
            Keep(
                e,
                $"Variation {e.Variation.Number} of {e.Details.Reference} moves money between years, and waits for finance",
                $"/grants/{e.Details.Reference}/variations/{e.Variation.Number}",
                officeOnly: true,
                bid: e.Details.Reference
            )
        );
        On<GrantVariationAgreed>(e =>
            Keep(
                e,
                e.Details,
                $"Variation {e.Variation.Number} of {e.Details.Reference} was agreed, and counts from {London.Plain(e.Variation.On)}"
            )
        );
        On<GrantVariationCancelled>(e =>
            Keep(
                e,
                $"Variation {e.Variation.Number} of {e.Details.Reference} does not go ahead: {e.Reason}",
                $"/grants/{e.Details.Reference}",
                e.Details.Partnership,
                officeOnly: !e.WasAgreed,
                bid: e.Details.Reference
            )
        );
        On<GrantAccepted>(e => Keep(e, e.Details, $"{e.Details.Partnership} accepted the agreement for {e.Details.Title}"));
        On<ReturnScheduled>(e => Step(e, e.Details, $"Put on the calendar, due on {London.Plain(e.Details.DueOn)}"));
        On<ReturnRescheduled>(e => Step(e, e.Details, $"Changed, due on {London.Plain(e.Details.DueOn)}. {e.Reason}"));
        On<ReturnOpened>(e => Step(e, e.Details, "Opened"));
        On<ReturnSaved>(e => Step(e, e.Details, "Saved"));
        On<ReturnReady>(e => Step(e, e.Details, "Handed over to be certified"));
        On<ReturnDeclined>(e => Step(e, e.Details, "Not certified"));
        On<ReturnSubmitted>(e => News(e, e.Details, "submitted"));
        On<ReturnSentBack>(e =>
            Step(e, e.Details, $"Sent back to be changed{(e.Details.BackBy is { } day ? $" by {London.Plain(day)}" : "")}")
        );
        On<ReturnAccepted>(e => Step(e, e.Details, e.AfterAll ? "Accepted after all as it was submitted" : "Accepted"));
        On<ReturnExtended>(e =>
            Step(
                e,
                e.Details,
                e.Details.BackBy is { } day
                    ? $"More time to be back, until {London.Plain(day)}: {e.Reason}"
                    : $"Extended to {London.Plain(e.Details.DueOn)}: {e.Reason}"
            )
        );
        On<ReturnNotRequired>(e => Step(e, e.Details, $"{(e.Details.OnPaper ? ReportedOnPaper.Words : "Not required")}: {e.Reason}"));
        On<ReturnChased>(e =>
            News(
                e,
                e.Details,
                "was reminded of",
                (e.Rung.WorkingDays, e.Details.BackBy is null ? "due" : "to be back") switch
                {
                    (< 0 and var before, var what) => $", {WorkingDays.Words(-before)} before it was {what}",
                    (0, var what) => $", on the day that it was {what}",
                    var (after, what) => $", {WorkingDays.Words(after)} after it was {what}",
                }
            )
        );
        On<ReturnReminded>(e => News(e, e.Details, "was reminded by hand of"));
        On<ChasingChanged>(e =>
            Step(
                e,
                e.Details,
                e.Details switch
                {
                    { Chasing: ChasingState.Paused, PausedUntil: { } until } => $"Reminders paused until {London.Plain(until)}: {e.Reason}",
                    { Chasing: ChasingState.Paused } => $"Reminders paused: {e.Reason}",
                    { Chasing: ChasingState.Stopped } => $"Reminders stopped: {e.Reason}",
                    _ => $"Reminders go on: {e.Reason}",
                },
                officeOnly: true
            )
        );
        On<ReplyNoted>(e => Step(e, e.Details, $"Answer noted: {e.Text}", officeOnly: true));
        // The usual rules, which come with a programme's first grant, are not news.
        On<ProgrammeChanged>(e =>
            e.By == Person.Platform
                ? null
                : Keep(
                    e,
                    $"The rules for returns of {e.Details.Name} were changed",
                    $"/returns/programmes/{Uri.EscapeDataString(e.Details.Name)}"
                )
        );
        On<FoiRequestReceived>(e => Keep(e, e.Details, $"came in, due by {London.Plain(e.Details.DueOn)}"));
        On<FoiRequestCorrected>(e =>
            Keep(e, $"What was logged of {e.Details.Reference} was corrected", $"/foi/{e.Details.Reference}", quiet: true, officeOnly: true)
        );
        On<FoiClarificationAsked>(e => Keep(e, e.Details, "waits for the requester to say what is meant"));
        On<FoiRequestClarified>(e => Keep(e, e.Details, $"was clarified, due by {London.Plain(e.Details.DueOn)}"));
        On<FoiRequestExtended>(e => Keep(e, e.Details, $"was extended to {London.Plain(e.Details.DueOn)}"));
        On<FoiAnswerDrafted>(e =>
            Keep(e, $"An answer to {e.Details.Reference} was drafted", $"/foi/{e.Details.Reference}", quiet: true, officeOnly: true)
        );
        On<FoiRequestAnswered>(e => Keep(e, e.Details, e.Details.WorkingDaysLate == 0 ? "was answered in time" : "was answered late"));
        On<FoiAnswerPublished>(e => Keep(e, e.Details, "was put into the disclosure log"));
        On<FoiReviewRequested>(e => Keep(e, e.Details, "is to be reviewed"));
        On<FoiRequestReviewed>(e => Keep(e, e.Details, "was reviewed"));
        On<FoiRequestWithdrawn>(e => Keep(e, e.Details, "was withdrawn"));
        On<FoiWordingChanged>(e =>
            Keep(e, $"{e.By.Name} changed the sentences of freedom of information letters", "/foi/sentences", officeOnly: true)
        );
        On<FoiRequesterDeleted>(e =>
            Keep(e, $"Who asked {e.Details.Reference} was deleted", $"/foi/{e.Details.Reference}", quiet: true, officeOnly: true)
        );
    }

    /// <summary>The contracts that have words.</summary>
    public static IReadOnlyCollection<Type> Said => All.Keys;

    /// <summary>An event's entry; null where there is nothing to say this time.</summary>
    /// <exception cref="KeyNotFoundException">The contract has no words.</exception>
    public static TimelineEntry? Of(IEvent happened) => All[happened.GetType()](happened);

    private static void On<T>(Func<T, TimelineEntry?> say)
        where T : IEvent => All.Add(typeof(T), happened => say((T)happened));

    private static TimelineEntry Settled(IEvent happened, string what, FailedMessageDetails message) =>
        Keep(
            happened,
            $"A message that had failed {what}: {message.Type} to {message.Queue}",
            "/failed-messages",
            about: message.About,
            quiet: true,
            officeOnly: true
        );

    private static TimelineEntry Missing(RecipientMissing e)
    {
        var roles = WordList.Of(e.Roles.Select(RoleNames.InSentence), " or ");
        var topic = $"Nobody at {e.Partnership?.Name ?? "the commissioner’s office"} could be written to ({roles})";
        return Keep(e, $"{topic}: {e.Subject}", "/notifications/alerts", e.Partnership, officeOnly: true, alert: topic);
    }

    private static TimelineEntry Failed(LetterFailed e)
    {
        var text =
            $"Letter to {e.Details.To}{(e.Details.Partnership is { } at ? " at " + at.Name : "")} did not arrive: {e.Details.Subject}";
        return Keep(
            e,
            text,
            "/notifications/alerts",
            e.Details.Partnership,
            about: e.Details.About,
            quiet: e.Into is not null,
            officeOnly: true,
            alert: e.Into is null ? $"{text} {e.Id}" : ""
        );
    }

    private static TimelineEntry Keep(
        IEvent happened,
        string text,
        string link,
        Partnership? partnership = null,
        Guid? about = null,
        bool quiet = false,
        bool officeOnly = false,
        string alert = "",
        string? bid = null
    ) =>
        new()
        {
            Id = happened.Id,
            Version = happened.Version,
            About = about ?? happened.Id,
            Partnership = partnership,
            At = happened.At.ToUniversalTime(),
            By = happened.By.Name,
            Text = text,
            Link = link,
            IsAlert = alert.Length > 0,
            Topic = alert,
            IsQuiet = quiet,
            IsOfficeOnly = officeOnly,
            BidReference = bid,
        };

    private static TimelineEntry Keep(IEvent happened, ExtensionDetails extension, string what) =>
        Keep(
            happened,
            $"{extension.Partnership} {what} {extension.RoundName}",
            $"/rounds/{extension.RoundReference}",
            extension.Partnership
        );

    private static TimelineEntry Keep(IEvent happened, BidDetails bid, string text) =>
        Keep(happened, text, $"/bids/{bid.Reference}", bid.Partnership, bid: bid.Reference);

    private static TimelineEntry Step(IEvent happened, BidDetails bid, string what) =>
        Keep(happened, $"Bid {bid.Reference}: {what}", $"/bids/{bid.Reference}", bid.Partnership, quiet: true, bid: bid.Reference);

    private static TimelineEntry Keep(IEvent happened, GrantDetails grant, string text) =>
        Keep(happened, text, $"/grants/{grant.Reference}", grant.Partnership, bid: grant.Reference);

    private static string Partnerships(int count) => count == 1 ? "1 partnership was" : $"{count} partnerships were";

    private static TimelineEntry Keep(IEvent happened, AssessmentDetails assessment, string what) =>
        Keep(
            happened,
            $"{assessment.Assessor.Name} {what} bid {assessment.BidReference}",
            $"/bids/{assessment.BidReference}",
            bid: assessment.BidReference
        );

    private static TimelineEntry Keep(IEvent happened, DecisionDetails record, string what) =>
        Keep(happened, $"Decision record {record.Reference} {what}: {record.Title}", $"/decisions/{record.Reference}");

    private static TimelineEntry Step(IEvent happened, ReturnDetails owed, string text, bool officeOnly = false) =>
        Keep(
            happened,
            $"{owed.GrantReference}, quarter {owed.Quarter.Number} {owed.Quarter.Year}: {text}",
            AddressOf(owed),
            owed.Partnership,
            quiet: true,
            officeOnly: officeOnly
        );

    private static TimelineEntry News(IEvent happened, ReturnDetails owed, string what, string when = "") =>
        Keep(
            happened,
            $"{owed.Partnership} {what} its quarter {owed.Quarter.Number} {owed.Quarter.Year} return{when}",
            AddressOf(owed),
            owed.Partnership
        );

    private static string AddressOf(ReturnDetails owed) => $"/returns/{owed.GrantReference}/{owed.Quarter.InAddress}";

    private static TimelineEntry Keep(IEvent happened, FoiDetails request, string what) =>
        Keep(
            happened,
            $"Freedom of information request {request.Reference} {what}: {request.Subject}",
            $"/foi/{request.Reference}",
            officeOnly: true
        );
}
