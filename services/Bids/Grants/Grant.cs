using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Grants;

/// <summary>Money promised to a partnership, intervention by intervention.</summary>
internal sealed class Grant : Aggregate, IOfPartnership
{
    private Grant() { }

    public Guid BidId { get; private init; }
    public string Reference { get; private init; } = "";
    public Partnership Partnership { get; private init; } = null!;
    public string Programme { get; private init; } = "";
    public DateOnly DeliveryFrom { get; private init; }
    public DateOnly DeliveryTo { get; private set; }
    public GrantDetails Details { get; private set; } = null!;

    /// <summary>From when the next agreed variation counts; null where none is ahead.</summary>
    public DateOnly? NextFrom { get; private set; }

    /// <summary>When the decision made it (UTC).</summary>
    public DateTimeOffset MadeAt { get; private init; }

    /// <summary>How many variations there were when the agreement was accepted: later ones changed what was agreed.</summary>
    public int? AcceptedVariations { get; private set; }

    /// <summary>
    /// Makes a grant of what the commissioner supported, as the record promises it. If that had been reduced from an earlier promise, the
    /// earlier promise is the grant's original.
    /// </summary>
    public static Grant Make(Bid bid, Round round, DecidedBid decided, string decisionReference, Person by, DateTimeOffset at)
    {
        var (original, current) = (FirstVariation.Original(bid, decided), FirstVariation.Current(bid, decided));
        var variation = FirstVariation.Of(original, current, decided, decisionReference, by, at);
        var grant = new Grant
        {
            BidId = bid.Id,
            Reference = bid.Reference,
            Partnership = bid.Partnership,
            Programme = round.Programme,
            DeliveryFrom = round.DeliveryFrom,
            DeliveryTo = round.DeliveryTo,
            MadeAt = at,
            Details = new(
                bid.Id,
                bid.Reference,
                round.Programme,
                bid.Partnership,
                bid.Content.Title,
                decisionReference,
                round.DeliveryFrom,
                round.DeliveryTo,
                current
            )
            {
                Original = variation is null ? [] : original,
                Variations = variation is null ? [] : [variation],
                Conditions = decided.Conditions,
                Match = bid.Content.Match,
                MatchPercent = round.MatchPercent,
                PriorityPercent = round.PriorityPercent,
                Areas = bid.Content.Areas,
            },
        };
        grant.Raise(v => new GrantMade(grant.Id, v, at, by, grant.Details) { WorkedOnBy = bid.WorkedOnBy });
        return grant;
    }

    private const int MostYearsMore = 5;

    /// <summary>What a variation would change; the page shows it before it is recorded.</summary>
    /// <param name="asked">As it was typed.</param>
    /// <param name="basis">The decision record that it names; null where it names none, or none that there is.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="at">The instant of the request.</param>
    public Result<PlannedVariation> Plan(NewVariation asked, DecisionDetails? basis, Person by, DateTimeOffset at)
    {
        var typed = asked.Tidied();
        var agreed = Details.Agreed();
        var (now, promised) = (agreed.Interventions, agreed.Promised());
        var problems = Problems(typed, agreed, at);
        if (problems.Count > 0)
            return Result.Of(problems);
        var after = now.With(promised, typed.Amounts!, typed.Targets!);
        var amounts = GrantLines.AmountChanges(promised, now, after);
        var targets = GrantLines
            .TargetChanges(promised, now, after)
            .Select(t => t with { MovedByYear = MovedBy(t, typed, amounts, after) })
            .ToList();
        var variation = new Variation(
            agreed.Variations.Count + 1,
            typed.On!.Value,
            typed.Reason!,
            typed.DecisionReference,
            amounts,
            targets,
            by,
            typed.DeliveryTo == agreed.DeliveryTo ? null : typed.DeliveryTo
        )
        {
            Moves = VariationMoney.Moves(amounts, MoveBasis.Left(basis, agreed).OfYears()),
        };
        problems.AddRange(Problems(variation, agreed, after));
        if (MoveBasis.Lacks(variation, basis, agreed, London.DateOf(MadeAt)) is { } lacking)
            problems.Add(new(nameof(typed.DecisionReference), lacking));
        return problems.Count > 0
            ? Result.Of(problems)
            : new PlannedVariation(variation, after, MatchFalls(now, after), Details.Conditions);
    }

    /// <summary>Whether a variation may be written now: one at a time waits for finance.</summary>
    public Result MayVary() =>
        Details.Waiting is { } waiting
            ? Result.Refused("variation-waits", $"Variation {waiting.Number} waits for finance. It must be approved or cancelled first")
            : Result.Done;

    /// <summary>Records a variation, or puts it before finance. It counts from its day.</summary>
    public Result Vary(NewVariation asked, int readVersion, DecisionDetails? basis, Person by, DateTimeOffset at)
    {
        BringUpTo(at);
        if (readVersion != Version)
            return Result.Stale;
        if (MayVary() is { IsDone: false } refused)
            return refused;
        var plan = Plan(asked, basis, by, at);
        if (!plan.IsDone)
            return plan.Outcome;
        var planned = plan.Value;
        var problems = new List<Problem>();
        if (planned.MatchFalls is not null && !asked.ConfirmsMatch)
            problems.Add(new(nameof(asked.ConfirmsMatch), "Confirm that match funding falls below what the round expects"));
        if (planned.Conditions.Count > 0 && !asked.ConfirmsConditions)
            problems.Add(new(nameof(asked.ConfirmsConditions), "Confirm that this breaks none of the grant’s conditions"));
        if (problems.Count > 0)
            return Result.Of(problems);
        if (!planned.NeedsFinance)
            return Agree(planned.Variation, by, at);
        Become(Details with { Waiting = planned.Variation });
        Raise(v => new GrantVariationAsked(Id, v, at, by, Details, planned.Variation));
        return Result.Done;
    }

    /// <summary>Whether that person may approve the variation of that number: never who asked for it.</summary>
    public Result MayApprove(int number, Person by) =>
        Details.Waiting is not { } waiting || waiting.Number != number
            ? Result.Refused("not-waiting", "This variation does not wait for finance")
        : waiting.By.UserId == by.UserId
            ? Result.Refused("same-person", "You asked for this variation, so somebody else in finance must approve it")
        : Result.Done;

    /// <summary>Finance approves what a variation moves between funding years.</summary>
    public Result Approve(int number, int readVersion, Person by, DateTimeOffset at)
    {
        BringUpTo(at);
        if (Details.Agreed().Variations.Any(v => v.Number == number && v.ApprovedBy?.UserId == by.UserId))
            return Result.Done;
        if (readVersion != Version)
            return Result.Stale;
        return MayApprove(number, by) is { IsDone: false } refused
            ? refused
            : Agree(Details.Waiting! with { ApprovedBy = by, ApprovedAt = at }, by, at);
    }

    /// <summary>Whether the variation of that number may be cancelled: it does not count yet, and no other follows from it.</summary>
    public Result MayCancel(int number) =>
        (Details.Waiting ?? (Details.Ahead is [.., var agreed] ? agreed : null))?.Number is var last && last == number ? Result.Done
        : number < last && Details.Ahead.Any(v => v.Number == number)
            ? Result.Refused("not-the-last", $"Variation {last} follows from this one. Cancel that one first")
        : Result.Refused("counts", "This variation counts already, or was cancelled");

    /// <summary>A variation that does not count yet does not go ahead: finance does not approve it, or it is no longer wanted.</summary>
    public Result Cancel(int number, string? reason, int readVersion, Person by, DateTimeOffset at)
    {
        BringUpTo(at);
        if (readVersion != Version)
            return Result.Stale;
        if (MayCancel(number) is { IsDone: false } refused)
            return refused;
        var why = TypedText.Tidy(reason);
        if (why.Length is 0 or > NewVariation.LongestReason)
            return Result.Of([new("Reason", $"Enter why it does not go ahead, in {NewVariation.LongestReason:N0} characters or less")]);
        var (waiting, ahead) = (Details.Waiting, Details.Ahead);
        Become(waiting is null ? Details with { Ahead = [.. ahead.SkipLast(1)] } : Details with { Waiting = null });
        Raise(v => new GrantVariationCancelled(Id, v, at, by, Details, waiting ?? ahead[^1], why, waiting is null));
        return Result.Done;
    }

    /// <summary>Lets count what has been agreed for a day that has come. Every act asks first, and a sweep where nobody acts.</summary>
    public void BringUpTo(DateTimeOffset at)
    {
        while (Details.Ahead is [var next, ..] && next.On <= London.DateOf(at))
        {
            Become(Details.After(next) with { Ahead = [.. Details.Ahead.Skip(1)] });
            Raise(v => new GrantVaried(Id, v, at, Person.Platform, Details, next));
        }
    }

    private Result Agree(Variation variation, Person by, DateTimeOffset at)
    {
        var isAhead = variation.On > London.DateOf(at);
        var agreed = isAhead ? Details with { Ahead = [.. Details.Ahead, variation] } : Details.After(variation);
        Become(agreed with { Waiting = null });
        Raise(v =>
            isAhead
                ? new GrantVariationAgreed(Id, v, at, by, Details, variation)
                : (IEvent)new GrantVaried(Id, v, at, by, Details, variation)
        );
        return Result.Done;
    }

    private void Become(GrantDetails details)
    {
        Details = details;
        DeliveryTo = details.DeliveryTo;
        NextFrom = details.Ahead is [var next, ..] ? next.On : null;
    }

    /// <summary>The partnership accepts the money on the terms of the agreement. A second time changes nothing.</summary>
    public Result Accept(int? readVersion, Person by, DateTimeOffset at)
    {
        if (Details.AcceptedAt is not null)
            return Result.Done;
        BringUpTo(at);
        if (readVersion is { } read && read != Version)
            return Result.Stale;
        AcceptedVariations = Details.Variations.Count;
        Details = Details with { AcceptedAt = at, AcceptedBy = by };
        Raise(v => new GrantAccepted(Id, v, at, by, Details));
        return Result.Done;
    }

    private List<Problem> Problems(NewVariation typed, GrantDetails agreed, DateTimeOffset at)
    {
        var problems = new List<Problem>();
        var made = London.DateOf(MadeAt);
        var today = London.DateOf(at);
        var to = typed.DeliveryTo ?? agreed.DeliveryTo;
        var latest = to > today ? to : today;
        if (typed.Reason!.Length == 0)
            problems.Add(new(nameof(typed.Reason), "Enter the reason for the variation"));
        if (typed.Reason.Length > NewVariation.LongestReason)
            problems.Add(new(nameof(typed.Reason), $"Reason must be {NewVariation.LongestReason:N0} characters or less"));
        if (typed.On is null)
            problems.Add(new(nameof(typed.On), "Enter the date from which it counts"));
        else if (typed.On < made || typed.On > latest)
            problems.Add(
                new(
                    nameof(typed.On),
                    $"Date from which it counts must be between {London.Plain(made)}, when the grant was made, and {London.Plain(latest)}"
                )
            );
        else if (Details.Ahead is [.., var ahead] && typed.On < ahead.On)
            problems.Add(
                new(
                    nameof(typed.On),
                    $"Date from which it counts must be {London.Plain(ahead.On)} or later: variation {ahead.Number} counts from then. "
                        + "To change the grant sooner, cancel that one first"
                )
            );
        if (to < DeliveryFrom)
            problems.Add(new(nameof(typed.DeliveryTo), $"New end of delivery must be on or after {London.Plain(DeliveryFrom)}"));
        else if (to > agreed.DeliveryTo.AddYears(MostYearsMore))
            problems.Add(
                new(
                    nameof(typed.DeliveryTo),
                    $"New end of delivery must be on or before {London.Plain(agreed.DeliveryTo.AddYears(MostYearsMore))}"
                )
            );
        var promised = agreed.Promised();
        for (var i = 0; i < typed.Amounts!.Count; i++)
        {
            var amount = typed.Amounts[i];
            if (promised.All(p => p.Id != amount.InterventionId))
                problems.Add(new($"Amounts[{i}]", "The grant has no such intervention"));
            else if (!Enum.IsDefined(amount.Kind))
                problems.Add(new($"Amounts[{i}]", "Kind must be Revenue or Capital"));
            else if (amount.Amount < Money.Zero || amount.Amount > Money.Largest)
                problems.Add(new($"Amounts[{i}]", $"Amount must be between £0 and {Money.Largest}"));
            else if (
                typed.Amounts.Take(i).Any(a => (a.InterventionId, a.Year, a.Kind) == (amount.InterventionId, amount.Year, amount.Kind))
            )
                problems.Add(new($"Amounts[{i}]", "Each intervention, year and kind must be named once"));
        }
        for (var i = 0; i < typed.Targets!.Count; i++)
        {
            var target = typed.Targets[i];
            if (
                !promised.Any(p =>
                    p.Id == target.InterventionId && p.Outputs.Concat(agreed.OutputsOf(p.Id)).Any(o => o.Indicator == target.Indicator)
                )
            )
                problems.Add(new($"Targets[{i}]", "The grant has no such target"));
            else if (target.Target is < 0 or > InterventionRules.LargestTarget)
                problems.Add(new($"Targets[{i}]", $"Target must be between 0 and {InterventionRules.LargestTarget:N0}"));
        }
        return problems;
    }

    private IEnumerable<Problem> Problems(Variation planned, GrantDetails agreed, IReadOnlyList<Intervention> after)
    {
        var to = planned.DeliveryTo ?? agreed.DeliveryTo;
        if (planned.Amounts.Count == 0 && planned.Targets.Count == 0 && planned.DeliveryTo is null)
            yield return new("Amounts", "Change an amount, a target or the end of delivery");
        var years = FinancialYear.Covering(DeliveryFrom, to).ToHashSet();
        foreach (var line in after.SelectMany(i => i.Budget, (i, l) => (i.Name, l.Year, l.Amount)).Where(l => !years.Contains(l.Year)))
            yield return new("Amounts", $"{line.Name}: {line.Year} is outside the delivery, so its {line.Amount} must be £0");
        // A target may move after the cut that moves it.
        var cuts = agreed.Variations.SelectMany(v => v.Amounts).Concat(planned.Amounts).Where(a => a.IsCut()).ToList();
        foreach (
            var target in planned.Targets.Where(t =>
                t.MovedByYear is { } year && !cuts.Any(a => a.InterventionId == t.InterventionId && a.Year == year)
            )
        )
            yield return new("Targets", $"{target.Indicator}: select a year in which the intervention’s money is cut, or none");
    }

    // A target goes when its intervention does: then the cut that ended the intervention moved it, even if the officer did not say so.
    private static FinancialYear? MovedBy(
        TargetChange change,
        NewVariation typed,
        IReadOnlyList<AmountChange> amounts,
        IReadOnlyList<Intervention> after
    ) =>
        typed.Targets!.FirstOrDefault(t => t.InterventionId == change.InterventionId && t.Indicator == change.Indicator)?.MovedByYear
        ?? (after.All(i => i.Id != change.InterventionId) ? GrantLines.LargestCut(amounts, change.InterventionId) : null);

    private (Percentage, Percentage)? MatchFalls(IReadOnlyList<Intervention> before, IReadOnlyList<Intervention> after)
    {
        var (from, to) = (before.Sum(i => i.Total), after.Sum(i => i.Total));
        if (from >= to || from.Pence == 0)
            return null;
        var match = (decimal)Details.Match.Sum(m => m.Amount).Pence;
        return match * 100 < (decimal)Details.MatchPercent * to.Pence ? (Percent(from), Percent(to)) : null;

        Percentage Percent(Money of) => Percentage.Of(match, of.Pence, Details.MatchPercent, decimals: 1);
    }
}
