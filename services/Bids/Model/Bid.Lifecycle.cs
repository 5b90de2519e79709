using Platform.Contracts;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Model;

internal sealed partial class Bid
{
    /// <summary>
    /// Hands the bid in. Only the instant at which the request reached the gateway decides whether it is in time: a bid that the closing job has lapsed
    /// in the meantime is taken. What a colleague has saved since the submitter read it is not: nobody submits what they have not seen
    /// (a program that does not say what it read is believed).
    /// </summary>
    /// <returns>What was submitted, to be kept; null where nothing was, or where it had been submitted before.</returns>
    public (Submission? Made, Result Result) Submit(BiddingWindow window, int? readVersion, IReadOnlyList<SubmittedFile> files, Person by, DateTimeOffset at)
    {
        if (State is BidState.Submitted or BidState.UnderAssessment or BidState.Decided) return (null, Result.Done);
        if (State == BidState.Withdrawn) return (null, Result.Refused("withdrawn", "This bid has been withdrawn"));
        if (State == BidState.SentBack && at >= AnswerBy) return (null, AnswerIsLate);
        if (State != BidState.SentBack && !window.IsOpenAt(at)) return (null, window.NotOpen(at));
        if (readVersion < Parts.Values.Select(p => p.Version).DefaultIfEmpty(1).Max()) return (null, Result.Stale);
        if (BidCheck.Missing(this, window.Round) is { Count: > 0 } missing) return (null, Result.Of(missing));
        var submission = Submission.Of(this, files, by, at);
        (State, FirstSubmittedAt, SubmittedAt, SubmittedBy, Hash) = (BidState.Submitted, FirstSubmittedAt ?? at, at, by, submission.Hash);
        (SentBack, AnswerBy, SubmittedTitle, SubmittedTotal, SubmittedPriority) = ([], null, Content.Title, Content.Total, Content.PriorityTotal);
        Raise(v => new BidSubmitted(Id, v, at, by, Details));
        return (submission, Result.Done);
    }

    /// <summary>Asks the partnership to change some sections by the end of a day.</summary>
    public Result SendBack(IReadOnlyList<SectionNote> notes, DateOnly lastDay, Person by, DateTimeOffset at)
    {
        if (State != BidState.Submitted) return Result.Refused("not-submitted", "Only a submitted bid that nobody is assessing yet can be sent back");
        var typed = notes.Select(n => new SectionNote(n.Section, TypedText.Tidy(n.Reason))).ToList();
        var problems = ProblemsOf(typed);
        if (lastDay < London.DateOf(at) || lastDay > London.DateOf(at).AddDays(92)) problems.Add(new(nameof(AnswerBy), "The day by which it is resubmitted must be today or within the next 3 months"));
        if (problems.Count > 0) return Result.Of(problems);
        var completed = Content.Completed.Except(typed.Select(n => n.Section)).ToList();
        (State, SentBack, AnswerBy, Content) = (BidState.SentBack, typed, London.EndOf(lastDay), Content with { Completed = completed });
        Raise(v => new BidSentBack(Id, v, at, by, Details));
        return Result.Done;
    }

    /// <summary>What is wrong with what is to be sent back.</summary>
    public static List<Problem> ProblemsOf(IReadOnlyList<SectionNote> notes)
    {
        var problems = new List<Problem>();
        if (notes.Count == 0) problems.Add(new("Sections", "Select at least one section to send back"));
        foreach (var note in notes)
        {
            if (!BidSections.All.Contains(note.Section)) problems.Add(new("Sections", $"There is no section “{note.Section}”"));
            else if (TypedText.Tidy(note.Reason).Length is 0 or > 2000) problems.Add(new(note.Section, $"Enter what is to be changed in {BidSections.Name(note.Section)}, in 2,000 characters or less"));
        }
        if (notes.GroupBy(n => n.Section).Any(g => g.Count() > 1)) problems.Add(new("Sections", "Each section can be sent back once"));
        return problems;
    }

    /// <summary>Nobody resubmitted it in time: it stands as it was submitted.</summary>
    public void Restore(Submission last, DateTimeOffset at)
    {
        if (State != BidState.SentBack || at < AnswerBy) return;
        (State, SentBack, AnswerBy) = (BidState.Submitted, [], null);
        (Content, Contacts) = (last.Read().Content, last.Read().Contacts);
        Raise(v => new BidRestored(Id, v, at, Person.Platform, Details));
    }

    public Result Withdraw(string? reason, Person by, DateTimeOffset at)
    {
        if (State == BidState.Withdrawn) return Result.Done;
        if (State is BidState.Decided or BidState.Lapsed) return Result.Refused("not-withdrawable", "This bid is closed and can no longer be withdrawn");
        var typed = TypedText.Tidy(reason);
        if (typed.Length > 1000) return Result.Of([new("Reason", "Reason must be 1,000 characters or less")]);
        (State, SentBack, AnswerBy) = (BidState.Withdrawn, [], null);
        Raise(v => new BidWithdrawn(Id, v, at, by, Details, typed));
        return Result.Done;
    }

    public void Lapse(DateTimeOffset at)
    {
        if (State != BidState.Draft) return;
        State = BidState.Lapsed;
        Raise(v => new BidLapsed(Id, v, at, Person.Platform, Details));
    }

    /// <summary>More time was given after the deadline: what had lapsed can be written on, and lapses again at the new end.</summary>
    public void Revive(Person by, DateTimeOffset at)
    {
        if (State != BidState.Lapsed) return;
        State = BidState.Draft;
        Raise(v => new BidSaved(Id, v, at, by, Details));
    }

    /// <summary>The first assessor has been asked: from now on the bid is read as it is.</summary>
    public Result Assign(Person by, DateTimeOffset at)
    {
        if (State == BidState.UnderAssessment) return Result.Done;
        if (State != BidState.Submitted) return Result.Refused("not-submitted", $"{Reference} is not a submitted bid");
        State = BidState.UnderAssessment;
        Raise(v => new BidAssigned(Id, v, at, by, Details));
        return Result.Done;
    }

    public bool AwaitsDecision => State is BidState.Submitted or BidState.UnderAssessment;

    /// <summary>Records the commissioner's word. A deferred bid waits on: its decision is still to come.</summary>
    public void Decide(string decisionReference, Decision decision, Person by, DateTimeOffset at)
    {
        (Decision, DecisionReference) = (decision, decisionReference);
        if (decision != Contracts.Decision.Deferred) State = BidState.Decided;
        Raise(v => new BidDecided(Id, v, at, by, Details, decisionReference, decision));
    }
}
