using System.Text.RegularExpressions;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Model;

/// <summary>A decision of the commissioner on one or more bids, after the model of EXE005-24 (seed 001).</summary>
internal sealed partial class DecisionRecord : Aggregate
{
    private DecisionRecord() { }

    public string Reference { get; private init; } = "";
    public string Title { get; private init; } = "";
    public string Summary { get; private init; } = "";
    public Decision Decision { get; private init; }
    public DateOnly DecidedOn { get; private init; }
    public string[] Bids { get; private init; } = [];

    public static (DecisionRecord? Record, Result Result) Write(
        string reference, string title, string summary, Decision decision, DateOnly decidedOn, IReadOnlyList<Bid> bids, Person by, DateTimeOffset at)
    {
        (reference, title, summary) = (reference ?? "", TypedText.Tidy(title), TypedText.Tidy(summary));
        var problems = new List<Problem>();
        if (!ReferencePattern().IsMatch(reference)) problems.Add(new(nameof(Reference), "Reference must be like EXE005-24"));
        if (title.Length is 0 or > 200) problems.Add(new(nameof(Title), "Title must be between 1 and 200 characters"));
        if (summary.Length > 10_000) problems.Add(new(nameof(Summary), "Summary must be 10,000 characters or less"));
        if (!Enum.IsDefined(decision)) problems.Add(new(nameof(Decision), "Decision must be Supported, NotSupported or Deferred"));
        if (decidedOn > London.DateOf(at)) problems.Add(new(nameof(DecidedOn), "Date of the decision must be today or in the past"));
        else if (bids.Count > 0 && bids.Max(b => b.SubmittedAt) is { } submitted && decidedOn < London.DateOf(submitted))
            problems.Add(new(nameof(DecidedOn), $"Date of the decision must be on or after {London.Plain(London.DateOf(submitted))}, when the last of the bids was submitted"));
        if (bids.Count == 0) problems.Add(new(nameof(Bids), "Select at least one bid"));
        foreach (var bid in bids.Where(b => !b.AwaitsDecision)) problems.Add(new(nameof(Bids), $"{bid.Reference} is not a submitted bid awaiting a decision"));
        if (problems.Count > 0) return (null, Result.Of(problems));
        var record = new DecisionRecord
        {
            Reference = reference, Title = title, Summary = summary, Decision = decision, DecidedOn = decidedOn, Bids = [.. bids.Select(b => b.Reference)],
        };
        record.Raise(v => new DecisionRecorded(record.Id, v, at, by, new(reference, title, decision, decidedOn, record.Bids)));
        foreach (var bid in bids) bid.Decide(reference, decision, by, at);
        return (record, Result.Done);
    }

    [GeneratedRegex(@"^[A-Z]{2,5}\d{3}-\d{2}\z")]
    private static partial Regex ReferencePattern();
}
