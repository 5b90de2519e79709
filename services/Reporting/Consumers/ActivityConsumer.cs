using Platform.Contracts;
using Platform.Reporting.Data;
using Platform.Reporting.Model;

namespace Platform.Reporting.Consumers;

/// <summary>Keeps what happened, in words, newest first on the office's home page, and on timelines. Saves are not news; scores are nobody's.</summary>
internal sealed partial class ActivityConsumer(ReportingContext db) :
    Projection, IFrom<RoundOpened>, IFrom<RoundClosed>, IFrom<BidSubmitted>, IFrom<BidLapsed>, IFrom<DecisionRecorded>, IFrom<GrantMade>,
    IFrom<RecipientMissing>, IFrom<LetterSent>, IFrom<LetterDelivered>, IFrom<LetterFailed>, IFrom<AlertClosed>, IFrom<MessageFailed>, IFrom<MessageRetried>, IFrom<MessageDiscarded>,
    IFrom<BoardPaperDrafted>, IFrom<BoardPaperIssued>, IFrom<BoardPaperDiscarded>,
    IFrom<ViewSaved>, IFrom<ViewDeleted>
{
    public override Task ApplyAsync(IReadOnlyList<IEvent> events, CancellationToken cancellation) =>
        db.InsertAsync([.. events.Select(e => Bidding(e) ?? Deciding(e) ?? Reported(e) ?? Asked(e) ?? Others(e)).OfType<Activity>()], cancellation);

    private static Activity? Others(IEvent happened) => happened switch
    {
        RoundOpened e => Keep(e, $"{e.Round.Name} opened", $"/rounds/{e.Round.Reference}"),
        RoundClosed e => Keep(e, $"{e.Round.Name} closed", $"/rounds/{e.Round.Reference}"),
        BidSubmitted e => Keep(e, $"{e.Bid.Partnership} submitted bid {e.Bid.Reference}", $"/bids/{e.Bid.Reference}", e.Bid.Partnership),
        BidLapsed e => Keep(e, $"{e.Bid.Partnership}’s draft {e.Bid.Reference} lapsed", $"/bids/{e.Bid.Reference}", e.Bid.Partnership),
        DecisionRecorded e => Keep(e, $"Decision {e.Record.Reference} recorded: {e.Record.Title}", $"/decisions/{e.Record.Reference}"),
        GrantMade e => Keep(e, $"{e.Grant.Partnership} granted {e.Grant.Total} for {e.Grant.Title}", $"/grants/{e.Grant.Reference}", e.Grant.Partnership),
        MessageFailed e => Keep(e, $"A message failed: {e.Failure.Type} to {e.Failure.Queue}",
            "/failed-messages", about: e.Failure.About, officeOnly: true, alert: $"{e.Failure.Type} to {e.Failure.Queue}"),
        MessageRetried e => Settled(e, "is tried again", e.Failure),
        MessageDiscarded e => Settled(e, "was given up", e.Failure),
        LetterSent e => Keep(e, $"Letter to {e.Letter.To}: {e.Letter.Subject}",
            $"/notifications/{e.Id}", e.Letter.Partnership, about: e.Letter.About, quiet: true),
        LetterDelivered e => Keep(e, $"Letter to {e.Letter.To} arrived: {e.Letter.Subject}",
            $"/notifications/{e.Id}", e.Letter.Partnership, about: e.Letter.About, quiet: true),
        RecipientMissing e => Missing(e),
        // Each letter is a topic of its own: somebody must be told what it says.
        LetterFailed e => Failed(e),
        AlertClosed e => Keep(e, "A letter that did not arrive was dealt with", "/notifications/alerts", quiet: true, officeOnly: true),
        // Drafts are the officers' own.
        BoardPaperIssued e => Keep(e, $"Board paper for {London.Plain(e.Paper.MeetingOn)} issued: {e.Paper.Title}", $"/reports/papers/{e.Paper.Number}"),
        ViewSaved e => Keep(e, $"{e.By.Name} saved the view {e.View.Name} of {e.View.Report}", "/reports/views", quiet: true, officeOnly: true),
        ViewDeleted e => Keep(e, $"{e.By.Name} deleted the view {e.View.Name}", "/reports/views", quiet: true, officeOnly: true),
        _ => null,
    };

    private static Activity Settled(IEvent happened, string what, FailedMessageDetails message) =>
        Keep(happened, $"A message that had failed {what}: {message.Type} to {message.Queue}", "/failed-messages", about: message.About, quiet: true, officeOnly: true);

    private static Activity Missing(RecipientMissing e)
    {
        var topic = $"Nobody at {e.Partnership?.Name ?? "the commissioner’s office"} could be written to ({string.Join(", ", e.Roles)})";
        return Keep(e, $"{topic}: {e.Subject}", "/notifications/alerts", e.Partnership, officeOnly: true, alert: topic);
    }

    private static Activity Failed(LetterFailed e)
    {
        var text = $"Letter to {e.Letter.To}{(e.Letter.Partnership is { } at ? " at " + at.Name : "")} did not arrive: {e.Letter.Subject}";
        return Keep(e, text, "/notifications/alerts", e.Letter.Partnership, about: e.Letter.About, officeOnly: true, alert: $"{text} {e.Id}");
    }

    private static Activity Keep(
        IEvent happened, string text, string link, Partnership? partnership = null, Guid? about = null, bool quiet = false, bool officeOnly = false, string alert = "") => new()
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
}
