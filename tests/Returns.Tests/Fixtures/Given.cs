using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Tests.Fixtures;

/// <summary>People, grants and returns to begin from.</summary>
internal static class Given
{
    public static readonly Partnership Melton = Partnership.Get("MEL");
    public static readonly Partnership Blaby = Partnership.Get("BLA");
    public static readonly Person Editor = new(Guid.Parse("00000000-0000-0000-0000-00000000000e"), "Asha Patel");
    public static readonly Person Lead = new(Guid.Parse("00000000-0000-0000-0000-00000000000d"), "Tom Shaw");
    public static readonly Person Officer = new(Guid.Parse("00000000-0000-0000-0000-00000000000f"), "Ruth Okafor");

    public static readonly Programme Community = Programme.WithDefaults("Community safety fund");
    public static readonly GrantFigures NoOthers = new([], new(new(2024), 1));

    public static readonly Intervention Hardening = new(
        Guid.Parse("00000000-0000-0000-0000-000000000001"),
        "Target hardening",
        "Locks and lights",
        [new(new(2024), SpendKind.Capital, Money.FromPounds(90_000))],
        [new("homes target hardened", 130, TargetKind.UpTo), new("residents trained", 14, TargetKind.Fixed)],
        []
    );

    public static readonly Intervention Campaign = new(
        Guid.Parse("00000000-0000-0000-0000-000000000002"),
        "Crimestoppers campaign",
        "Posters",
        [new(new(2024), SpendKind.Revenue, Money.FromPounds(11_000))],
        [new("posters", 500, TargetKind.AtLeast)],
        []
    );

    public static GrantMade Grant(
        DateOnly from,
        DateOnly to,
        DateTimeOffset madeAt,
        Partnership? partnership = null,
        string? reference = null,
        string programme = "Community safety fund",
        params Intervention[] interventions
    ) =>
        new(
            Guid.NewGuid(),
            1,
            madeAt,
            Officer,
            new(
                Guid.NewGuid(),
                reference ?? $"T{Guid.NewGuid():N}"[..12],
                programme,
                partnership ?? Melton,
                "Safer Melton",
                "EXE005-24",
                from,
                to,
                interventions is [] ? [Hardening, Campaign] : interventions
            )
        );

    /// <summary>The return for April to June 2024: opens on Monday 1 July, due on Wednesday 31 July.</summary>
    public static Return FirstQuarter(params Intervention[] interventions)
    {
        var made = Grant(new(2024, 4, 1), new(2024, 6, 30), London.At(new(2024, 4, 8), new(10, 0)), interventions: interventions);
        var scheduled = Schedule(made, new DueRule(DueRuleKind.LastDayOfMonthAfter))[0];
        scheduled.TakeRaised();
        return scheduled;
    }

    public static DateTimeOffset In(int year, int month, int day, int hour = 12, int minute = 0) =>
        London.At(new(year, month, day), new(hour, minute));

    /// <summary>The same as a program sends it.</summary>
    public static object BodyOf(ReturnLine line) =>
        new
        {
            line.Status,
            line.Narrative,
            line.Capital,
            line.Revenue,
            line.Achieved,
            line.Forecasts,
            line.VarianceReason,
            line.Explanation,
            line.Assets,
            line.Adjustments,
        };

    public static ReturnLine LineOf(
        Intervention intervention,
        int quantity = 5,
        decimal capital = 1_200,
        decimal revenue = 18.50m,
        string narrative = "Went well"
    ) =>
        new(
            intervention.Id,
            DeliveryStatus.OnTrack,
            narrative,
            Money.FromPounds(capital),
            Money.FromPounds(revenue),
            [.. intervention.Outputs.Select(o => new Achievement(o.Indicator, quantity))]
        )
        {
            VarianceReason = "The rest follows",
            Explanation = "Agreed with the office",
            AssetsSaid = true,
        };

    /// <summary>All returns of a grant, put on the calendar when it was made or at another instant.</summary>
    public static IReadOnlyList<Return> Schedule(GrantMade made, DueRule rule, DateTimeOffset? now = null) =>
        [
            .. Quarter
                .Covering(made.Details.DeliveryFrom, made.Details.DeliveryTo)
                .Select(q => Return.Schedule(made.Id, made.Version, made.Details, q, rule, made.At, now ?? made.At)),
        ];

    /// <summary>What the whole of a return says when nothing is wrong.</summary>
    public static readonly PartAnswers[] Whole =
    [
        new OutcomeAnswers("Fewer burglaries", ""),
        new MatchAnswers([]),
        new UnderspendAnswers(Money.Zero, ""),
        new RatingAnswers(Rating.Green, "As planned"),
    ];

    /// <summary>A return that the editor has filled in and handed over.</summary>
    public static Return Ready(DateTimeOffset at)
    {
        var owed = FirstQuarter();
        foreach (var intervention in owed.Interventions)
            Assert.True(owed.SaveLine(LineOf(intervention), owed.Version, Editor, at).IsDone);
        owed.SaveWhole(Editor, at);
        Assert.True(owed.HandOver(Editor, at).IsDone);
        owed.TakeRaised();
        return owed;
    }

    extension(Return owed)
    {
        /// <summary>All pages of an intervention at once.</summary>
        public Result SaveLine(ReturnLine line, int readVersion, Person by, DateTimeOffset at) =>
            owed.Save(
                [
                    ("", new ProgressAnswers(line.InterventionId, line.Status, line.Narrative)),
                    ("", new SpendingAnswers(line.InterventionId, line.Capital, line.Revenue, line.Forecasts, line.VarianceReason)),
                    ("", new OutputAnswers(line.InterventionId, line.Achieved)),
                    ("", new AssetsSaidAnswer(line.InterventionId, line.AssetsSaid)),
                    ("", new ExplanationAnswers(line.InterventionId, line.Explanation)),
                ],
                NoOthers,
                Community,
                readVersion,
                by,
                at
            );

        public void SaveWhole(Person by, DateTimeOffset at)
        {
            foreach (var answers in Whole)
                Assert.True(owed.Save(answers, NoOthers, Community, owed.Version, by, at).IsDone);
        }

        public Result HandOver(Person by, DateTimeOffset at) => owed.HandOver(NoOthers, Community, by, at);

        public Result Submit(int? readVersion, Person by, DateTimeOffset at) => owed.Submit(readVersion, [], by, at).Outcome;
    }
}
