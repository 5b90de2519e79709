using System.Text.RegularExpressions;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Model;

internal sealed partial class DecisionRecord
{
    /// <summary>What the approver confirms, word for word (seed 001).</summary>
    public const string ApprovalStatement = "I have been consulted about the proposal and confirm that appropriate advice has been taken into account in the preparation of this report. "
        + "I am satisfied that this is an appropriate request to be submitted to the Police and Crime Commissioner";

    public static readonly IReadOnlyList<string> Approvers = ["Chief Executive", "Chief Finance Officer"];

    public Result Submit(Person by, DateTimeOffset at)
    {
        if (Step != DecisionStep.Draft) return NotAt(DecisionStep.Draft);
        if (Details.Summary.Length == 0) return Result.Of([new("Summary", "Enter the summary of the issue")]);
        (ReturnedBecause, Writers) = (null, [.. Writers.Append(by.UserId).Distinct()]);
        Become(Details with { Step = DecisionStep.AwaitingApproval }, (v, d) => new DecisionDrafted(Id, v, at, by, d));
        return Result.Done;
    }

    public Result Approve(string? name, string? office, Person by, DateTimeOffset at)
    {
        if (Step != DecisionStep.AwaitingApproval) return NotAt(DecisionStep.AwaitingApproval);
        if (HasPart(by) is { IsDone: false } twice) return twice;
        var (signOff, problems) = Signed(name, office ?? "", by, at);
        if (!Approvers.Contains(office)) problems.Add(new("Office", "Select Chief Executive or Chief Finance Officer"));
        if (problems.Count > 0) return Result.Of(problems);
        Approver = by.UserId;
        Become(Details with { Step = DecisionStep.AwaitingDetermination, Approval = signOff }, (v, d) => new DecisionApproved(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>The approver gives it back to be written again.</summary>
    public Result Return(string? reason, Person by, DateTimeOffset at)
    {
        if (Step != DecisionStep.AwaitingApproval) return NotAt(DecisionStep.AwaitingApproval);
        var typed = TypedText.Tidy(reason);
        if (typed.Length is 0 or > 1000) return Result.Of([new("Reason", "Enter what is to be changed, in 1,000 characters or less")]);
        ReturnedBecause = typed;
        Become(Details with { Step = DecisionStep.Draft }, (v, d) => new DecisionDrafted(Id, v, at, by, d));
        return Result.Done;
    }

    public Result Determine(bool? publishRecord, bool? publishDecision, string? reasons, string? name, Person by, DateTimeOffset at)
    {
        if (Step != DecisionStep.AwaitingDetermination) return NotAt(DecisionStep.AwaitingDetermination);
        if (HasPart(by) is { IsDone: false } twice) return twice;
        var (signOff, problems) = Signed(name, "Monitoring Officer", by, at);
        var typed = TypedText.Tidy(reasons);
        if (publishRecord is null) problems.Add(new("PublishRecord", "Select yes if it is appropriate to publish this record"));
        if (publishDecision is null) problems.Add(new("PublishDecision", "Select yes if it is appropriate to publish details of the decision"));
        if (publishRecord == false || publishDecision == false)
        {
            if (typed.Length is 0 or > 2000) problems.Add(new("Reasons", "Enter the reasons for not publishing, in 2,000 characters or less"));
            else if (!Legislation().IsMatch(typed)) problems.Add(new("Reasons", "Reasons must name the legislation: an Act, Order, Regulation or section"));
        }
        if (problems.Count > 0) return Result.Of(problems);
        Determiner = by.UserId;
        var withheld = publishRecord == true && publishDecision == true ? "" : typed;
        Become(Details with { Step = DecisionStep.AwaitingDecision, Determination = signOff, PublishRecord = publishRecord, PublishDecision = publishDecision, WithheldBecause = withheld },
            (v, d) => new PublicationDetermined(Id, v, at, by, d));
        return Result.Done;
    }

    /// <summary>The commissioner decides. The bids that it covers are decided with it, and a record that it corrects is superseded.</summary>
    /// <param name="decision">The commissioner's word.</param>
    /// <param name="name">Typed as a signature.</param>
    /// <param name="bids">The bids that it covers.</param>
    /// <param name="granted">The references of bids of it, or of the record that it corrects, with a grant.</param>
    /// <param name="corrected">The record that it corrects; null for none.</param>
    /// <param name="by">The commissioner.</param>
    /// <param name="at">When.</param>
    public Result Sign(Decision? decision, string? name, IReadOnlyList<CoveredBid> bids, IReadOnlyCollection<string> granted, DecisionRecord? corrected, Person by, DateTimeOffset at)
    {
        if (Step != DecisionStep.AwaitingDecision) return NotAt(DecisionStep.AwaitingDecision);
        if (HasPart(by) is { IsDone: false } twice) return twice;
        var (signOff, problems) = Signed(name, "Police and Crime Commissioner", by, at);
        if (decision is not { } word || !Enum.IsDefined(word)) problems.Add(new("Decision", "Select Supported, Not supported or Deferred"));
        if (problems.Count > 0) return Result.Of(problems);
        // A bid that this person may not see: it cannot be decided by them.
        if (Bids.FirstOrDefault(r => bids.All(c => c.Bid.Reference != r)) is { } unseen) return Result.Refused("bid-not-found", $"You cannot decide {unseen}");
        if (NotWaiting(bids, corrected).FirstOrDefault() is { } decided) return Result.Refused("not-awaiting-decision", decided.Message);
        if (corrected?.MayCorrect() is { IsDone: false } superseded) return superseded;
        if (granted.FirstOrDefault(g => decision != Decision.Supported || !Bids.Contains(g)) is { } kept)
            return Result.Refused("has-grant", $"{kept} has a grant. Vary the grant instead");
        if (decision == Decision.Deferred && bids.FirstOrDefault(c => !c.Bid.AwaitsDecision) is { } final)
            return Result.Refused("already-decided", $"{final.Bid.Reference} has been decided and can no longer be deferred");
        Commissioner = by.UserId;
        Become(Details with { Step = DecisionStep.Decided, Decision = decision, DecidedOn = signOff.On, Signature = signOff }, (v, d) => new DecisionRecorded(Id, v, at, by, d));
        foreach (var covered in bids) covered.Bid.Decide(Reference, decision!.Value, by, at);
        corrected?.Become(corrected.Details with { SupersededBy = Reference }, (v, d) => new DecisionSuperseded(corrected.Id, v, at, by, d));
        return Result.Done;
    }

    private static (SignOff SignOff, List<Problem> Problems) Signed(string? name, string office, Person by, DateTimeOffset at)
    {
        var typed = TypedText.Tidy(name);
        return (new(by, typed, office, London.DateOf(at)), typed.Length is 0 or > 100 ? [new("Name", "Enter your name, in 100 characters or less")] : []);
    }

    // By user id: four different people.
    private Result HasPart(Person by) => by.UserId switch
    {
        var id when Writers.Contains(id) => Result.Refused("same-person", "You wrote this record, so somebody else must sign it"),
        var id when id == Approver => Result.Refused("same-person", "You approved this record, so somebody else must sign here"),
        var id when id == Determiner => Result.Refused("same-person", "You determined its publication, so somebody else must sign here"),
        _ => Result.Done,
    };

    private Result NotAt(DecisionStep wanted) => Result.Refused("not-at-this-step", $"{Reference} is {Name(Step)}, not {Name(wanted)}");

    /// <summary>"waiting for the monitoring officer"</summary>
    public static string Name(DecisionStep step) => step switch
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
