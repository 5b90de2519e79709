using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>
/// How a programme's returns are due, chased and questioned: as the platform begins it with its first grant, and whenever the office
/// changes it. Publisher: Returns.
/// </summary>
public sealed record ProgrammeChanged(Guid Id, int Version, DateTimeOffset At, Person By, ProgrammeDetails Details)
    : Event<ProgrammeDetails>(Id, Version, At, By, Details);

/// <summary>A step of a programme's chasing ladder.</summary>
/// <param name="WorkingDays">Before (negative) or after the due date, or the day to be back by of a return that was sent back.</param>
/// <param name="Audience">The roles at the partnership that are written to.</param>
public sealed record Rung(int WorkingDays, IReadOnlyList<string> Audience)
{
    /// <summary>Whether it also holds payment and names the return in the board paper.</summary>
    public bool Escalates { get; init; }
}

/// <summary>What the office has settled for a fund's returns.</summary>
/// <param name="Name">The fund.</param>
/// <param name="DueRule">When they are due.</param>
/// <param name="Ladder">Who is written to when.</param>
/// <param name="VariancePercent">From how far off the year's money, in percent, a reason is asked for.</param>
/// <param name="VarianceFloor">Below this difference none is.</param>
public sealed record ProgrammeDetails(string Name, DueRule DueRule, IReadOnlyList<Rung> Ladder, int VariancePercent, Money VarianceFloor)
{
    /// <summary>How many working days a return that is sent back has, unless the officer names another day.</summary>
    public int ReworkDays { get; init; }

    /// <summary>
    /// After how many working days the last reminder of a ladder is sent again, and again, if it holds payment; 0 for never.
    /// </summary>
    public int RepeatEvery { get; init; }

    /// <summary>Who is written to when about a return that was sent back.</summary>
    public IReadOnlyList<Rung> ReworkLadder { get; init; } = [];
}

/// <summary>When a programme's returns are due.</summary>
/// <param name="Kind">How the due date is worked out.</param>
/// <param name="WorkingDays">For <see cref="DueRuleKind.WorkingDaysAfterQuarter"/>: how many, 1 or more.</param>
public sealed record DueRule(DueRuleKind Kind, int WorkingDays = 0)
{
    /// <summary>The last day on which a return for that quarter is not late.</summary>
    public DateOnly DueOn(Quarter quarter) =>
        Kind switch
        {
            DueRuleKind.LastDayOfMonthAfter => quarter.Next.From.AddMonths(1).AddDays(-1),
            DueRuleKind.WorkingDaysAfterQuarter => Contracts.WorkingDays.Add(quarter.To, Math.Max(1, WorkingDays)),
            DueRuleKind.SecondFridayOfMonthAfter => SecondFriday(quarter.Next.From),
            _ => throw new InvalidOperationException($"There is no due rule {Kind}."),
        };

    private static DateOnly SecondFriday(DateOnly first) => first.AddDays(((int)DayOfWeek.Friday - (int)first.DayOfWeek + 7) % 7 + 7);
}

/// <summary>The shapes of a due rule.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DueRuleKind>))]
public enum DueRuleKind
{
    /// <summary>The last day of the month after the quarter.</summary>
    LastDayOfMonthAfter,

    /// <summary>So many working days after the quarter.</summary>
    WorkingDaysAfterQuarter,

    /// <summary>The second Friday of the month after the quarter.</summary>
    SecondFridayOfMonthAfter,
}
