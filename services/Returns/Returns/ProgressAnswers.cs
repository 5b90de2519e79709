using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>How an intervention is going.</summary>
internal sealed record ProgressAnswers(Guid InterventionId, DeliveryStatus? Status, string? Narrative)
    : LineAnswers(InterventionId, "progress")
{
    protected override IEnumerable<Problem> Problems(
        Intervention intervention,
        ReturnLine line,
        Return owed,
        GrantFigures figures,
        Programme programme
    )
    {
        if (Status is not { } status || !Enum.IsDefined(status))
            yield return new(nameof(Status), $"Select how {intervention.Name} is going");
        foreach (var problem in TooLong(nameof(Narrative), "What happened", Narrative))
            yield return problem;
    }

    protected override ReturnLine Apply(ReturnLine line, Intervention intervention) =>
        line with
        {
            Status = Status,
            Narrative = TypedText.Tidy(Narrative),
        };
}

/// <summary>Why figures that look odd are right.</summary>
internal sealed record ExplanationAnswers(Guid InterventionId, string? Explanation) : LineAnswers(InterventionId, "explanation")
{
    protected override IEnumerable<Problem> Problems(
        Intervention intervention,
        ReturnLine line,
        Return owed,
        GrantFigures figures,
        Programme programme
    ) => TooLong(nameof(Explanation), "Explanation", Explanation);

    protected override ReturnLine Apply(ReturnLine line, Intervention intervention) =>
        line with
        {
            Explanation = TypedText.Tidy(Explanation),
        };
}

/// <summary>What an intervention achieved in the quarter.</summary>
internal sealed record OutputAnswers(Guid InterventionId, IReadOnlyList<Achievement?> Achieved) : LineAnswers(InterventionId, "outputs")
{
    public const int LargestQuantity = 10_000_000;

    protected override IEnumerable<Problem> Problems(
        Intervention intervention,
        ReturnLine line,
        Return owed,
        GrantFigures figures,
        Programme programme
    )
    {
        foreach (var (index, output) in intervention.Outputs.Index())
        {
            var given = Achieved.Where(a => a?.Indicator == output.Indicator).ToList();
            if (given.Count != 1)
                yield return new($"{nameof(Achieved)}[{index}]", $"Enter the number of {output.Indicator}, once");
            else if (given[0]!.Quantity is < 0 or > LargestQuantity)
                yield return new($"{nameof(Achieved)}[{index}]", $"Number of {output.Indicator} must be between 0 and 10,000,000");
        }
        foreach (var unknown in Achieved.Where(a => a is not null && intervention.Outputs.All(o => o.Indicator != a.Indicator)))
            yield return new(nameof(Achieved), $"{unknown!.Indicator} is not an output of {intervention.Name}");
    }

    // In the grant's order, whatever the order in which they came.
    protected override ReturnLine Apply(ReturnLine line, Intervention intervention) =>
        line with
        {
            Achieved = [.. intervention.Outputs.Select(o => Achieved.Single(a => a!.Indicator == o.Indicator)!)],
        };
}
