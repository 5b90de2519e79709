using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>Answers about the quarter as a whole.</summary>
internal abstract record WholeAnswers(string Section) : PartAnswers(Section)
{
    public sealed override ReturnContent Apply(ReturnContent content, Return owed) =>
        content with
        {
            Overall = Apply(content.Overall),
            NilReason = "",
        };

    protected abstract ReturnOverall Apply(ReturnOverall overall);
}

/// <summary>What changed for people, and what may go wrong.</summary>
internal sealed record OutcomeAnswers(string? Outcomes, string? Risks) : WholeAnswers(ReturnSections.Outcomes)
{
    public override IReadOnlyList<Problem> Problems(Return owed, GrantFigures figures, Programme programme) =>
        [.. TooLong(nameof(Outcomes), "What changed for people", Outcomes), .. TooLong(nameof(Risks), "What may go wrong", Risks)];

    protected override ReturnOverall Apply(ReturnOverall overall) =>
        overall with
        {
            Outcomes = TypedText.Tidy(Outcomes),
            Risks = TypedText.Tidy(Risks),
        };
}

/// <summary>What others gave in the quarter: the sources that the grant names, and any others.</summary>
internal sealed record MatchAnswers(IReadOnlyList<MatchReceived?> Received) : WholeAnswers(ReturnSections.Match)
{
    public override IReadOnlyList<Problem> Problems(Return owed, GrantFigures figures, Programme programme) =>
        [
            .. Received
                .Index()
                .Where(m => m.Item is not null)
                .SelectMany(m => NoMoney($"Received[{m.Index}].Amount", $"Match funding from {m.Item!.Source}", m.Item.Amount)),
            .. Received
                .Index()
                .Where(m => m.Item is not null && TypedText.Line(m.Item.Source).Length is 0 or > 200)
                .Select(m => new Problem($"Received[{m.Index}].Source", "Enter who gave it, in 200 characters or less")),
            .. Received
                .Index()
                .Where(m => m.Item is not null && !Enum.IsDefined(m.Item.Kind))
                .Select(m => new Problem($"Received[{m.Index}].Kind", "Select cash or in kind")),
            .. Received.Count > 50
                ? [new Problem("Received", "There can be 50 sources. Put those that are alike together")]
                : Array.Empty<Problem>(),
        ];

    protected override ReturnOverall Apply(ReturnOverall overall) =>
        overall with
        {
            Match = [.. Received.OfType<MatchReceived>().Select(m => m with { Source = TypedText.Line(m.Source) })],
        };
}

/// <summary>How much of the year's money will not be used, and what is proposed for it.</summary>
internal sealed record UnderspendAnswers(Money? Underspend, string? UnderspendProposal) : WholeAnswers(ReturnSections.Underspend)
{
    public override IReadOnlyList<Problem> Problems(Return owed, GrantFigures figures, Programme programme)
    {
        var problems = NoMoney(nameof(Underspend), "Underspend", Underspend)
            .Concat(TooLong(nameof(UnderspendProposal), "What is proposed", UnderspendProposal))
            .ToList();
        if (Underspend is null)
            problems.Add(new(nameof(Underspend), "Enter what will not be used, or 0 if all will be"));
        if (Underspend > Money.Zero && TypedText.Tidy(UnderspendProposal).Length == 0)
            problems.Add(new(nameof(UnderspendProposal), "Enter what you propose for the money that will not be used"));
        return problems;
    }

    protected override ReturnOverall Apply(ReturnOverall overall) =>
        overall with
        {
            Underspend = Underspend,
            UnderspendProposal = TypedText.Tidy(UnderspendProposal),
        };
}

/// <summary>Red, amber or green.</summary>
internal sealed record RatingAnswers(Rating? Rating, string? RatingReason) : WholeAnswers(ReturnSections.Rating)
{
    public override IReadOnlyList<Problem> Problems(Return owed, GrantFigures figures, Programme programme)
    {
        var problems = TooLong(nameof(RatingReason), "Why", RatingReason).ToList();
        if (Rating is not { } rating || !Enum.IsDefined(rating))
            problems.Add(new(nameof(Rating), "Select how the grant is going in all"));
        else if (TypedText.Tidy(RatingReason).Length == 0)
            problems.Add(new(nameof(RatingReason), "Enter why the grant is going that way"));
        return problems;
    }

    protected override ReturnOverall Apply(ReturnOverall overall) =>
        overall with
        {
            Rating = Rating,
            RatingReason = TypedText.Tidy(RatingReason),
        };
}

/// <summary>That there is nothing to report, and why; with an empty reason, that there is after all.</summary>
internal sealed record NilAnswers(string? Reason) : PartAnswers(ReturnSections.Nil)
{
    public override IReadOnlyList<Problem> Problems(Return owed, GrantFigures figures, Programme programme) =>
        TypedText.Tidy(Reason).Length > Return.LongestReason
            ? [new(nameof(Reason), "Why there is nothing to report must be 1,000 characters or less")]
            : [];

    public override ReturnContent Apply(ReturnContent content, Return owed) => content with { NilReason = TypedText.Tidy(Reason) };
}
