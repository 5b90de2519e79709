using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Grants;

/// <summary>Grants in memory, and those of seed 001: Safer Streets 5 in Oadby and Wigston and in Melton Mowbray.</summary>
internal static class GivenGrants
{
    public static readonly FinancialYear Year1 = new(2023);
    public static readonly FinancialYear Year2 = new(2024);
    public static readonly DateTimeOffset Supported = new(2024, 4, 24, 10, 0, 0, TimeSpan.Zero);

    public static readonly Line[] OadbyAndWigston =
    [
        new("Neighbourhood crime campaign", 11_000, 0, 11_000, Note: "Removed due to reduction in funding"),
        new("Re-deployable CCTV", 85_060, 0),
        new("Fixed CCTV upgrades", 11_000, 0),
        new("Target hardening", 56_250, 43_750, 93_750, ("homes target hardened", 400, 400), "This was reduced by £50k from £93,750"),
        new("Cocooning packs", 16_958, 0),
    ];

    public static readonly Line[] Melton =
    [
        new("Buddhi by M", 19_770, 0, 39_540),
        new("Streetvibe", 12_144, 20_332.40m),
        new("Training of practitioners for ASB", 28_000, 0, 28_000, ("practitioners trained", 14, 7)),
    ];

    /// <summary>What a record's table says of one intervention: two years, what year 2 was before, and a target before and after.</summary>
    public sealed record Line(
        string Name,
        decimal First,
        decimal Second,
        decimal? SecondBefore = null,
        (string Indicator, int Before, int After)? Target = null,
        string? Note = null
    )
    {
        public Guid Id { get; } = Guid.NewGuid();
    }

    public static Round SaferStreets(int matchPercent = 50) =>
        Round(
            NewRound() with
            {
                OpensOn = new(2023, 8, 1),
                ClosesOn = new(2025, 2, 28),
                DeliveryFrom = new(2023, 10, 1),
                DeliveryTo = new(2025, 3, 31),
                MatchPercent = matchPercent,
                CapPerBid = null,
            }
        );

    public static Grant Granted(Line[] lines, decimal match = 0, IReadOnlyList<string>? conditions = null, int matchPercent = 50)
    {
        var round = SaferStreets(matchPercent);
        var bid = Draft(round);
        foreach (var line in lines)
        {
            BudgetLine[] budget = [.. Lines(line).Where(l => l.Amount.Pence > 0)];
            Output[] outputs = line.Target is { } t ? [new(t.Indicator, t.Before, TargetKind.UpTo)] : [];
            Assert.Equal(
                Result.Done,
                bid.Save(
                    new InterventionAnswers(new(line.Id, line.Name, "", budget, outputs, [])),
                    round.Window(),
                    bid.Version,
                    Ann,
                    round.OpensAt
                )
            );
        }
        if (match > 0)
            Assert.Equal(
                Result.Done,
                bid.Save(
                    new MatchAnswers(new(Guid.NewGuid(), "Council", Year1, MatchKind.Cash, Money.FromPounds(match), true)),
                    round.Window(),
                    bid.Version,
                    Ann,
                    round.OpensAt
                )
            );
        var decided = new DecidedBid(bid.Reference, bid.Partnership, "", [.. lines.Select(Decided)], conditions ?? []);
        return Grant.Make(bid, round, decided, "EXE005-24", Olu, Supported);
    }

    private static IEnumerable<BudgetLine> Lines(Line line) =>
        [
            new(Year1, SpendKind.Revenue, Money.FromPounds(line.First)),
            new(Year2, SpendKind.Revenue, Money.FromPounds(line.SecondBefore ?? line.Second)),
        ];

    private static DecidedIntervention Decided(Line line) =>
        new(
            line.Id,
            line.Name,
            [
                new(line.Id, Year1, SpendKind.Revenue, Money.FromPounds(line.First)),
                new(
                    line.Id,
                    Year2,
                    SpendKind.Revenue,
                    Money.FromPounds(line.Second),
                    line.SecondBefore is { } before ? Money.FromPounds(before) : null
                ),
            ],
            line.Target is { } target ? [new(target.Indicator, target.After, TargetKind.UpTo)] : [],
            line.Note is { } note ? [new(Year2, note)] : []
        );

    /// <summary>A supported record after the award that approves moves of a grant's money.</summary>
    public static DecisionDetails Approves(params DecidedMove[] moves) =>
        new("EXE009-24", "Money for another year", Decision.Supported, new(2024, 6, 1), []) { Moves = moves };

    public static DecidedMove Move(Grant grant, FinancialYear? from, FinancialYear to, decimal pounds) =>
        new(grant.Reference, from, to, Money.FromPounds(pounds));

    public static NewVariation Asked(params NewAmount[] amounts) =>
        new(new(2024, 6, 3), "Prices fell", null, amounts, [], null, true, true);

    public static NewAmount Amount(Line line, FinancialYear year, decimal pounds) =>
        new(line.Id, year, SpendKind.Revenue, Money.FromPounds(pounds));
}
