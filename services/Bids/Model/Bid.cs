using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Model;

/// <summary>A partnership's request for money in a round.</summary>
internal sealed class Bid : Aggregate, IOfPartnership
{
    private Bid() { }

    public Guid RoundId { get; private init; }
    public string Reference { get; private init; } = "";
    public Partnership Partnership { get; private init; } = null!;
    public BidState State { get; private set; }
    public BidContent Content { get; private set; } = new("", null, "", []);
    public DateTimeOffset StartedAt { get; private init; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public Person? SubmittedBy { get; private set; }

    public static (Bid? Bid, Result Result) Start(Round round, Partnership partnership, int number, Person by, DateTimeOffset at, Guid? id = null)
    {
        if (!round.IsOpenAt(at)) return (null, NotOpen(round, at));
        var bid = new Bid { Id = id ?? Guid.CreateVersion7(), RoundId = round.Id, Reference = $"{round.Reference}-{partnership.Code}-{number:00}", Partnership = partnership, StartedAt = at };
        bid.Raise(v => new BidStarted(bid.Id, v, at, by, bid.Details));
        // It arrived in time, but the closing job has been and will not come again.
        if (round.ClosedAt is { } closed) bid.Lapse(closed);
        return (bid, Result.Done);
    }

    public Result SaveProject(ProjectAnswers answers, Round round, int readVersion, Person by, DateTimeOffset at)
    {
        var typed = answers with { Title = TypedText.Tidy(answers.Title), Summary = TypedText.Tidy(answers.Summary) };
        return Save(round, readVersion, typed.Problems(round), Content with { Title = typed.Title, Theme = typed.Theme, Summary = typed.Summary }, by, at);
    }

    public Result SaveIntervention(Intervention answers, Round round, int readVersion, Person by, DateTimeOffset at)
    {
        var typed = TypedText.Tidy(answers);
        var others = Content.Interventions.Where(i => i.Id != typed.Id).ToList();
        var position = Content.Interventions.ToList().FindIndex(i => i.Id == typed.Id);
        others.Insert(position < 0 ? others.Count : position, typed);
        return Save(round, readVersion, InterventionRules.Problems(typed, round, Partnership), Content with { Interventions = others }, by, at);
    }

    public Result RemoveIntervention(Guid id, Round round, int readVersion, Person by, DateTimeOffset at) => Content.Interventions.All(i => i.Id != id)
        ? Result.NotFound
        : Save(round, readVersion, [], Content with { Interventions = [.. Content.Interventions.Where(i => i.Id != id)] }, by, at);

    /// <summary>
    /// Hands the bid in. Only the instant at which the request reached the gateway decides whether it is in time: a bid that the closing job has lapsed
    /// in the meantime is taken. What a colleague has saved since the submitter read it is not: nobody submits what they have not seen
    /// (a program that does not say what it read is believed).
    /// </summary>
    public Result Submit(Round round, int? readVersion, Person by, DateTimeOffset at)
    {
        if (State is BidState.Submitted or BidState.Decided) return Result.Done;
        if (!round.IsOpenAt(at)) return NotOpen(round, at);
        if (readVersion is not null && readVersion != (State == BidState.Lapsed ? Version - 1 : Version)) return Result.Stale;
        if (Missing(round) is { Count: > 0 } missing) return Result.Of(missing);
        (State, SubmittedAt, SubmittedBy) = (BidState.Submitted, at, by);
        Raise(v => new BidSubmitted(Id, v, at, by, Details));
        return Result.Done;
    }

    public void Lapse(DateTimeOffset at)
    {
        if (State != BidState.Draft) return;
        State = BidState.Lapsed;
        Raise(v => new BidLapsed(Id, v, at, Person.Platform, Details));
    }

    /// <summary>Records the commissioner's word. A deferred bid stays submitted: its decision is still to come.</summary>
    public void Decide(string decisionReference, Decision decision, Person by, DateTimeOffset at)
    {
        if (decision != Decision.Deferred) State = BidState.Decided;
        Raise(v => new BidDecided(Id, v, at, by, Details, decisionReference, decision));
    }

    /// <summary>What must be there before the bid can be submitted; the field is the section's name.</summary>
    public IReadOnlyList<Problem> Missing(Round round)
    {
        var problems = new List<Problem>();
        if (!ProjectComplete) problems.Add(new("Project", "Complete the project section: title, theme and summary"));
        if (Content.Interventions.Count == 0) problems.Add(new("Interventions", "Add at least one intervention"));
        if (round.CapPerBid is { } cap && Content.Total > cap) problems.Add(new("Interventions", $"The bid asks for {Content.Total}. It must be {cap} or less"));
        return problems;
    }

    public bool ProjectComplete => Content is { Title.Length: > 0, Theme.Length: > 0, Summary.Length: > 0 };

    public BidDetails Details => new(RoundId, Reference, Partnership, State, Content, SubmittedAt);

    /// <summary>Whether a request that reached the gateway at that instant may still change it.</summary>
    public Result MayChange(Round round, DateTimeOffset at)
    {
        if (State is BidState.Submitted or BidState.Decided) return Result.Refused("already-submitted", "This bid has been submitted and can no longer be changed");
        return round.IsOpenAt(at) ? Result.Done : NotOpen(round, at);
    }

    private Result Save(Round round, int readVersion, IReadOnlyList<Problem> problems, BidContent content, Person by, DateTimeOffset at)
    {
        if (MayChange(round, at) is { IsDone: false } refused) return refused;
        if (problems.Count > 0) return Result.Of(problems);
        if (readVersion != Version) return Result.Stale;
        Content = content;
        Raise(v => new BidSaved(Id, v, at, by, Details));
        return Result.Done;
    }

    private static Result NotOpen(Round round, DateTimeOffset at) => at < round.OpensAt
        ? Result.Refused("round-not-open", $"{round.Name} opens at {London.Moment(round.OpensAt)}")
        : Result.Refused("round-closed", $"{round.Name} closed at {London.Deadline(round.ClosesAt)}");
}
