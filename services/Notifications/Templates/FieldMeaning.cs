namespace Platform.Notifications.Templates;

/// <summary>What a field means, for whoever edits a template, and an example for templates that no letter has used yet.</summary>
/// <param name="Name">"dueDay".</param>
/// <param name="Is">"the last day on which the return is not late, with its weekday".</param>
/// <param name="Example">How it may appear in a letter; for a list, one of its lines.</param>
internal sealed record FieldMeaning(string Name, string Is, string Example)
{
    private static readonly Dictionary<string, FieldMeaning> ByName = Everything().ToDictionary(m => m.Name);

    /// <returns>Null for what is not a field of a letter.</returns>
    public static FieldMeaning? Of(string field) => ByName.GetValueOrDefault(field);

    private static FieldMeaning[] Everything() =>
        [
            new("to", "the recipient’s name", "Sam Carter"),
            new("link", "the full address of the page that the letter is about", "https://example.org/page"),
            new("contactName", "whom to ask", "Alex Okafor"),
            new("contactEmail", "their e-mail address, as a link", "mailto:officer@example.org"),
            new("partnership", "the partnership", "Melton"),
            new("reference", "the reference of the bid, grant or record", "CSP2025-MEL-03"),
            new("title", "the title of the project or record", "Target hardening"),
            new("report", "the report’s title", "Overdue returns"),
            new("message", "what the report says, in a sentence", "2 returns are overdue."),
            new("figures", "the report’s first rows, a line each", "Melton; working days overdue: 31"),
            new("download", "the full address of all the report’s rows as a file", "https://example.org/reports/overdue.csv"),
            new("quarter", "which quarter the return is about", "quarter 3"),
            new("months", "the quarter’s months", "October to December 2024"),
            new("dueOn", "the last day on which the return is not late", "31 January 2025"),
            new("dueDay", "the same with its weekday", "Friday 31 January 2025"),
            new("backOn", "the last day on which a return that was sent back is not late to be back", "14 February 2025"),
            new("backDay", "the same with its weekday", "Friday 14 February 2025"),
            new("programme", "the fund that the grant comes from", "Safer Streets 5"),
            new("late", "since when the return is late, or by when it is due", "was due by 11:59pm on Friday 31 January 2025"),
            new("daysLate", "how late the return is", "10 working days"),
            new("since", "the day, as a subject ends", "was due 31 January 2025"),
            new("next", "what happens if the return is not in, a line each", "payment of the grant is held from that day"),
            new("copied", "who gets a letter about it besides", "Mo Chair (chair)"),
            new("capacity", "why somebody is told who is asked for nothing", "you chair the partnership"),
            new("instead", "a sentence: whom the other letter went to instead", "It went to nobody instead."),
            new("submitter", "who submitted", "Jo Lead"),
            new("submitted", "when", "9:05am on Monday 3 February 2025"),
            new("sender", "who did it", "Jo Lead"),
            new("round", "the round’s name", "Community safety fund 2025/26"),
            new("deadline", "until when, to the second", "11:59:59pm on Friday 28 February 2025"),
            new("closesDay", "the round’s last day", "Friday 28 February 2025"),
            new("opens", "a sentence without its full stop: since when one can bid", "You can begin a bid now"),
            new("bidders", "a sentence without its full stop: who may bid", "Every Community Safety Partnership may bid"),
            new("left", "how long is left, as the subject begins", "7 days left"),
            new("ownDay", "the partnership’s own last day", "Friday 28 February 2025"),
            new("ownDeadline", "the partnership’s own deadline, and whether it is a later one", "11:59:59pm on Friday 28 February 2025"),
            new("begun", "a sentence without its full stop: what the partnership has begun", "Melton has 1 draft, which is not submitted"),
            new("bids", "how many bids came in; of a decision, which bids it is about", "4 bids"),
            new("received", "who has submitted, a line each", "Melton: 1 bid"),
            new("lapsed", "whose drafts lapsed, a line each", "Rutland: 1 draft"),
            new("absent", "who did not bid, a line each", "Blaby"),
            new("extended", "who has more time, a line each", "Charnwood: until 11:59:59pm on Friday 7 March 2025"),
            new("direction", "whether the deadline is now later or earlier, as the subject begins", "Later deadline"),
            new("oldDeadline", "the deadline before", "11:59:59pm on Friday 28 February 2025"),
            new("reason", "why", "Our lead is ill."),
            new("until", "the new deadline", "11:59:59pm on Friday 7 March 2025"),
            new("untilDay", "the new last day", "Friday 7 March 2025"),
            new("answer", "what the office said to it", "Get well soon."),
            new("project", "the project’s title and the bid’s reference", "Safer streets (CSP2025-MEL-03)"),
            new("total", "the amount", "£16,875"),
            new("moreTime", "the full address of the page to ask for more time", "https://example.org/rounds/CSP2025/extension"),
            new("fact", "what happened, or is to be done, as the subject begins", "Received"),
            new("instants", "when it was submitted, first and again, a line each", "submitted at 9:00:05am on Monday 3 February 2025"),
            new("hash", "the SHA-256 of what was submitted", "SHA-256 of what was submitted: 9f86d081884c7d65"),
            new("sections", "the sections to change and why, a line each", "Risks: Say who watches them."),
            new("day", "the day", "Friday 14 February 2025"),
            new("withdrawer", "who withdrew the bid", "Jo Lead"),
            new("decision", "the decision record’s reference", "EXE005-25"),
            new("assessor", "who assesses", "Pat Reed"),
            new("interest", "the interest that was declared", "My sister works there"),
            new("outcome", "what was decided", "Supported"),
            new("task", "what the recipient is to do", "approve it"),
            new("interventions", "what the grant pays for, a line each", "Target hardening: £16,875"),
            new("agreement", "the full address of the grant agreement", "https://example.org/grants/CSP2025-MEL-03/agreement"),
            new("from", "the first day of delivery", "1 April 2025"),
            new("number", "the variation’s number", "1"),
            new("on", "the day from which the variation counts", "1 June 2025"),
            new("changes", "what changed, a line each", "Target hardening, homes: 130 (was 1,300)"),
            new("accepter", "who accepted the agreement", "Jo Lead"),
            new("accepted", "when", "9:05am on Monday 3 February 2025"),
            new("address", "the e-mail address that a link confirms", "jo@melton.example"),
            new("account", "whose account", "Jo Lead"),
            new("happening", "when it happened, to the second", "9:00:05am on Monday 3 February 2025"),
            new("letter", "the subject of the other letter", "Overdue: quarter 3 return for Melton"),
            new("recipient", "whom the other letter was to", "Jo Lead"),
            new("howMany", "how many letters were collected", "3 letters"),
            new(
                "letters",
                "the subject and address of each, a line each",
                "Submitted: bid CSP2025-MEL-03 from Melton (https://example.org/bids/CSP2025-MEL-03)"
            ),
        ];
}
