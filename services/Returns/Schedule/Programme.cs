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

    /// <summary>How many working days a return that is sent back has, unless the officer names another day.</summary>
    public int ReworkDays { get; private set; } = 10;

    /// <summary>
    /// After how many working days the last reminder of a ladder is sent again, and again, if it holds payment; 0 for never.
    /// </summary>
    public int RepeatEvery { get; private set; } = 20;

    /// <summary>Whom reminders of a return that was sent back go to, and when; empty for nobody.</summary>
    public IReadOnlyList<Rung> ReworkLadder { get; private set; } = [];

    /// <summary>The difference from the year's money, in percent, from which a reason is needed.</summary>
    public int VariancePercent { get; private set; } = 10;

    /// <summary>The difference, in pence, below which no reason is needed.</summary>
    public Money VarianceFloor { get; private set; } = Money.FromPounds(500);

    public ProgrammeDetails Details =>
        new(Name, DueRule, Ladder, VariancePercent, VarianceFloor)
        {
            RepeatEvery = RepeatEvery,
            ReworkDays = ReworkDays,
            ReworkLadder = ReworkLadder,
        };

    public static Programme WithDefaults(string name) =>
        new()
        {
            Name = name,
            Ladder = Chasing.Ladder.Default,
            ReworkLadder = Chasing.Ladder.Rework,
        };

    /// <summary>The day by which a return that is sent back on that day is usually to be back.</summary>
    public DateOnly BackBy(DateOnly sentBackOn) => WorkingDays.Add(sentBackOn, ReworkDays);

    /// <summary>
    /// The ladder of a return, with every repetition of its last rung up to the first after a day. A return that is sent back has another.
    /// </summary>
    public IReadOnlyList<Rung> LadderOf(Return owed, DateOnly until) =>
        Chasing.Ladder.Repeating(owed.BackBy is null ? Ladder : ReworkLadder, RepeatEvery, owed.AwaitedOn, until);

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
        var (ladder, rework) = (InOrder(typed.Ladder), InOrder(typed.ReworkLadder));
        if (JsonColumn.Same(Details, typed with { Name = Name, Ladder = ladder, ReworkLadder = rework }))
            return Result.Done;
        if (readVersion != Version)
            return Result.Stale;
        DueRule = typed.DueRule;
        Ladder = ladder;
        RepeatEvery = typed.RepeatEvery;
        ReworkDays = typed.ReworkDays;
        ReworkLadder = rework;
        VariancePercent = typed.VariancePercent;
        VarianceFloor = typed.VarianceFloor;
        Raise(v => new ProgrammeChanged(Id, v, at, by, Details));
        return Result.Done;
    }

    private static IReadOnlyList<Rung> InOrder(IReadOnlyList<Rung> ladder) => [.. ladder.OrderBy(r => r.WorkingDays)];

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
        if (typed.RepeatEvery is < 0 or > 120)
            yield return new("RepeatEvery", "Working days until the last reminder is sent again must be between 0 and 120");
        if (typed.ReworkDays is < 1 or > 60)
            yield return new("ReworkDays", "Working days for a return that is sent back must be between 1 and 60");
        foreach (
            var problem in Problems(nameof(Ladder), typed.Ladder, "the due date")
                .Concat(Problems(nameof(ReworkLadder), typed.ReworkLadder, "the day to be back by"))
        )
            yield return problem;
    }

    private static IEnumerable<Problem> Problems(string name, IReadOnlyList<Rung> ladder, string day)
    {
        foreach (var (i, rung) in ladder.Index())
        {
            if (rung.WorkingDays is < -60 or > 120)
                yield return new($"{name}[{i}]", $"Working days from {day} must be between -60 and 120");
            else if (ladder.Take(i).Any(r => r.WorkingDays == rung.WorkingDays))
                yield return new($"{name}[{i}]", "Each day of the ladder must be different");
            if (rung.Audience.Count == 0 || rung.Audience.Any(role => !Roles.OfPartnerships.Contains(role)))
                yield return new($"{name}[{i}]", "Select who is written to");
        }
    }
}
