using System.Text.RegularExpressions;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Decisions;

/// <summary>The commissioner's decision on one or more bids, modelled on EXE005-24 (seed 001).</summary>
internal sealed partial class DecisionRecord : Aggregate
{
    private DecisionRecord() { }

    public string Reference { get; private init; } = "";

    /// <summary>Whom it waits for, or how it ended.</summary>
    public DecisionStep Step { get; private set; }

    /// <summary>The day on which the commissioner signed, in London; null until then.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>When it entered the public register (UTC); null until then.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The bids that it covers, by reference.</summary>
    public string[] Bids { get; private set; } = [];
    public DecisionDetails Details { get; private set; } = null!;

    /// <summary>Why the approver returned it; null until then, and once it is submitted again.</summary>
    public string? ReturnedBecause { get; private set; }

    /// <summary>Everybody who wrote any of it: none of them signs it.</summary>
    public Guid[] Writers { get; private set; } = [];

    /// <summary>Who approved it, by user id; null until then.</summary>
    public Guid? Approver { get; private set; }

    /// <summary>The monitoring officer who determined it, by user id; null until then.</summary>
    public Guid? Determiner { get; private set; }

    /// <summary>Who signed the decision, by user id; null until then.</summary>
    public Guid? Commissioner { get; private set; }

    /// <summary>Whether any of it may be published: the record, or the decision without it.</summary>
    public bool MayBePublished => Details.PublishRecord == true || Details.PublishDecision == true;

    /// <summary>Whether the public sees any of it.</summary>
    public bool IsPublic => PublishedAt is not null && MayBePublished;

    /// <summary>Whether its columns say what its last event does.</summary>
    public bool IsAsSigned =>
        // A column keeps an instant to the microsecond.
        (Reference, Step, DecidedOn, PublishedAt?.UtcTicks / 10, Approver, Determiner, Commissioner)
            == (
                Details.Reference,
                Details.Step,
                Details.DecidedOn,
                Details.PublishedAt?.UtcTicks / 10,
                Details.Approval?.By.UserId,
                Details.Determination?.By.UserId,
                Details.Signature?.By.UserId
            )
        && Bids.SequenceEqual(Details.Bids);

    /// <summary>The office's series runs through the calendar year: EXE005-24.</summary>
    public static string ReferenceOf(int year, int number) => $"EXE{number:000}-{year % 100:00}";

    /// <summary>
    /// What a record proposes for a bid before an officer changes anything: what its assessors recommend, or else what it asks for.
    /// </summary>
    public static DecidedBid AwardsFor(Bid bid, IReadOnlyList<Award> recommended, IReadOnlyList<string> conditions) =>
        new(
            bid.Reference,
            bid.Partnership,
            bid.Partnership.Name,
            [
                .. from i in bid.Content.Interventions
                let asked = i.Budget.Select(l => new Award(i.Id, l.Year, l.Kind, l.Amount))
                select new DecidedIntervention(
                    i.Id,
                    i.Name,
                    [.. recommended.Count > 0 ? recommended.Where(a => a.InterventionId == i.Id) : asked],
                    i.Outputs,
                    []
                ),
            ],
            conditions
        );

    /// <summary>Whether a draft may become a record. Asked before it is given a number, so that no number is lost.</summary>
    public static Result MayBegin(DecisionDraft draft, IReadOnlyList<CoveredBid> bids, IReadOnlyCollection<string> grants) =>
        Result.Of(Problems(draft, bids, grants, null));

    public static DecisionRecord Begin(
        string reference,
        DecisionDraft draft,
        IReadOnlyList<CoveredBid> bids,
        Person by,
        DateTimeOffset at,
        Guid? id = null
    )
    {
        var record = new DecisionRecord
        {
            Id = id ?? Guid.CreateVersion7(),
            Reference = reference,
            Writers = [by.UserId],
        };
        record.Become(
            Written(new(reference, "", null, null, []) { Date = London.DateOf(at) }, draft, bids),
            (v, d) => new DecisionDrafted(record.Id, v, at, by, d)
        );
        return record;
    }

    /// <summary>Whether a new record may correct this one.</summary>
    public Result MayCorrect() =>
        this switch
        {
            { Step: not DecisionStep.Decided } => Result.Refused("not-decided", "Only a decided record can be corrected"),
            { Details.SupersededBy: { } by } => Result.Refused("superseded", $"This record has been corrected by {by}. Correct that one"),
            _ => Result.Done,
        };

    public DecisionRecord Correct(string reference, Person by, DateTimeOffset at, Guid? id = null)
    {
        var correction = new DecisionRecord
        {
            Id = id ?? Guid.CreateVersion7(),
            Reference = reference,
            Writers = [by.UserId],
        };
        var details = Details with
        {
            Reference = reference,
            Decision = null,
            DecidedOn = null,
            Step = DecisionStep.Draft,
            Date = London.DateOf(at),
            Approval = null,
            Determination = null,
            PublishRecord = null,
            PublishDecision = null,
            WithheldBecause = "",
            Signature = null,
            PublishedAt = null,
            Supersedes = Reference,
            SupersededBy = null,
        };
        correction.Become(details, (v, d) => new DecisionDrafted(correction.Id, v, at, by, d));
        return correction;
    }

    /// <summary>Replaces the content of a draft, before anything is signed.</summary>
    /// <param name="draft">What it is to say.</param>
    /// <param name="bids">The bids that it covers.</param>
    /// <param name="grants">Those of the grants whose money it moves that there are.</param>
    /// <param name="corrected">The record that it corrects; null for none.</param>
    /// <param name="by">Who writes.</param>
    /// <param name="at">When.</param>
    public Result Write(
        DecisionDraft draft,
        IReadOnlyList<CoveredBid> bids,
        IReadOnlyCollection<string> grants,
        DecisionRecord? corrected,
        Person by,
        DateTimeOffset at
    )
    {
        if (Step != DecisionStep.Draft)
            return NotAt(DecisionStep.Draft);
        if (Problems(draft, bids, grants, corrected) is { Count: > 0 } problems)
            return Result.Of(problems);
        var written = Written(Details, draft, bids);
        if (JsonColumn.Same(written, Details))
            return Result.Done;
        Writers = [.. Writers.Append(by.UserId).Distinct()];
        Become(written, (v, d) => new DecisionDrafted(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>Puts it into the public register, as far as the monitoring officer determined.</summary>
    public Result Publish(Person by, DateTimeOffset at)
    {
        if (Step != DecisionStep.Decided)
            return NotAt(DecisionStep.Decided);
        if (!MayBePublished)
            return Result.Refused(
                "withheld",
                "The monitoring officer has determined that neither this record nor the decision is published"
            );
        if (PublishedAt is not null)
            return Result.Done;
        Become(Details with { PublishedAt = at }, (v, d) => new DecisionPublished(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>Drops it: it is not proceeded with, and keeps its number.</summary>
    public Result Drop(Person by, DateTimeOffset at)
    {
        if (Step == DecisionStep.Dropped)
            return Result.Done;
        if (Step == DecisionStep.Decided)
            return Result.Refused("decided", "This record has been signed. Correct it instead");
        Become(Details with { Step = DecisionStep.Dropped, SupersededBy = Reference }, (v, d) => new DecisionSuperseded(Id, v, at, by, d));
        return Result.Done;
    }

    private void Become(DecisionDetails details, Func<int, DecisionDetails, IEvent> make)
    {
        details = details with { Writers = Writers };
        Details = details;
        Step = details.Step;
        DecidedOn = details.DecidedOn;
        PublishedAt = details.PublishedAt;
        Bids = [.. details.Bids];
        Raise(v => make(v, details));
    }

    private static DecisionDetails Written(DecisionDetails before, DecisionDraft draft, IReadOnlyList<CoveredBid> bids) =>
        before with
        {
            Title = TypedText.Line(draft.Title),
            Date = draft.Date ?? before.Date,
            ReceivedOn = draft.ReceivedOn,
            OfficersPresent = draft.Officers(),
            Summary = TypedText.Tidy(draft.Summary),
            KeyPoints = TypedText.Tidy(draft.KeyPoints),
            Scope = TypedText.Tidy(draft.Scope),
            Reduction = draft.Reduction,
            Bids = draft.Bids(),
            Items = [.. draft.Bids().Select(r => draft.Items!.Last(i => i.Bid == r).In(bids.Single(c => c.Bid.Reference == r)))],
            Moves = [.. (draft.Moves ?? []).Select(m => m.Read())],
        };

    private static List<Problem> Problems(
        DecisionDraft draft,
        IReadOnlyList<CoveredBid> bids,
        IReadOnlyCollection<string> grants,
        DecisionRecord? corrected
    ) =>
        [
            .. draft.Problems(),
            .. (draft.Moves ?? [])
                .Select((m, i) => (m.Reference, Field: $"{nameof(draft.Moves)}[{i}].{nameof(DraftMove.Grant)}"))
                .Where(m => m.Reference.Length > 0 && !grants.Contains(m.Reference))
                .Select(m => new Problem(m.Field, $"There is no grant {m.Reference}")),
            .. draft
                .Bids()
                .Where(r => bids.All(c => c.Bid.Reference != r))
                .Select(r => new Problem(nameof(draft.Items), r.Length == 0 ? "Enter the bid’s reference" : $"There is no bid {r}")),
            .. bids.SelectMany(c => (draft.Items ?? []).Where(i => i.Bid == c.Bid.Reference).SelectMany(i => i.Problems(c))),
            .. NotWaiting(bids, corrected),
        ];

    // Bids that the corrected record decided are decided again.
    private static IEnumerable<Problem> NotWaiting(IReadOnlyList<CoveredBid> bids, DecisionRecord? corrected) =>
        from c in bids
        where !c.Bid.AwaitsDecision && !(c.Bid.State == BidState.Decided && corrected?.Bids.Contains(c.Bid.Reference) == true)
        select new Problem(nameof(DecisionDraft.Items), $"{c.Bid.Reference} does not await a decision");

    /// <summary>What the approver confirms, word for word (seed 001).</summary>
    public const string ApprovalStatement =
        "I have been consulted about the proposal and confirm that appropriate advice has been taken into account in the preparation of "
        + "this report. "
        + "I am satisfied that this is an appropriate request to be submitted to the Police and Crime Commissioner";

    public static readonly IReadOnlyList<string> Approvers = ["Chief Executive", "Chief Finance Officer"];

    public Result Submit(Person by, DateTimeOffset at)
    {
        if (Step != DecisionStep.Draft)
            return NotAt(DecisionStep.Draft);
        if (Details.Summary.Length == 0)
            return Result.Of([new("Summary", "Enter the summary of the issue")]);
        (ReturnedBecause, Writers) = (null, [.. Writers.Append(by.UserId).Distinct()]);
        Become(Details with { Step = DecisionStep.AwaitingApproval }, (v, d) => new DecisionDrafted(Id, v, at, by, d));
        return Result.Done;
    }

    public Result Approve(string? office, Person by, DateTimeOffset at)
    {
        if (MaySign(DecisionStep.AwaitingApproval, by) is { IsDone: false } refused)
            return refused;
        if (office is null || (office != "" && !Approvers.Contains(office)))
            return Result.Of([new("Office", "Select Chief Executive, Chief Finance Officer, or that the record names neither")]);
        Approver = by.UserId;
        Become(
            Details with
            {
                Step = DecisionStep.AwaitingDetermination,
                Approval = new(by, Roles.Finance, office, at),
            },
            (v, d) => new DecisionApproved(Id, v, at, by, d)
        );
        return Result.Done;
    }

    /// <summary>The approver returns it to be rewritten.</summary>
    public Result Return(string? reason, Person by, DateTimeOffset at)
    {
        if (Step != DecisionStep.AwaitingApproval)
            return NotAt(DecisionStep.AwaitingApproval);
        var typed = TypedText.Tidy(reason);
        if (typed.Length is 0 or > 1000)
            return Result.Of([new("Reason", "Enter what is to be changed, in 1,000 characters or less")]);
        ReturnedBecause = typed;
        Become(Details with { Step = DecisionStep.Draft }, (v, d) => new DecisionDrafted(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>The monitoring officer determines what is published; the commissioner decides next.</summary>
    /// <param name="publishRecord">Whether the record itself is published.</param>
    /// <param name="publishDecision">Whether details of the decision are published.</param>
    /// <param name="reasons">Why not, naming the legislation.</param>
    /// <param name="assessors">Those who assess a bid that it covers, and so cannot decide.</param>
    /// <param name="by">The monitoring officer.</param>
    /// <param name="at">When.</param>
    public Result Determine(
        bool? publishRecord,
        bool? publishDecision,
        string? reasons,
        IReadOnlyList<Guid> assessors,
        Person by,
        DateTimeOffset at
    )
    {
        if (MaySign(DecisionStep.AwaitingDetermination, by) is { IsDone: false } refused)
            return refused;
        var problems = new List<Problem>();
        var typed = TypedText.Tidy(reasons);
        if (publishRecord is null)
            problems.Add(new("PublishRecord", "Select yes if it is appropriate to publish this record"));
        if (publishDecision is null)
            problems.Add(new("PublishDecision", "Select yes if it is appropriate to publish details of the decision"));
        if (publishRecord == false || publishDecision == false)
        {
            if (typed.Length is 0 or > 2000)
                problems.Add(new("Reasons", "Enter the reasons for not publishing, in 2,000 characters or less"));
            else if (!Legislation().IsMatch(typed))
                problems.Add(new("Reasons", "Reasons must name the legislation: an Act, Order, Regulation or section"));
        }
        if (problems.Count > 0)
            return Result.Of(problems);
        Determiner = by.UserId;
        var withheld = publishRecord == true && publishDecision == true ? "" : typed;
        Become(
            Details with
            {
                Step = DecisionStep.AwaitingDecision,
                Determination = new(by, Roles.MonitoringOfficer, "Monitoring Officer", at),
                PublishRecord = publishRecord,
                PublishDecision = publishDecision,
                WithheldBecause = withheld,
                Assessors = assessors,
            },
            (v, d) => new PublicationDetermined(Id, v, at, by, d)
        );
        return Result.Done;
    }

    /// <summary>
    /// The commissioner decides. The bids that it covers are decided with it, and a record that it corrects is superseded.
    /// </summary>
    /// <param name="decision">The commissioner's word.</param>
    /// <param name="bids">The bids that it covers.</param>
    /// <param name="granted">The references of those of its bids that have a grant, and of the bids of the record that it corrects.</param>
    /// <param name="corrected">The record that it corrects; null for none.</param>
    /// <param name="by">The commissioner.</param>
    /// <param name="at">When.</param>
    public Result Sign(
        Decision? decision,
        IReadOnlyList<CoveredBid> bids,
        IReadOnlyCollection<string> granted,
        DecisionRecord? corrected,
        Person by,
        DateTimeOffset at
    )
    {
        if (MaySign(DecisionStep.AwaitingDecision, by) is { IsDone: false } refused)
            return refused;
        if (decision is not { } word || !Enum.IsDefined(word))
            return Result.Of([new("Decision", "Select Supported, Not supported or Deferred")]);
        // The commissioner may not see this bid, and so cannot decide on it.
        if (Bids.FirstOrDefault(r => bids.All(c => c.Bid.Reference != r)) is { } unseen)
            return Result.Refused("bid-not-found", $"You cannot decide {unseen}");
        if (NotWaiting(bids, corrected).FirstOrDefault() is { } decided)
            return Result.Refused("not-awaiting-decision", decided.Message);
        if (corrected?.MayCorrect() is { IsDone: false } superseded)
            return superseded;
        if (MayDecide(word, bids, granted) is { IsDone: false } closed)
            return closed;
        Commissioner = by.UserId;
        Become(
            Details with
            {
                Step = DecisionStep.Decided,
                Decision = decision,
                DecidedOn = London.DateOf(at),
                Signature = new(by, Roles.Commissioner, "Police and Crime Commissioner", at),
            },
            (v, d) => new DecisionRecorded(Id, v, at, by, d)
        );
        foreach (var covered in bids)
            covered.Bid.Decide(Reference, decision!.Value, by, at);
        corrected?.Become(
            corrected.Details with
            {
                SupersededBy = Reference,
            },
            (v, d) => new DecisionSuperseded(corrected.Id, v, at, by, d)
        );
        return Result.Done;
    }

    /// <summary>Whether the commissioner may decide so: what has a grant stays supported, what is decided is not deferred.</summary>
    /// <param name="decision">The word.</param>
    /// <param name="bids">The bids that it covers.</param>
    /// <param name="granted">Those with a grant, of its bids and of the bids of the record that it corrects.</param>
    public Result MayDecide(Decision decision, IReadOnlyList<CoveredBid> bids, IReadOnlyCollection<string> granted) =>
        granted.FirstOrDefault(g => decision != Decision.Supported || !Bids.Contains(g)) is { } kept
            ? Result.Refused("has-grant", $"{kept} has a grant. Vary the grant instead")
        : decision == Decision.Deferred && bids.FirstOrDefault(c => !c.Bid.AwaitsDecision) is { } final
            ? Result.Refused("already-decided", $"{final.Bid.Reference} has been decided and can no longer be deferred")
        : Result.Done;

    /// <summary>
    /// Whether that person may take that step now: the record is at it, and four different people write and sign, told apart by user id.
    /// </summary>
    public Result MaySign(DecisionStep step, Person by) =>
        by.UserId switch
        {
            _ when Step != step => NotAt(step),
            var id when Writers.Contains(id) => Result.Refused("same-person", "You wrote this record, so somebody else must sign it"),
            var id when id == Approver => Result.Refused("same-person", "You approved this record, so somebody else must sign here"),
            var id when id == Determiner => Result.Refused(
                "same-person",
                "You determined its publication, so somebody else must sign here"
            ),
            _ => Result.Done,
        };

    private Result NotAt(DecisionStep wanted) => Result.Refused("not-at-this-step", $"{Reference} is {Name(Step)}, not {Name(wanted)}");

    /// <summary>"waiting for the monitoring officer"</summary>
    public static string Name(DecisionStep step) =>
        step switch
        {
            DecisionStep.Draft => "a draft",
            DecisionStep.AwaitingApproval => "waiting for approval",
            DecisionStep.AwaitingDetermination => "waiting for the monitoring officer",
            DecisionStep.AwaitingDecision => "waiting for the commissioner",
            DecisionStep.Decided => "decided",
            _ => "not proceeded with",
        };

    [GeneratedRegex(@"\b(Acts?|Orders?|Regulations?|[Ss]ections?)\b")]
    private static partial Regex Legislation();
}
