using MassTransit;
using Platform.Contracts;
using Platform.Reporting.Data;

namespace Platform.Reporting.Consumers;

/// <summary>Keeps what happened, in words, newest first on the office's home page, and on timelines. Saves are not news; scores are nobody's.</summary>
internal sealed partial class ActivityConsumer(ReportingContext db) :
    IConsumer<RoundOpened>, IConsumer<RoundClosed>, IConsumer<BidSubmitted>, IConsumer<BidLapsed>, IConsumer<DecisionRecorded>, IConsumer<GrantMade>,
    IConsumer<RecipientMissing>, IConsumer<LetterSent>, IConsumer<LetterDelivered>, IConsumer<LetterFailed>, IConsumer<AlertClosed>, IConsumer<MessageFailed>
{
    public Task Consume(ConsumeContext<RoundOpened> context) =>
        Keep(context.Message, $"{context.Message.Round.Name} opened", $"/rounds/{context.Message.Round.Reference}");

    public Task Consume(ConsumeContext<RoundClosed> context) =>
        Keep(context.Message, $"{context.Message.Round.Name} closed", $"/rounds/{context.Message.Round.Reference}");

    public Task Consume(ConsumeContext<BidSubmitted> context) =>
        Keep(context.Message, $"{context.Message.Bid.Partnership} submitted bid {context.Message.Bid.Reference}", $"/bids/{context.Message.Bid.Reference}", context.Message.Bid.Partnership);

    public Task Consume(ConsumeContext<BidLapsed> context) =>
        Keep(context.Message, $"{context.Message.Bid.Partnership}’s draft {context.Message.Bid.Reference} lapsed", $"/bids/{context.Message.Bid.Reference}", context.Message.Bid.Partnership);

    public Task Consume(ConsumeContext<DecisionRecorded> context) =>
        Keep(context.Message, $"Decision {context.Message.Record.Reference} recorded: {context.Message.Record.Title}", $"/decisions/{context.Message.Record.Reference}");

    public Task Consume(ConsumeContext<GrantMade> context) =>
        Keep(context.Message, $"{context.Message.Grant.Partnership} granted {context.Message.Grant.Total} for {context.Message.Grant.Title}", $"/grants/{context.Message.Grant.Reference}", context.Message.Grant.Partnership);

    public Task Consume(ConsumeContext<RecipientMissing> context)
    {
        var topic = $"Nobody at {context.Message.Partnership?.Name ?? "the commissioner’s office"} could be written to ({string.Join(", ", context.Message.Roles)})";
        return Keep(context.Message, $"{topic}: {context.Message.Subject}", "/notifications/alerts", context.Message.Partnership, officeOnly: true, alert: topic);
    }

    public Task Consume(ConsumeContext<MessageFailed> context) => Keep(context.Message, $"A message failed: {context.Message.Failure.Type} to {context.Message.Failure.Queue}",
        "/failed-messages", about: context.Message.Failure.About, officeOnly: true, alert: $"{context.Message.Failure.Type} to {context.Message.Failure.Queue}");

    public Task Consume(ConsumeContext<LetterSent> context) => Keep(context.Message, $"Letter to {context.Message.Letter.To}: {context.Message.Letter.Subject}",
        $"/notifications/{context.Message.Id}", context.Message.Letter.Partnership, about: context.Message.Letter.About, quiet: true);

    public Task Consume(ConsumeContext<LetterDelivered> context) => Keep(context.Message, $"Letter to {context.Message.Letter.To} arrived: {context.Message.Letter.Subject}",
        $"/notifications/{context.Message.Id}", context.Message.Letter.Partnership, about: context.Message.Letter.About, quiet: true);

    // Each letter is a topic of its own: somebody must be told what it says.
    public Task Consume(ConsumeContext<LetterFailed> context)
    {
        var letter = context.Message.Letter;
        var text = $"Letter to {letter.To}{(letter.Partnership is { } at ? " at " + at.Name : "")} did not arrive: {letter.Subject}";
        return Keep(context.Message, text, "/notifications/alerts", letter.Partnership, about: letter.About, officeOnly: true, alert: $"{text} {context.Message.Id}");
    }

    public Task Consume(ConsumeContext<AlertClosed> context) =>
        Keep(context.Message, "A letter that did not arrive was dealt with", "/notifications/alerts", quiet: true, officeOnly: true);

    private Task Keep(
        IEvent happened, string text, string link, Partnership? partnership = null, Guid? about = null, bool quiet = false, bool officeOnly = false, string alert = "")
    {
        db.Activities.Add(new()
        {
            Id = happened.Id,
            Version = happened.Version,
            About = about ?? happened.Id,
            Partnership = partnership,
            At = happened.At,
            By = happened.By.Name,
            Text = text,
            Link = link,
            IsAlert = alert.Length > 0,
            Topic = alert,
            IsQuiet = quiet,
            IsOfficeOnly = officeOnly,
        });
        return Task.CompletedTask;
    }
}
