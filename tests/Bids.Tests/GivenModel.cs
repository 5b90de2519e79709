using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Tests;

/// <summary>Rounds and bids in memory.</summary>
internal static class GivenModel
{
    public static readonly Partnership Melton = Partnership.Get("MEL");
    public static readonly Person Olu = new(Guid.NewGuid(), "Olu Bello");
    public static readonly Person Ann = new(Guid.NewGuid(), "Ann Reed");
    public static readonly DateTimeOffset Open = new(2025, 2, 3, 10, 0, 0, TimeSpan.Zero);
    private static readonly string[] ThemesOfRound = ["Neighbourhood crime", "Antisocial behaviour"];

    public static RoundAnswers NewRound() =>
        new(
            "CSP2025",
            "Community safety fund",
            "Community safety fund 2025/26",
            new(2024, 12, 2),
            new(2025, 2, 28),
            new(2025, 4, 1),
            new(2027, 3, 31),
            Money.FromPounds(10_000),
            0,
            ThemesOfRound
        )
        {
            Published = true,
        };

    public static Round Round(RoundAnswers? typed = null, bool draft = false)
    {
        var made = draft ? Bids.Rounds.Round.Draft(typed ?? NewRound(), Olu, Open) : Bids.Rounds.Round.Open(typed ?? NewRound(), Olu, Open);
        Assert.True(made.IsDone, string.Join("; ", made.Outcome.Problems));
        return made.Value;
    }

    public static Bid Draft(Round round) => Bid.Start(round.Window(), Melton, 3, Ann, round.OpensAt).Value;

    public static ProjectAnswers Project(string title = "Safer streets at night") => new(title, ThemesOfRound[0], "Lighting and patrols");

    public static BiddingWindow Window(this Round round, DateTimeOffset? extendedTo = null) => round.WindowUntil(extendedTo);

    /// <summary>Melton's Problem Profile of a financial year.</summary>
    public static ProblemProfile Profile(int year, params string[] priorities) => Profile(Priorities(year, priorities));

    public static ProblemProfile Profile(ProfileAnswers typed, params ProblemProfile[] others)
    {
        var written = ProblemProfile.Write(Melton, typed, others, Olu, Open);
        Assert.True(written.IsDone, string.Join("; ", written.Outcome.Problems));
        return written.Value;
    }

    public static ProfileAnswers Priorities(int year, params string[] names) =>
        new(new FinancialYear(year).From, new FinancialYear(year).To, [.. names.Select(n => new Priority(Guid.NewGuid(), n, "Counted"))]);

    /// <summary>Everything but the interventions.</summary>
    public static readonly SectionAnswers[] Rest =
    [
        new ContactAnswers(new("Ann Reed", "Manager", "ann@melton.example", ""), new("", "", "", "")),
        Project(),
        new NeedAnswers("Burglaries rose by a third", "Burglary", "Safer places"),
        new WhereAnswers(new(["Melton 001A"], []), 2021),
        new RiskAnswers(new(Guid.NewGuid(), "Late delivery", RiskLevel.Low, RiskLevel.Medium, "Order early", "")),
    ];

    public static Intervention Hardening(decimal pounds = 9_000) =>
        new(
            Guid.NewGuid(),
            "Target hardening",
            "Locks for homes that were burgled",
            [new(new(2025), SpendKind.Revenue, Money.FromPounds(pounds))],
            [new("homes target hardened", 130, TargetKind.UpTo)],
            ["Melton 001A"]
        );

    public static Bid Complete(Round round)
    {
        var bid = Draft(round);
        foreach (var answers in Rest)
            Assert.Equal(Result.Done, bid.Save(answers, round.Window(), bid.Version, Ann, round.OpensAt));
        Assert.Equal(Result.Done, bid.Save(new InterventionAnswers(Hardening()), round.Window(), bid.Version, Ann, round.OpensAt));
        bid.TakeRaised();
        return bid;
    }

    public static Bid Submitted(Round round)
    {
        var bid = Complete(round);
        Assert.Equal(Result.Done, bid.Submit(round.Window(), null, [], Ann, round.OpensAt).Outcome);
        bid.TakeRaised();
        return bid;
    }
}
