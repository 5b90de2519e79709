using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Model;

/// <summary>A decision of the commissioner on one or more bids, after the model of EXE005-24 (seed 001). DecisionRecord.Signing.cs has who signs it, and in which order.</summary>
internal sealed partial class DecisionRecord : Aggregate
{
    private DecisionRecord() { }

    public string Reference { get; private init; } = "";
    public DecisionStep Step { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public DateTimeOffset? PublishedAt { get; private set; }
    public string[] Bids { get; private set; } = [];
    public DecisionDetails Details { get; private set; } = null!;

    /// <summary>Why the last approver asked did not approve; null after it was submitted again.</summary>
    public string? ReturnedBecause { get; private set; }

    /// <summary>Everybody who wrote any of it: none of them signs it.</summary>
    public Guid[] Writers { get; private set; } = [];
    public Guid? Approver { get; private set; }
    public Guid? Determiner { get; private set; }
    public Guid? Commissioner { get; private set; }

    /// <summary>Whether the public sees it, or some of it.</summary>
    public bool IsPublic => PublishedAt is not null && Details.PublishRecord == true;

    /// <summary>The office's series runs through the calendar year: EXE005-24.</summary>
    public static string ReferenceOf(int year, int number) => $"EXE{number:000}-{year % 100:00}";

    /// <summary>What a record proposes for a bid before an officer has changed anything: what its assessors recommend, else what was asked for.</summary>
    public static DecidedBid AwardsFor(Bid bid, IReadOnlyList<Award> recommended, IReadOnlyList<string> conditions) => new(bid.Reference, bid.Partnership, bid.Partnership.Name,
        [.. from i in bid.Content.Interventions
            let asked = i.Budget.Select(l => new Award(i.Id, l.Year, l.Kind, l.Amount))
            select new DecidedIntervention(i.Id, i.Name, [.. recommended.Count > 0 ? recommended.Where(a => a.InterventionId == i.Id) : asked], i.Outputs, [])],
        conditions);

    /// <summary>Whether a draft may become a record. Asked before it gets its number, so that none is lost.</summary>
    public static Result MayBegin(DecisionDraft draft, IReadOnlyList<CoveredBid> bids) => Result.Of(Problems(draft, bids, null));

    public static DecisionRecord Begin(string reference, DecisionDraft draft, IReadOnlyList<CoveredBid> bids, Person by, DateTimeOffset at)
    {
        var record = new DecisionRecord { Reference = reference, Writers = [by.UserId] };
        record.Become(Written(new(reference, "", null, null, []) { Date = London.DateOf(at) }, draft, bids), (v, d) => new DecisionDrafted(record.Id, v, at, by, d));
        return record;
    }

    /// <summary>A new record that says what this one should have said.</summary>
    public Result MayCorrect() => this switch
    {
        { Step: not DecisionStep.Decided } => Result.Refused("not-decided", "Only a decided record can be corrected"),
        { Details.SupersededBy: { } by } => Result.Refused("superseded", $"This record has been corrected by {by}. Correct that one"),
        _ => Result.Done,
    };

    public DecisionRecord Correct(string reference, Person by, DateTimeOffset at)
    {
        var correction = new DecisionRecord { Reference = reference, Writers = [by.UserId] };
        var details = Details with
        {
            Reference = reference, Decision = null, DecidedOn = null, Step = DecisionStep.Draft, Date = London.DateOf(at), Approval = null, Determination = null,
            PublishRecord = null, PublishDecision = null, WithheldBecause = "", Signature = null, PublishedAt = null, Supersedes = Reference, SupersededBy = null,
        };
        correction.Become(details, (v, d) => new DecisionDrafted(correction.Id, v, at, by, d));
        return correction;
    }

    /// <summary>An officer writes: nothing is signed yet.</summary>
    public Result Write(DecisionDraft draft, IReadOnlyList<CoveredBid> bids, DecisionRecord? corrected, Person by, DateTimeOffset at)
    {
        if (Step != DecisionStep.Draft) return NotAt(DecisionStep.Draft);
        if (Problems(draft, bids, corrected) is { Count: > 0 } problems) return Result.Of(problems);
        var written = Written(Details, draft, bids);
        if (JsonColumn.Same(written, Details)) return Result.Done;
        Writers = [.. Writers.Append(by.UserId).Distinct()];
        Become(written, (v, d) => new DecisionDrafted(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>Puts it into the public register, so far as the monitoring officer determined.</summary>
    public Result Publish(Person by, DateTimeOffset at)
    {
        if (Step != DecisionStep.Decided) return NotAt(DecisionStep.Decided);
        if (Details.PublishRecord != true) return Result.Refused("withheld", "The monitoring officer has determined that this record is not published");
        if (PublishedAt is not null) return Result.Done;
        Become(Details with { PublishedAt = at }, (v, d) => new DecisionPublished(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>Not proceeded with. It keeps its number.</summary>
    public Result Drop(Person by, DateTimeOffset at)
    {
        if (Step == DecisionStep.Dropped) return Result.Done;
        if (Step == DecisionStep.Decided) return Result.Refused("decided", "This record has been signed. Correct it instead");
        Become(Details with { Step = DecisionStep.Dropped, SupersededBy = Reference }, (v, d) => new DecisionSuperseded(Id, v, at, by, d));
        return Result.Done;
    }

    private void Become(DecisionDetails details, Func<int, DecisionDetails, IEvent> make)
    {
        (Details, Step, DecidedOn, PublishedAt, Bids) = (details, details.Step, details.DecidedOn, details.PublishedAt, [.. details.Bids]);
        Raise(v => make(v, details));
    }

    private static DecisionDetails Written(DecisionDetails before, DecisionDraft draft, IReadOnlyList<CoveredBid> bids) => before with
    {
        Title = TypedText.Tidy(draft.Title), Date = draft.Date ?? before.Date, ReceivedOn = draft.ReceivedOn, OfficersPresent = draft.Officers(),
        Summary = TypedText.Tidy(draft.Summary), KeyPoints = TypedText.Tidy(draft.KeyPoints), Scope = TypedText.Tidy(draft.Scope), Bids = draft.Bids(),
        Items = [.. draft.Bids().Select(r => draft.Items!.Last(i => i.Bid == r).In(bids.Single(c => c.Bid.Reference == r)))],
    };

    private static List<Problem> Problems(DecisionDraft draft, IReadOnlyList<CoveredBid> bids, DecisionRecord? corrected) =>
    [
        .. draft.Problems(),
        .. draft.Bids().Where(r => bids.All(c => c.Bid.Reference != r)).Select(r => new Problem(nameof(draft.Items), r.Length == 0 ? "Enter the bid’s reference" : $"There is no bid {r}")),
        .. bids.SelectMany(c => (draft.Items ?? []).Where(i => i.Bid == c.Bid.Reference).SelectMany(i => i.Problems(c))),
        .. NotWaiting(bids, corrected),
    ];

    // What the corrected record decided is decided again.
    private static IEnumerable<Problem> NotWaiting(IReadOnlyList<CoveredBid> bids, DecisionRecord? corrected) =>
        from c in bids
        where !c.Bid.AwaitsDecision && !(c.Bid.State == BidState.Decided && corrected?.Bids.Contains(c.Bid.Reference) == true)
        select new Problem(nameof(DecisionDraft.Items), $"{c.Bid.Reference} does not await a decision");
}
