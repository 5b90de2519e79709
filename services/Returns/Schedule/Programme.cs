using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Returns.Schedule;

/// <summary>
/// What the office has decided for a fund's returns: when they are due, who is written to and when, and which figures need a reason.
/// </summary>
internal sealed class Programme : Aggregate
{
    private Programme() { }

    /// <summary>The fund: "Safer Streets 5".</summary>
    public string Name { get; private init; } = "";

    /// <summary>When its returns are due.</summary>
    public DueRule DueRule { get; private set; } = new(DueRuleKind.LastDayOfMonthAfter);

    /// <summary>Whom its reminders go to, and when; empty for nobody.</summary>
    public IReadOnlyList<Rung> Ladder { get; private set; } = [];

    /// <summary>The difference from the year's money, in percent, from which a reason is needed.</summary>
    public int VariancePercent { get; private set; } = 10;

    /// <summary>The difference, in pence, below which no reason is needed.</summary>
    public Money VarianceFloor { get; private set; } = Money.FromPounds(500);

    public ProgrammeDetails Details => new(Name, DueRule, Ladder, VariancePercent, VarianceFloor);

    public static Programme WithDefaults(string name) => new() { Name = name, Ladder = Chasing.Ladder.Default };

    /// <summary>Creates the programme with its first grant, and tells other services its rules, even the usual ones.</summary>
    public static Programme Begin(string name, DateTimeOffset at)
    {
        var programme = WithDefaults(name);
        programme.Raise(v => new ProgrammeChanged(programme.Id, v, at, Person.Platform, programme.Details));
        return programme;
    }

    /// <summary>Changes the rules. The due rule does not affect returns that are already open.</summary>
    public Result Change(ProgrammeDetails typed, int readVersion, Person by, DateTimeOffset at)
    {
        if (Problems(typed).ToList() is { Count: > 0 } problems)
            return Result.Of(problems);
        var ladder = typed.Ladder.OrderBy(r => r.WorkingDays).ToList();
        if (JsonColumn.Same(Details, typed with { Name = Name, Ladder = ladder }))
            return Result.Done;
        if (readVersion != Version)
            return Result.Stale;
        DueRule = typed.DueRule;
        Ladder = ladder;
        VariancePercent = typed.VariancePercent;
        VarianceFloor = typed.VarianceFloor;
        Raise(v => new ProgrammeChanged(Id, v, at, by, Details));
        return Result.Done;
    }

    private static IEnumerable<Problem> Problems(ProgrammeDetails typed)
    {
        if (!Enum.IsDefined(typed.DueRule.Kind))
            yield return new("Kind", "Select when returns are due");
        else if (typed.DueRule is { Kind: DueRuleKind.WorkingDaysAfterQuarter, WorkingDays: < 1 or > 60 })
            yield return new("WorkingDays", "Working days after the quarter must be between 1 and 60");
        if (typed.VariancePercent is < 1 or > 100)
            yield return new("VariancePercent", "The percentage from which a reason is asked for must be between 1 and 100");
        if (typed.VarianceFloor < Money.Zero || typed.VarianceFloor > Money.Largest)
            yield return new("VarianceFloor", "The smallest difference must be £0 or more");
        foreach (var (i, rung) in typed.Ladder.Index())
        {
            if (rung.WorkingDays is < -60 or > 120)
                yield return new($"Ladder[{i}]", "Working days from the due date must be between -60 and 120");
            else if (typed.Ladder.Take(i).Any(r => r.WorkingDays == rung.WorkingDays))
                yield return new($"Ladder[{i}]", "Each day of the ladder must be different");
            if (rung.Audience.Count == 0 || rung.Audience.Any(role => !Roles.OfPartnerships.Contains(role)))
                yield return new($"Ladder[{i}]", "Select who is written to");
        }
    }
}
