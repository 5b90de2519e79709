using Platform.Contracts;

namespace Platform.Reporting.Timelines;

/// <summary>
/// Keeps what happened, in words, newest first on the office's home page, and on timelines. Saves are not news; scores are nobody's.
/// </summary>
internal sealed class ActivityConsumer(ReportingContext db)
    : Projection,
        IFrom<RoundOpened>,
        IFrom<RoundClosed>,
        IFrom<BidSubmitted>,
        IFrom<BidLapsed>,
        IFrom<DecisionRecorded>,
        IFrom<GrantMade>,
        IFrom<RecipientMissing>,
        IFrom<LetterSent>,
        IFrom<LetterDelivered>,
        IFrom<LetterFailed>,
        IFrom<AlertClosed>,
        IFrom<MessageFailed>,
        IFrom<MessageRetried>,
        IFrom<MessageDiscarded>,
        IFrom<BoardPaperDrafted>,
        IFrom<BoardPaperIssued>,
        IFrom<BoardPaperDiscarded>,
        IFrom<ViewSaved>,
        IFrom<ViewDeleted>,
        IFrom<RoundDeadlineMoved>,
        IFrom<RoundReminded>,
        IFrom<ExtensionRequested>,
        IFrom<ExtensionGranted>,
        IFrom<ExtensionRefused>,
        IFrom<ExtensionEnded>,
        IFrom<BidSentBack>,
        IFrom<BidAssigned>,
        IFrom<BidRestored>,
        IFrom<BidWithdrawn>,
        IFrom<BidDecided>,
        IFrom<AssessmentAssigned>,
        IFrom<InterestDeclared>,
        IFrom<AssessmentScored>,
        IFrom<AssessmentCancelled>,
        IFrom<BidModerated>,
        IFrom<DecisionDrafted>,
        IFrom<DecisionApproved>,
        IFrom<PublicationDetermined>,
        IFrom<DecisionPublished>,
        IFrom<DecisionSuperseded>,
        IFrom<GrantVaried>,
        IFrom<GrantAccepted>,
        IFrom<ReturnScheduled>,
        IFrom<ReturnRescheduled>,
        IFrom<ReturnOpened>,
        IFrom<ReturnSaved>,
        IFrom<ReturnReady>,
        IFrom<ReturnDeclined>,
        IFrom<ReturnSubmitted>,
        IFrom<ReturnSentBack>,
        IFrom<ReturnAccepted>,
        IFrom<ReturnExtended>,
        IFrom<ReturnNotRequired>,
        IFrom<ReturnChased>,
        IFrom<ReturnReminded>,
        IFrom<ChasingChanged>,
        IFrom<ReplyNoted>,
        IFrom<ProgrammeChanged>,
        IFrom<FoiRequestReceived>,
        IFrom<FoiClarificationAsked>,
        IFrom<FoiRequestClarified>,
        IFrom<FoiRequestExtended>,
        IFrom<FoiAnswerDrafted>,
        IFrom<FoiRequestAnswered>,
        IFrom<FoiAnswerPublished>,
        IFrom<FoiReviewRequested>,
        IFrom<FoiRequestReviewed>,
        IFrom<FoiRequestWithdrawn>,
        IFrom<FoiRequestCorrected>,
        IFrom<FoiRequesterDeleted>
{
    public override Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellation) =>
        db.InsertAsync(
            [.. events.Select(e => Bidding(e) ?? Deciding(e) ?? Reported(e) ?? Asked(e) ?? Others(e)).OfType<TimelineEntry>()],
            cancellation
        );

    private static TimelineEntry? Others(IEvent happened) =>
        happened switch
        {
            RoundOpened e => Keep(e, $"{e.Round.Name} opened", $"/rounds/{e.Round.Reference}"),
            RoundClosed e => Keep(e, $"{e.Round.Name} closed", $"/rounds/{e.Round.Reference}"),
            BidSubmitted e => Keep(
                e,
                $"{e.Bid.Partnership} submitted bid {e.Bid.Reference}",
                $"/bids/{e.Bid.Reference}",
                e.Bid.Partnership
            ),
            BidLapsed e => Keep(e, $"{e.Bid.Partnership}’s draft {e.Bid.Reference} lapsed", $"/bids/{e.Bid.Reference}", e.Bid.Partnership),
            DecisionRecorded e => Keep(e, $"Decision {e.Record.Reference} recorded: {e.Record.Title}", $"/decisions/{e.Record.Reference}"),
            GrantMade e => Keep(
                e,
                $"{e.Grant.Partnership} granted {e.Grant.Total} for {e.Grant.Title}",
                $"/grants/{e.Grant.Reference}",
                e.Grant.Partnership
            ),
            MessageFailed e => Keep(
                e,
                $"A message failed: {e.Failure.Type} to {e.Failure.Queue}",
                "/failed-messages",
                about: e.Failure.About,
                officeOnly: true,
                alert: $"{e.Failure.Type} to {e.Failure.Queue}"
            ),
            MessageRetried e => Settled(e, "is tried again", e.Failure),
            MessageDiscarded e => Settled(e, "was given up", e.Failure),
            LetterSent e => Keep(
                e,
                $"Letter to {e.Letter.To}: {e.Letter.Subject}",
                $"/notifications/{e.Id}",
                e.Letter.Partnership,
                about: e.Letter.About,
                quiet: true
            ),
            LetterDelivered e => Keep(
                e,
                $"Letter to {e.Letter.To} arrived: {e.Letter.Subject}",
                $"/notifications/{e.Id}",
                e.Letter.Partnership,
                about: e.Letter.About,
                quiet: true
            ),
            RecipientMissing e => Missing(e),
            // Each letter is a topic of its own: somebody must be told what it says.
            LetterFailed e => Failed(e),
            AlertClosed e => Keep(e, "A letter that did not arrive was dealt with", "/notifications/alerts", quiet: true, officeOnly: true),
            // Drafts are the officers' own.
            BoardPaperIssued e => Keep(
                e,
                $"Board paper for {London.Plain(e.Paper.MeetingOn)} issued: {e.Paper.Title}",
                $"/reports/papers/{e.Paper.Number}"
            ),
            ViewSaved e => Keep(
                e,
                $"{e.By.Name} saved the view {e.View.Name} of {e.View.Report}",
                "/reports/views",
                quiet: true,
                officeOnly: true
            ),
            ViewDeleted e => Keep(e, $"{e.By.Name} deleted the view {e.View.Name}", "/reports/views", quiet: true, officeOnly: true),
            _ => null,
        };

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
        var topic = $"Nobody at {e.Partnership?.Name ?? "the commissioner’s office"} could be written to ({string.Join(", ", e.Roles)})";
        return Keep(e, $"{topic}: {e.Subject}", "/notifications/alerts", e.Partnership, officeOnly: true, alert: topic);
    }

    private static TimelineEntry Failed(LetterFailed e)
    {
        var text = $"Letter to {e.Letter.To}{(e.Letter.Partnership is { } at ? " at " + at.Name : "")} did not arrive: {e.Letter.Subject}";
        return Keep(
            e,
            text,
            "/notifications/alerts",
            e.Letter.Partnership,
            about: e.Letter.About,
            officeOnly: true,
            alert: $"{text} {e.Id}"
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
        string alert = ""
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
        };

    private static TimelineEntry? Bidding(IEvent happened) =>
        happened switch
        {
            RoundDeadlineMoved e => Keep(
                e,
                $"{e.Round.Name} now closes at {London.Deadline(e.Round.ClosesAt)}",
                $"/rounds/{e.Round.Reference}"
            ),
            RoundReminded e => e.Waiting.Count == 0
                ? null
                : Keep(e, $"{Partnerships(e.Waiting.Count)} reminded of {e.Round.Name}", $"/rounds/{e.Round.Reference}"),
            ExtensionRequested e => Keep(e, e.Extension, "asked for more time to bid for"),
            ExtensionGranted e => Keep(e, e.Extension, "was given more time to bid for"),
            ExtensionRefused e => Keep(e, e.Extension, "was refused more time to bid for"),
            ExtensionEnded e => Keep(e, e.Extension, "has no more time left to bid for"),
            BidSentBack e => Keep(e, e.Bid, $"Bid {e.Bid.Reference} was sent back to {e.Bid.Partnership}"),
            BidAssigned e => Keep(e, e.Bid, $"Bid {e.Bid.Reference} was given to assessors"),
            BidRestored e => Keep(e, e.Bid, $"{e.Bid.Partnership} did not submit bid {e.Bid.Reference} again: it stands as it was"),
            BidWithdrawn e => Keep(e, e.Bid, $"{e.Bid.Partnership} withdrew bid {e.Bid.Reference}"),
            BidDecided e => Keep(
                e,
                e.Bid,
                $"Bid {e.Bid.Reference}: "
                    + (
                        e.Decision switch
                        {
                            Decision.Supported => "Supported",
                            Decision.NotSupported => "Not supported",
                            _ => "Deferred",
                        }
                    )
            ),
            _ => null,
        };

    private static TimelineEntry Keep(IEvent happened, ExtensionDetails extension, string what) =>
        Keep(
            happened,
            $"{extension.Partnership} {what} {extension.RoundName}",
            $"/rounds/{extension.RoundReference}",
            extension.Partnership
        );

    private static TimelineEntry Keep(IEvent happened, BidDetails bid, string text) =>
        Keep(happened, text, $"/bids/{bid.Reference}", bid.Partnership);

    private static string Partnerships(int count) => count == 1 ? "1 partnership was" : $"{count} partnerships were";

    private static TimelineEntry? Deciding(IEvent happened) =>
        happened switch
        {
            AssessmentAssigned e => Keep(e, e.Assessment, "was asked to assess"),
            InterestDeclared e => Keep(
                e,
                e.Assessment,
                e.Assessment.Interest is { Length: > 0 } ? "declared an interest in" : "declared no interest in"
            ),
            // A save on the way is not news.
            AssessmentScored e => e.Assessment.State != AssessmentState.Complete ? null : Keep(e, e.Assessment, "has assessed"),
            AssessmentCancelled e => Keep(e, e.Assessment, "need not assess"),
            BidModerated e => Keep(
                e,
                $"The assessors of bid {e.Moderation.BidReference} have agreed",
                $"/bids/{e.Moderation.BidReference}"
            ),
            DecisionDrafted e => e.Record.Step != DecisionStep.AwaitingApproval ? null : Keep(e, e.Record, "waits to be approved"),
            DecisionApproved e => Keep(e, e.Record, "was approved"),
            PublicationDetermined e => Keep(e, e.Record, "waits for the Commissioner"),
            DecisionPublished e => Keep(e, e.Record, "was published"),
            DecisionSuperseded e => Keep(
                e,
                e.Record,
                e.Record.SupersededBy is { } by && by != e.Record.Reference ? $"was superseded by {by}" : "was dropped"
            ),
            GrantVaried e => Keep(
                e,
                $"{e.Grant.Partnership}’s grant for {e.Grant.Title} was changed to {e.Grant.Total}",
                $"/grants/{e.Grant.Reference}",
                e.Grant.Partnership
            ),
            GrantAccepted e => Keep(
                e,
                $"{e.Grant.Partnership} accepted the agreement for {e.Grant.Title}",
                $"/grants/{e.Grant.Reference}",
                e.Grant.Partnership
            ),
            _ => null,
        };

    private static TimelineEntry Keep(IEvent happened, AssessmentDetails assessment, string what) =>
        Keep(happened, $"{assessment.Assessor.Name} {what} bid {assessment.BidReference}", $"/bids/{assessment.BidReference}");

    private static TimelineEntry Keep(IEvent happened, DecisionDetails record, string what) =>
        Keep(happened, $"Decision record {record.Reference} {what}: {record.Title}", $"/decisions/{record.Reference}");

    private static TimelineEntry? Reported(IEvent happened) =>
        happened switch
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
            ReturnChased e => News(
                e,
                e.Return,
                "was reminded of",
                e.Rung.WorkingDays switch
                {
                    < 0 and var before => $", {Days(-before)} before it was due",
                    0 => ", on the day that it was due",
                    var after => $", {Days(after)} after it was due",
                }
            ),
            ReturnReminded e => News(e, e.Return, "was reminded by hand of"),
            ChasingChanged e => Step(
                e,
                e.Return,
                e.Return switch
                {
                    { Chasing: ChasingState.Paused, PausedUntil: { } until } => $"Reminders paused until {London.Plain(until)}: {e.Reason}",
                    { Chasing: ChasingState.Paused } => $"Reminders paused: {e.Reason}",
                    { Chasing: ChasingState.Stopped } => $"Reminders stopped: {e.Reason}",
                    _ => $"Reminders go on: {e.Reason}",
                },
                officeOnly: true
            ),
            ReplyNoted e => Step(e, e.Return, $"Answer noted: {e.Text}", officeOnly: true),
            // The usual rules, with a programme's first grant.
            ProgrammeChanged e when e.By == Person.Platform => null,
            ProgrammeChanged e => Keep(
                e,
                $"The rules for returns of {e.Programme.Name} were changed",
                $"/returns/programmes/{Uri.EscapeDataString(e.Programme.Name)}"
            ),
            _ => null,
        };

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

    private static string Days(int count) => count == 1 ? "1 working day" : $"{count} working days";

    private static string AddressOf(ReturnDetails owed) => $"/returns/{owed.GrantReference}/{owed.Quarter.InAddress}";

    private static TimelineEntry? Asked(IEvent happened) =>
        happened switch
        {
            FoiRequestReceived e => Keep(e, e.Request, $"came in, due by {London.Plain(e.Request.DueOn)}"),
            FoiRequestCorrected e => Keep(
                e,
                $"What was logged of {e.Request.Reference} was corrected",
                $"/foi/{e.Request.Reference}",
                quiet: true,
                officeOnly: true
            ),
            FoiClarificationAsked e => Keep(e, e.Request, "waits for the requester to say what is meant"),
            FoiRequestClarified e => Keep(e, e.Request, $"was clarified, due by {London.Plain(e.Request.DueOn)}"),
            FoiRequestExtended e => Keep(e, e.Request, $"was extended to {London.Plain(e.Request.DueOn)}"),
            FoiAnswerDrafted e => Keep(
                e,
                $"An answer to {e.Request.Reference} was drafted",
                $"/foi/{e.Request.Reference}",
                quiet: true,
                officeOnly: true
            ),
            FoiRequestAnswered e => Keep(e, e.Request, e.Request.WorkingDaysLate == 0 ? "was answered in time" : "was answered late"),
            FoiAnswerPublished e => Keep(e, e.Request, "was put into the disclosure log"),
            FoiReviewRequested e => Keep(e, e.Request, "is to be reviewed"),
            FoiRequestReviewed e => Keep(e, e.Request, "was reviewed"),
            FoiRequestWithdrawn e => Keep(e, e.Request, "was withdrawn"),
            FoiRequesterDeleted e => Keep(
                e,
                $"Who asked {e.Request.Reference} was deleted",
                $"/foi/{e.Request.Reference}",
                quiet: true,
                officeOnly: true
            ),
            _ => null,
        };

    private static TimelineEntry Keep(IEvent happened, FoiDetails request, string what) =>
        Keep(
            happened,
            $"Freedom of information request {request.Reference} {what}: {request.Subject}",
            $"/foi/{request.Reference}",
            officeOnly: true
        );
}
