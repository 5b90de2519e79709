using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Decisions;

/// <summary>A bid that a record covers, its round, and what its assessors agreed; null where they have not.</summary>
internal sealed record CoveredBid(Bid Bid, Round Round, Moderation? Agreed = null);

/// <summary>What an officer writes in a decision record; what is left out is empty.</summary>
internal sealed record DecisionDraft
{
    public const int LongestText = 10_000;
    public const int LongestTitle = 200;
    public const int LongestPlace = 80;
    public const int LongestNote = 2000;
    public const int LongestLead = 300;

    public const string NothingToDecide = "Select at least one bid, or enter the money of a grant that it moves";

    public string? Title { get; init; }

    /// <summary>Null for the day on which it is begun.</summary>
    public DateOnly? Date { get; init; }
    public DateOnly? ReceivedOn { get; init; }
    public IReadOnlyList<string>? OfficersPresent { get; init; }
    public string? Summary { get; init; }
    public string? KeyPoints { get; init; }
    public string? Scope { get; init; }

    /// <summary>By how much less it promises than had been promised before, as its summary says; null where it says no such sum.</summary>
    public Money? Reduction { get; init; }
    public IReadOnlyList<DraftItem>? Items { get; init; }

    /// <summary>The money of grants that it moves between funding years, or adds.</summary>
    public IReadOnlyList<DraftMove>? Moves { get; init; }

    /// <summary>The references of the bids that it covers.</summary>
    public IReadOnlyList<string> Bids() => [.. (Items ?? []).Select(i => i.Bid ?? "").Distinct()];

    public IEnumerable<Problem> Problems()
    {
        if (Text(Title).Length is 0 or > LongestTitle)
            yield return new(nameof(Title), "Title must be between 1 and 200 characters");
        foreach (
            var (field, name, text) in ((string, string, string?)[])
                [
                    (nameof(Summary), "Summary of issue", Summary),
                    (nameof(KeyPoints), "Key discussion points", KeyPoints),
                    (nameof(Scope), "Scope", Scope),
                ]
        )
            if (Text(text).Length > LongestText)
                yield return new(field, $"{name} must be 10,000 characters or less");
        foreach (
            var (field, name, date) in ((string, string, DateOnly?)[])
                [(nameof(Date), "Date", Date), (nameof(ReceivedOn), "Date of receipt", ReceivedOn)]
        )
            if (date is { Year: < 2000 or > 2100 })
                yield return new(field, $"{name} must be between 2000 and 2100");
        if (Reduction is { } less && (less <= Money.Zero || less > Money.Largest))
            yield return new(nameof(Reduction), $"Reduction in funding must be more than £0, and {Money.Largest} or less");
        if (Officers().Any(o => o.Length > 100))
            yield return new(nameof(OfficersPresent), "Each officer’s name must be 100 characters or less");
        if (Bids().Count == 0 && Moves is not { Count: > 0 })
            yield return new(nameof(Items), NothingToDecide);
        if (Moves is not null)
            foreach (var problem in Moves.SelectMany((m, i) => m.Problems($"{nameof(Moves)}[{i}]")))
                yield return problem;
    }

    /// <summary>The references of the grants whose money it moves.</summary>
    public IReadOnlyList<string> Grants() => [.. (Moves ?? []).Select(m => m.Reference).Distinct()];

    public IReadOnlyList<string> Officers() => [.. (OfficersPresent ?? []).Select(Text).Where(o => o.Length > 0)];

    private static string Text(string? typed) => TypedText.Tidy(typed);
}

/// <summary>
/// What is written about one bid. Without interventions, it is promised what its assessors recommend, or else what it asks for.
/// </summary>
internal sealed record DraftItem(
    string? Bid,
    string? Place = null,
    IReadOnlyList<DraftIntervention>? Interventions = null,
    IReadOnlyList<string>? Conditions = null,
    string? Lead = null
)
{
    /// <summary>As it stands in the record.</summary>
    public DecidedBid In(CoveredBid covered)
    {
        var asked = DecisionRecord.AwardsFor(covered.Bid, covered.Agreed?.Recommended ?? [], covered.Agreed?.Conditions ?? []);
        var place = TypedText.Line(Place);
        return asked with
        {
            Place = place.Length > 0 ? place : asked.Place,
            Lead = TypedText.Line(Lead),
            Conditions = Conditions is null ? asked.Conditions : [.. Conditions.Select(TypedText.Tidy).Where(c => c.Length > 0)],
            Interventions = Interventions is null
                ? asked.Interventions
                : [.. asked.Interventions.Select(i => Interventions.LastOrDefault(d => d.Id == i.InterventionId)?.In(i) ?? i)],
        };
    }

    public IEnumerable<Problem> Problems(CoveredBid covered)
    {
        var (bid, years) = (covered.Bid, covered.Round.FundingYears);
        if (TypedText.Line(Place).Length > DecisionDraft.LongestPlace)
            yield return At($"{bid.Reference}: place must be 80 characters or less");
        if (TypedText.Line(Lead).Length > DecisionDraft.LongestLead)
            yield return At($"{bid.Reference}: the sentence above its table must be 300 characters or less");
        if ((Conditions ?? []).Any(c => TypedText.Tidy(c).Length > DecisionDraft.LongestNote))
            yield return At($"{bid.Reference}: each condition must be 2,000 characters or less");
        foreach (var typed in Interventions ?? [])
        {
            var name = bid.Content.Interventions.FirstOrDefault(i => i.Id == typed.Id)?.Name;
            if (name is null)
                yield return At($"{bid.Reference} has no intervention {typed.Id}");
            foreach (var award in typed.Awards ?? [])
            {
                if (award.Amount.Pence < 0 || award.Before is { Pence: < 0 })
                    yield return At($"{name} in {award.Year}: amount must be £0 or more");
                if (award.Amount.Pence > Money.Largest.Pence || award.Before is { } before && before.Pence > Money.Largest.Pence)
                    yield return At($"{name} in {award.Year}: amount must be {Money.Largest} or less");
                if (!Enum.IsDefined(award.Kind))
                    yield return At($"{name} in {award.Year}: kind must be Revenue or Capital");
                if (!years.Contains(award.Year))
                    yield return At($"{name}: {award.Year} is not a funding year of {covered.Round.Name}");
            }
            if ((typed.Awards ?? []).GroupBy(a => (a.Year, a.Kind)).Any(g => g.Count() > 1))
                yield return At($"{name}: enter each year’s capital and revenue once");
            foreach (var note in typed.Notes ?? [])
            {
                if (TypedText.Tidy(note.Text).Length > DecisionDraft.LongestNote)
                    yield return At($"{name} in {note.Year}: note must be 2,000 characters or less");
                if (!years.Contains(note.Year))
                    yield return At($"{name}: {note.Year} is not a funding year of {covered.Round.Name}");
            }
            foreach (var output in typed.Outputs ?? [])
                if (
                    !Enum.IsDefined(output.Kind)
                    || TypedText.Line(output.Unit).Length > 40
                    || TypedText.Line(output.Indicator).Length is 0 or > 100
                    || output.Target is < 1 or > InterventionRules.LargestTarget
                )
                    yield return At(
                        $"{name}: a target needs what is counted, in 100 characters or less, its kind, and a number of 1 or more"
                    );
        }
    }

    private static Problem At(string message) => new(nameof(DecisionDraft.Items), message);
}

/// <summary>What is written about one intervention. What is left out is as its assessors recommend, or else as the bid asks.</summary>
internal sealed record DraftIntervention(
    Guid Id,
    IReadOnlyList<DraftAward>? Awards = null,
    IReadOnlyList<Output>? Outputs = null,
    IReadOnlyList<YearNote>? Notes = null
)
{
    public DecidedIntervention In(DecidedIntervention asked) =>
        asked with
        {
            Awards = Awards is null
                ? asked.Awards
                : [.. Awards.Select(a => new Award(Id, a.Year, a.Kind, a.Amount, a.Before)).OrderBy(a => a.Year).ThenBy(a => a.Kind)],
            Outputs = Outputs is null
                ? asked.Outputs
                : [.. Outputs.Select(o => o with { Indicator = TypedText.Line(o.Indicator), Unit = TypedText.Line(o.Unit) })],
            Notes =
            [
                .. (Notes ?? []).Select(n => n with { Text = TypedText.Tidy(n.Text) }).Where(n => n.Text.Length > 0).OrderBy(n => n.Year),
            ],
        };
}

internal sealed record DraftAward(FinancialYear Year, SpendKind Kind, Money Amount, Money? Before = null);
