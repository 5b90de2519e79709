using Platform.Contracts;

namespace Platform.Returns.Model;

/// <summary>When a programme's returns are due.</summary>
/// <param name="Kind">Which of the shapes.</param>
/// <param name="WorkingDays">For <see cref="DueRuleKind.WorkingDaysAfterQuarter"/>: how many, 1 or more.</param>
internal sealed record DueRule(DueRuleKind Kind, int WorkingDays = 0)
{
    /// <summary>The last day on which a return for that quarter is not late.</summary>
    public DateOnly DueOn(Quarter quarter) => Kind switch
    {
        DueRuleKind.LastDayOfMonthAfter => quarter.Next.From.AddMonths(1).AddDays(-1),
        DueRuleKind.WorkingDaysAfterQuarter => Contracts.WorkingDays.Add(quarter.To, Math.Max(1, WorkingDays)),
        DueRuleKind.SecondFridayOfMonthAfter => SecondFriday(quarter.Next.From),
        _ => throw new InvalidOperationException($"There is no due rule {Kind}."),
    };

    private static DateOnly SecondFriday(DateOnly first) => first.AddDays(((int)DayOfWeek.Friday - (int)first.DayOfWeek + 7) % 7 + 7);
}

internal enum DueRuleKind
{
    LastDayOfMonthAfter,
    WorkingDaysAfterQuarter,
    SecondFridayOfMonthAfter,
}
