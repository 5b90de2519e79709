using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>The first page of the project section.</summary>
internal sealed record ProjectAnswers(string? Title, string? Theme, string? Summary) : SectionAnswers(BidSections.Project)
{
    public const int LongestTitle = 100;
    public const int LongestSummary = 3000;

    public override string Part => "project/project";

    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership)
    {
        var problems = new List<Problem>();
        if (TypedText.Line(Title).Length > LongestTitle)
            problems.Add(new(nameof(Title), "Title must be 100 characters or less"));
        if (!string.IsNullOrEmpty(Theme) && !round.Themes.Contains(Theme))
            problems.Add(new(nameof(Theme), "Select one of this round’s themes"));
        if (TypedText.Tidy(Summary).Length > LongestSummary)
            problems.Add(new(nameof(Summary), "Summary must be 3,000 characters or less"));
        return problems;
    }

    public override BidContent Apply(BidContent content) =>
        content with
        {
            Title = TypedText.Line(Title),
            Theme = string.IsNullOrEmpty(Theme) ? null : Theme,
            Summary = TypedText.Tidy(Summary),
        };
}

/// <summary>The second page: why.</summary>
internal sealed record NeedAnswers(string? Need, string? Priority, string? PlanAim) : SectionAnswers(BidSections.Project)
{
    public const int Longest = 3000;
    public const int LongestPriority = 200;

    public override string Part => "project/need";

    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership)
    {
        var problems = new List<Problem>();
        if (TypedText.Tidy(Need).Length > Longest)
            problems.Add(new(nameof(Need), "Evidence of need must be 3,000 characters or less"));
        if (TypedText.Line(Priority).Length > LongestPriority)
            problems.Add(new(nameof(Priority), "Priority must be 200 characters or less"));
        if (TypedText.Line(PlanAim).Length > LongestPriority)
            problems.Add(new(nameof(PlanAim), "Police and Crime Plan aim must be 200 characters or less"));
        return problems;
    }

    public override IReadOnlyList<Problem> Problems(Bid bid, BiddingWindow window) =>
        [
            .. base.Problems(bid, window),
            .. window.Profile is null
                ? []
                : PriorityRules.Problems(TypedText.Line(Priority), bid.Content.Priority, window.Profile, nameof(Priority)),
        ];

    public override BidContent Apply(BidContent content) =>
        content with
        {
            Need = TypedText.Tidy(Need),
            Priority = TypedText.Line(Priority),
            PlanAim = TypedText.Line(PlanAim),
        };
}

/// <summary>The round's own questions, on a page of their own.</summary>
internal sealed record QuestionAnswers(IReadOnlyList<Answer> Answers) : SectionAnswers(BidSections.Project)
{
    public override string Part => "project/questions";

    public override IReadOnlyList<Problem> Problems(Round round, Partnership partnership)
    {
        var problems = new List<Problem>();
        foreach (var answer in Answers)
        {
            if (round.Questions.FirstOrDefault(q => q.Id == answer.QuestionId) is not { } question)
                problems.Add(new("Answers", "This round has no such question"));
            else if (Words(TypedText.Tidy(answer.Text)) > question.MostWords)
                problems.Add(new($"Answers.{question.Id}", $"Answer must be {question.MostWords:N0} words or less"));
        }
        return problems;
    }

    public override BidContent Apply(BidContent content) =>
        content with
        {
            Answers = [.. Answers.Select(a => a with { Text = TypedText.Tidy(a.Text) }).Where(a => a.Text.Length > 0)],
        };

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
