using FsCheck;
using FsCheck.Fluent;
using Platform.Contracts;
using static Platform.Bids.Tests.Grants.GivenGrants;

namespace Platform.Bids.Tests.Grants;

[Rule]
public sealed class GrantProperties
{
    private static readonly DateTimeOffset At = new(2024, 7, 1, 10, 0, 0, TimeSpan.Zero);

    private sealed record Step(int Line, int Year, SpendKind Kind, long Pence, int Target);

    private static readonly Gen<Step> Steps =
        from line in Gen.Choose(0, OadbyAndWigston.Length - 1)
        from year in Gen.Frequency((9, Gen.Choose(2023, 2024)), (1, Gen.Constant(2025)))
        from kind in Gen.Elements(SpendKind.Revenue, SpendKind.Capital)
        from pence in Gen.Frequency((3, Gen.Constant(0)), (9, Gen.Choose(1, 9_999_999)), (1, Gen.Constant(-1)))
        from target in Gen.Frequency((15, Gen.Choose(0, 500)), (1, Gen.Constant(-1)))
        select new Step(line, year, kind, pence, target);

    private static readonly Gen<Step[][]> Sequences = Steps
        .ArrayOf()
        .Select(s => s.Take(6).ToArray())
        .ArrayOf()
        .Select(s => s.Take(8).ToArray());

    [Fact]
    public void Current_AnyVariations_IsTheOriginalPlusEveryChange() =>
        Holds(grant =>
        {
            var amounts = from v in grant.Variations from a in v.Amounts select (a.InterventionId, a.Year, a.Kind);
            var targets = from v in grant.Variations from t in v.Targets select (t.InterventionId, t.Indicator);
            var now = from i in grant.Interventions from l in i.Budget select (i.Id, l.Year, l.Kind);
            return amounts
                    .Concat(now)
                    .Distinct()
                    .All(l =>
                        grant.Interventions.Amount(l.Item1, l.Year, l.Kind).Pence
                        == grant.Promised().Amount(l.Item1, l.Year, l.Kind).Pence
                            + grant
                                .Variations.SelectMany(v => v.Amounts)
                                .Where(a => (a.InterventionId, a.Year, a.Kind) == (l.Item1, l.Year, l.Kind))
                                .Sum(a => a.To.Pence - a.From.Pence)
                    )
                && targets
                    .Distinct()
                    .All(t =>
                        grant.Interventions.Target(t.InterventionId, t.Indicator)
                        == grant.Promised().Target(t.InterventionId, t.Indicator)
                            + grant
                                .Variations.SelectMany(v => v.Targets)
                                .Where(c => (c.InterventionId, c.Indicator) == t)
                                .Sum(c => c.To - c.From)
                    );
        });

    [Fact]
    public void Totals_AnyVariations_AddUpPerYear() =>
        Holds(grant =>
            grant
                .Years()
                .All(y =>
                    grant.Interventions.InYear(y) == grant.Interventions.Sum(i => grant.Interventions.Amount(i.Id, y))
                    && grant.Interventions.InYear(y).Pence
                        == grant.Promised().InYear(y).Pence
                            + grant.Variations.SelectMany(v => v.Amounts).Where(a => a.Year == y).Sum(a => a.To.Pence - a.From.Pence)
                )
            && grant.Years().Sum(grant.Interventions.InYear) == grant.Total
        );

    [Fact]
    public void Amounts_AnyVariations_AreAboveNothingAndWithinTheDelivery() =>
        Holds(grant =>
            grant.Interventions.All(i =>
                i.Budget.Count > 0
                && i.Outputs.All(o => o.Target > 0)
                && i.Budget.All(l => l.Amount > Money.Zero && l.Year.From <= grant.DeliveryTo && l.Year.To >= grant.DeliveryFrom)
            )
        );

    [Fact]
    public void Numbers_AnyVariations_CountUpAndEachFollowsFromTheLast() =>
        Holds(grant =>
            grant.Variations.Select(v => v.Number).SequenceEqual(Enumerable.Range(1, grant.Variations.Count))
            && grant.Variations.All(v => v.Amounts.All(a => a.From != a.To) && v.Targets.All(t => t.From != t.To))
        );

    [Fact]
    public void Moves_AnyVariations_AreOnTheRecordAndChangeNoSum() =>
        Holds(grant =>
        {
            var approved = Moves(grant.Reference).ToLookup(m => (m.From, m.To), m => m.Amount);
            return grant
                    .Variations.SelectMany(v => v.Moves)
                    .GroupBy(m => (From: (FinancialYear?)m.From, m.To))
                    .All(m => m.Sum(x => x.Amount) <= approved[m.Key].Sum(a => a))
                && grant.Variations.All(v =>
                    v.Amounts.Sum(a => a.To.Pence - a.From.Pence) == v.ByYear().Sum(y => y.Added.Pence - y.Cut.Pence)
                );
        });

    private sealed record Act(int Kind, int Days, Step[] Steps);

    private static readonly Gen<Act[]> Acts = (
        from kind in Gen.Choose(0, 5)
        from days in Gen.Choose(0, 60)
        from steps in Steps.ArrayOf()
        select new Act(kind, days, [.. steps.Take(3)])
    )
        .ArrayOf()
        .Select(a => a.Take(12).ToArray());

    [Fact]
    public void Moves_OnNoRecord_AreApprovedBySomebodyElseAndLeaveTheSum()
    {
        var approved = 0;
        Prop.ForAll(
                Acts.ToArbitrary(),
                acts =>
                {
                    var grant = Granted(OadbyAndWigston);
                    var at = At;
                    foreach (var act in acts)
                    {
                        var before = grant.Details;
                        var who = act.Days % 2 == 0 ? GivenModel.Ann : GivenModel.Olu;
                        var number = grant.Details.AllVariations().Last().Number;
                        if (act.Kind < 3)
                            grant.Vary(
                                Asked(act.Kind == 0 ? Cut(act.Steps) : Moved(grant, act.Days)) with
                                {
                                    On = London.DateOf(at).AddDays(act.Days - 10),
                                },
                                grant.Version,
                                null,
                                GivenModel.Olu,
                                at
                            );
                        else if (act.Kind == 3 && grant.Approve(number, grant.Version, who, at).IsDone)
                            approved++;
                        else if (act.Kind == 4)
                            grant.Cancel(number, "Why", grant.Version, who, at);
                        else
                            at = at.AddDays(act.Days);
                        grant.BringUpTo(at);
                        if (grant.Details.Total > before.Total)
                            return false;
                    }
                    var recorded = grant.Details.Agreed();
                    return recorded.Variations.All(v =>
                            v.Number == 1 || v.Moves.Count == 0 || (v.ApprovedBy is { } by && by.UserId != v.By.UserId)
                        )
                        && recorded.Total.Pence
                            == recorded.Promised().Sum(i => i.Total).Pence
                                - recorded.Variations.SelectMany(v => v.ByYear()).Sum(y => y.Cut.Pence - y.Added.Pence);
                }
            )
            .QuickCheckThrowOnFailure();
        Assert.True(approved > 5, $"Only {approved} variations were approved");
    }

    private static NewAmount[] Cut(Step[] steps) =>
        [
            .. steps
                .DistinctBy(s => (s.Line, s.Year, s.Kind))
                .Select(s => new NewAmount(OadbyAndWigston[s.Line].Id, new(s.Year), s.Kind, new(s.Pence / 100))),
        ];

    private static NewAmount[] Moved(Grant grant, int pounds)
    {
        var (line, agreed) = (OadbyAndWigston[3], grant.Details.Agreed().Interventions);
        var moved = Money.FromPounds(pounds);
        return
        [
            new(line.Id, Year1, SpendKind.Revenue, agreed.Amount(line.Id, Year1, SpendKind.Revenue) - moved),
            new(line.Id, Year2, SpendKind.Revenue, agreed.Amount(line.Id, Year2, SpendKind.Revenue) + moved),
        ];
    }

    // Not every variation that is drawn is within what the record approves.
    private static IEnumerable<DecidedMove> Moves(string grant) =>
        from loser in new FinancialYear?[] { null, Year1, Year2 }
        from to in new[] { Year1, Year2 }
        where loser != to
        select new DecidedMove(grant, loser, to, Money.FromPounds(400_000));

    private static DecisionDetails Basis(Grant grant) => Approves([.. Moves(grant.Reference)]);

    private static void Holds(Func<GrantDetails, bool> law)
    {
        var recorded = 0;
        Prop.ForAll(
                Sequences.ToArbitrary(),
                sequence =>
                {
                    var grant = Granted(OadbyAndWigston);
                    foreach (var steps in sequence)
                    {
                        var hardening = OadbyAndWigston[3].Id;
                        var asked = Asked([
                            .. steps
                                .DistinctBy(s => (s.Line, s.Year, s.Kind))
                                .Select(s => new NewAmount(OadbyAndWigston[s.Line].Id, new(s.Year), s.Kind, new(s.Pence))),
                        ]) with
                        {
                            DecisionReference = "EXE009-24",
                            Targets = [.. steps.Take(1).Select(s => new NewTarget(hardening, "homes target hardened", s.Target))],
                        };
                        if (grant.Vary(asked, grant.Version, Basis(grant), GivenModel.Olu, At).IsDone)
                            recorded++;
                    }
                    return law(grant.Details);
                }
            )
            .QuickCheckThrowOnFailure();
        Assert.True(recorded > 100, $"Only {recorded} variations were taken");
    }
}
