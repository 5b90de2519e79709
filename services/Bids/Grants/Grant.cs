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
        var (now, promised) = (Details.Interventions, Details.Promised());
        var problems = Problems(typed, at);
        if (problems.Count > 0)
            return Result.Of(problems);
        var after = now.With(promised, typed.Amounts!, typed.Targets!);
        var amounts = GrantLines.AmountChanges(promised, now, after);
        var targets = GrantLines
            .TargetChanges(promised, now, after)
            .Select(t => t with { MovedByYear = MovedBy(t, typed, amounts, after) })
            .ToList();
        var variation = new Variation(
            Details.Variations.Count + 1,
            typed.On!.Value,
            typed.Reason!,
            typed.DecisionReference,
            amounts,
            targets,
            by,
            typed.DeliveryTo == DeliveryTo ? null : typed.DeliveryTo
        )
        {
            Moves = VariationMoney.Moves(amounts, MoveBasis.Left(basis, Details).OfYears()),
        };
        problems.AddRange(Problems(variation, after));
        if (MoveBasis.Lacks(variation, basis, Details, London.DateOf(MadeAt)) is { } lacking)
            problems.Add(new(nameof(typed.DecisionReference), lacking));
        return problems.Count > 0
            ? Result.Of(problems)
            : new PlannedVariation(variation, after, MatchFalls(now, after), Details.Conditions);
    }

    public Result Vary(NewVariation asked, int readVersion, DecisionDetails? basis, Person by, DateTimeOffset at)
    {
        if (readVersion != Version)
            return Result.Stale;
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

        DeliveryTo = planned.Variation.DeliveryTo ?? DeliveryTo;
        Details = Details with
        {
            DeliveryTo = DeliveryTo,
            Interventions = planned.After,
            Original = Details.Promised(),
            Variations = [.. Details.Variations, planned.Variation],
        };
        Raise(v => new GrantVaried(Id, v, at, by, Details, planned.Variation));
        return Result.Done;
    }

    /// <summary>The partnership accepts the money on the terms of the agreement. A second time changes nothing.</summary>
    public Result Accept(int? readVersion, Person by, DateTimeOffset at)
    {
        if (Details.AcceptedAt is not null)
            return Result.Done;
        if (readVersion is { } read && read != Version)
            return Result.Stale;
        AcceptedVariations = Details.Variations.Count;
        Details = Details with { AcceptedAt = at, AcceptedBy = by };
        Raise(v => new GrantAccepted(Id, v, at, by, Details));
        return Result.Done;
    }

    private List<Problem> Problems(NewVariation typed, DateTimeOffset at)
    {
        var problems = new List<Problem>();
        var made = London.DateOf(MadeAt);
        var today = London.DateOf(at);
        var to = typed.DeliveryTo ?? DeliveryTo;
        if (typed.Reason!.Length == 0)
            problems.Add(new(nameof(typed.Reason), "Enter the reason for the variation"));
        if (typed.Reason.Length > NewVariation.LongestReason)
            problems.Add(new(nameof(typed.Reason), $"Reason must be {NewVariation.LongestReason:N0} characters or less"));
        if (typed.On is null)
            problems.Add(new(nameof(typed.On), "Enter the date from which it counts"));
        else if (typed.On < made || typed.On > today)
            problems.Add(
                new(nameof(typed.On), $"Date from which it counts must be between {London.Plain(made)}, when the grant was made, and today")
            );
        if (to < DeliveryFrom)
            problems.Add(new(nameof(typed.DeliveryTo), $"New end of delivery must be on or after {London.Plain(DeliveryFrom)}"));
        else if (to > DeliveryTo.AddYears(MostYearsMore))
            problems.Add(
                new(
                    nameof(typed.DeliveryTo),
                    $"New end of delivery must be on or before {London.Plain(DeliveryTo.AddYears(MostYearsMore))}"
                )
            );
        var promised = Details.Promised();
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
                    p.Id == target.InterventionId && p.Outputs.Concat(OutputsNow(p.Id)).Any(o => o.Indicator == target.Indicator)
                )
            )
                problems.Add(new($"Targets[{i}]", "The grant has no such target"));
            else if (target.Target is < 0 or > InterventionRules.LargestTarget)
                problems.Add(new($"Targets[{i}]", $"Target must be between 0 and {InterventionRules.LargestTarget:N0}"));
        }
        return problems;
    }

    private IEnumerable<Problem> Problems(Variation planned, IReadOnlyList<Intervention> after)
    {
        var to = planned.DeliveryTo ?? DeliveryTo;
        if (planned.Amounts.Count == 0 && planned.Targets.Count == 0 && planned.DeliveryTo is null)
            yield return new("Amounts", "Change an amount, a target or the end of delivery");
        var years = FinancialYear.Covering(DeliveryFrom, to).ToHashSet();
        foreach (var line in after.SelectMany(i => i.Budget, (i, l) => (i.Name, l.Year, l.Amount)).Where(l => !years.Contains(l.Year)))
            yield return new("Amounts", $"{line.Name}: {line.Year} is outside the delivery, so its {line.Amount} must be £0");
        // A target may move after the cut that moves it.
        var cuts = Details.Variations.SelectMany(v => v.Amounts).Concat(planned.Amounts).Where(a => a.IsCut()).ToList();
        foreach (
            var target in planned.Targets.Where(t =>
                t.MovedByYear is { } year && !cuts.Any(a => a.InterventionId == t.InterventionId && a.Year == year)
            )
        )
            yield return new("Targets", $"{target.Indicator}: select a year in which the intervention’s money is cut, or none");
    }

    private IEnumerable<Output> OutputsNow(Guid id) => Details.Interventions.Where(i => i.Id == id).SelectMany(i => i.Outputs);

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
