using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.Grants.GivenGrants;

namespace Platform.Bids.Tests.Grants;

[Rule]
public sealed class GrantVariationTests
{
    private static readonly DateTimeOffset At = new(2024, 7, 1, 10, 0, 0, TimeSpan.Zero);
    private static readonly Line Hardening = OadbyAndWigston[3];
    private readonly Grant grant = Granted(OadbyAndWigston);

    private Result Vary(NewVariation asked, DecisionDetails? basis = null) =>
        grant.Vary(asked with { DecisionReference = basis?.Reference }, grant.Version, basis, GivenModel.Olu, At);

    private DecidedMove Move(FinancialYear? from, FinancialYear to, decimal pounds) => GivenGrants.Move(grant, from, to, pounds);

    private string Refuses(string field, NewVariation asked, DecisionDetails? basis = null)
    {
        grant.TakeRaised();
        var before = grant.Details;
        var problem = Assert.Single(Vary(asked, basis).Problems);
        Assert.Equal(field, problem.Field);
        Assert.Same(before, grant.Details);
        Assert.Empty(grant.TakeRaised());
        return problem.Message;
    }

    [Fact]
    public void Vary_CutLinkedToATarget_KeepsOriginalAndEveryVariation()
    {
        grant.TakeRaised();
        var original = grant.Details.Original;
        var asked = Asked(Amount(Hardening, Year2, 20_000)) with { Targets = [new(Hardening.Id, "homes target hardened", 250, Year2)] };
        Assert.True(Vary(asked).IsDone);
        var raised = Assert.IsType<GrantVaried>(Assert.Single(grant.TakeRaised()));
        Assert.Equal(
            (2, 2, "Prices fell", new DateOnly(2024, 6, 3)),
            (raised.Version, raised.Variation.Number, raised.Variation.Reason, raised.Variation.On)
        );
        Assert.Equal(
            [new AmountChange(Hardening.Id, Year2, SpendKind.Revenue, Money.FromPounds(43_750), Money.FromPounds(20_000))],
            raised.Variation.Amounts
        );
        Assert.Equal([new TargetChange(Hardening.Id, "homes target hardened", 400, 250, Year2)], raised.Variation.Targets);
        Assert.Equal([1, 2], raised.Details.Variations.Select(v => v.Number));
        Assert.Same(original, raised.Details.Original);
        Assert.Equal(
            (Money.FromPounds(20_000), 250),
            (raised.Details.Interventions.InYear(Year2), raised.Details.Interventions.Target(Hardening.Id, "homes target hardened"))
        );
    }

    [Fact]
    public void Vary_WithoutWhatItNeeds_IsRefusedByField()
    {
        var cut = Asked(Amount(Hardening, Year2, 20_000));
        Refuses("Reason", cut with { Reason = " " });
        Refuses("On", cut with { On = null });
        Refuses("On", cut with { On = new(2024, 4, 23) });
        Refuses("On", cut with { On = new(2025, 4, 1) });
        Refuses("Amounts", Asked());
        Refuses("Amounts", Asked(Amount(Hardening, Year2, 43_750)));
        Refuses("Amounts[0]", Asked(Amount(Hardening, Year2, -1)));
        Refuses("Amounts[0]", Asked(Amount(new("Other", 1, 1), Year2, 1)));
        Refuses("Amounts[1]", Asked(Amount(Hardening, Year2, 1), Amount(Hardening, Year2, 2)));
        Refuses("Amounts", Asked(Amount(Hardening, new(2025), 1_000)), Approves(Move(null, new(2025), 1_000)));
        Refuses("Targets[0]", cut with { Targets = [new(Hardening.Id, "cats", 1)] });
        Refuses("Targets[0]", cut with { Targets = [new(Hardening.Id, "homes target hardened", -1)] });
        Refuses("Targets", cut with { Targets = [new(Hardening.Id, "homes target hardened", 250, Year1)] });
        Refuses("DeliveryTo", cut with { DeliveryTo = new(2023, 9, 30) });
        Refuses("Amounts", Asked() with { DeliveryTo = new(2024, 3, 31) });
        Assert.True(Vary(cut with { On = new(2024, 4, 24) }).IsDone);
        Assert.True(Vary(Asked(Amount(Hardening, Year2, 19_000)) with { On = new(2024, 7, 1) }).IsDone);
    }

    [Fact]
    public void Vary_MoneyMovesBetweenYearsOrGrows_NeedsALaterRecordThatNamesIt()
    {
        var moves = Asked(Amount(Hardening, Year1, 50_000), Amount(Hardening, Year2, 50_000));
        var more = Asked(Amount(Hardening, Year2, 43_750.01m));
        var approved = Approves(Move(Year1, Year2, 6_250));
        Assert.Equal("Enter the decision record that approved more money", Refuses("DecisionReference", more));
        Assert.Equal(
            "There is no supported decision record EXE009-24",
            Refuses("DecisionReference", moves, approved with { Decision = Decision.Deferred })
        );
        Assert.Equal(
            "EXE009-24 was corrected by EXE010-24. Enter that one",
            Refuses("DecisionReference", moves, approved with { SupersededBy = "EXE010-24" })
        );
        const string Before =
            "was decided with the award or before it. Enter the later record that names this move: £6,250 from 2023/24 to 2024/25";
        Assert.Equal($"EXE009-24 {Before}", Refuses("DecisionReference", moves, approved with { DecidedOn = new(2024, 4, 23) }));
        Assert.Equal($"EXE005-24 {Before}", Refuses("DecisionReference", moves, approved with { Reference = "EXE005-24" }));
        var beyond = $"EXE009-24 does not approve this for {grant.Reference}: £6,250 from 2023/24 to 2024/25";
        DecidedMove[][] others =
        [
            [],
            [Move(Year1, Year2, 6_249.99m)],
            [Move(Year2, Year1, 6_250)],
            [Move(null, Year2, 6_250)],
            [Move(Year1, Year2, 6_250) with { Grant = "CSP2025-RUT-09" }],
        ];
        foreach (var other in others)
            Assert.Equal(beyond, Refuses("DecisionReference", moves, Approves(other)));
        Refuses("DecisionReference", more, approved);
        // Within a year it is the office's own.
        Assert.True(Vary(Asked(Amount(Hardening, Year1, 50_000), Amount(OadbyAndWigston[4], Year1, 23_208))).IsDone);
    }

    [Fact]
    public void Vary_OnARecord_UsesWhatItApprovesOnce()
    {
        var basis = Approves(Move(Year1, Year2, 1_000), Move(null, Year2, 500));
        Assert.True(Vary(Asked(Amount(Hardening, Year1, 55_550), Amount(Hardening, Year2, 44_450)), basis).IsDone);
        Assert.Equal([new YearMove(Year1, Year2, Money.FromPounds(700))], grant.Details.Variations[^1].Moves);
        Assert.Equal(
            $"EXE009-24 does not approve this for {grant.Reference}: £301 from 2023/24 to 2024/25",
            Refuses("DecisionReference", Asked(Amount(Hardening, Year1, 55_249), Amount(Hardening, Year2, 44_751)), basis)
        );
        Assert.True(Vary(Asked(Amount(Hardening, Year1, 55_250), Amount(Hardening, Year2, 45_250)), basis).IsDone);
        Refuses("DecisionReference", Asked(Amount(Hardening, Year2, 45_250.01m)), basis);
    }

    [Fact]
    public void Vary_MatchFallsOrThereAreConditions_NeedsConfirming()
    {
        // £150,000 on £224,018 is 67%; on £300,018, 49.99%.
        var matched = Granted(OadbyAndWigston, 150_000, ["Planning consent"]);
        var basis = Approves(GivenGrants.Move(matched, null, Year2, 76_000));
        var asked = Asked(Amount(Hardening, Year2, 119_750)) with
        {
            DecisionReference = "EXE009-24",
            ConfirmsMatch = false,
            ConfirmsConditions = false,
        };
        Assert.Equal(
            "ConfirmsMatch ConfirmsConditions",
            string.Join(' ', matched.Vary(asked, 1, basis, GivenModel.Olu, At).Problems.Select(p => p.Field))
        );
        Assert.Equal(
            "ConfirmsConditions",
            Assert
                .Single(
                    matched
                        .Vary(
                            Asked(Amount(Hardening, Year2, 1)) with
                            {
                                ConfirmsMatch = false,
                                ConfirmsConditions = false,
                            },
                            1,
                            null,
                            GivenModel.Olu,
                            At
                        )
                        .Problems
                )
                .Field
        );
        Assert.Null(matched.Plan(asked with { Amounts = [Amount(Hardening, Year2, 119_732)] }, basis, GivenModel.Olu, At).Value.MatchFalls);
        Assert.True(matched.Vary(asked with { ConfirmsMatch = true, ConfirmsConditions = true }, 1, basis, GivenModel.Olu, At).IsDone);
    }

    [Fact]
    public void Vary_InterventionRemoved_TakesItsTargetsAlongAndMayComeBack()
    {
        Assert.True(Vary(Asked(Amount(Hardening, Year1, 0), Amount(Hardening, Year2, 0))).IsDone);
        Assert.DoesNotContain(grant.Details.Interventions, i => i.Id == Hardening.Id);
        Assert.Equal([new TargetChange(Hardening.Id, "homes target hardened", 400, 0, Year1)], grant.Details.Variations[^1].Targets);
        var back = Asked(Amount(Hardening, Year2, 5_000)) with { Targets = [new(Hardening.Id, "homes target hardened", 40)] };
        Assert.True(Vary(back, Approves(Move(null, Year2, 5_000))).IsDone);
        Assert.Equal("up to 40", Assert.Single(Assert.Single(grant.Details.Interventions, i => i.Id == Hardening.Id).Outputs).Describe());
    }

    [Fact]
    public void Vary_EndOfDelivery_MovesItAndOpensItsYears()
    {
        var asked = Asked(Amount(Hardening, new(2025), 1_000), Amount(Hardening, Year2, 42_750)) with { DeliveryTo = new(2025, 6, 30) };
        Assert.True(Vary(asked, Approves(Move(Year2, new(2025), 1_000))).IsDone);
        Assert.Equal(
            (new DateOnly(2025, 6, 30), new DateOnly(2025, 6, 30), new DateOnly(2025, 6, 30)),
            (grant.DeliveryTo, grant.Details.DeliveryTo, grant.Details.Variations[^1].DeliveryTo!.Value)
        );
    }

    [Fact]
    public void Vary_AnotherVersionWasRead_IsStale() =>
        Assert.Equal(ResultKind.Stale, grant.Vary(Asked(Amount(Hardening, Year2, 1)), 0, null, GivenModel.Olu, At).Kind);

    [Fact]
    public void Accept_Twice_IsOnce()
    {
        grant.TakeRaised();
        Assert.Equal(ResultKind.Stale, grant.Accept(7, GivenModel.Ann, At).Kind);
        Assert.True(grant.Accept(1, GivenModel.Ann, At).IsDone);
        Assert.True(grant.Accept(1, GivenModel.Olu, At.AddDays(1)).IsDone);
        var accepted = Assert.IsType<GrantAccepted>(Assert.Single(grant.TakeRaised()));
        Assert.Equal((GivenModel.Ann, At, 1), (accepted.Details.AcceptedBy, accepted.Details.AcceptedAt, grant.AcceptedVariations));
    }
}
