using Platform.Contracts;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Bidding;

[Rule]
public sealed class InterventionRulesTests
{
    private static readonly Intervention Right = Hardening();
    private static readonly BudgetLine Line = Right.Budget[0];
    private static readonly Output Output = Right.Outputs[0];

    public static TheoryData<string, string, object> Wrong =>
        new()
        {
            { "Name", "Enter the intervention’s name", Right with { Name = " " } },
            { "Name", "Name must be 100 characters or less", Right with { Name = new('n', 101) } },
            { "Description", "Description must be 2,000 characters or less", Right with { Description = new('d', 2001) } },
            { "Budget", "2027/28 is not a year of this round", Right with { Budget = [Line with { Year = new(2027) }] } },
            { "Budget", "Revenue in 2025/26 must be more than £0", Right with { Budget = [Line with { Amount = Money.Zero }] } },
            {
                "Budget",
                "Revenue in 2025/26 must be £999,999,999.99 or less",
                Right with
                {
                    Budget = [Line with { Amount = new(Money.Largest.Pence + 1) }],
                }
            },
            { "Budget", "Enter one amount for each year and kind", Right with { Budget = [Line, Line] } },
            { "Budget", "Each amount must be capital or revenue", Right with { Budget = [Line with { Kind = (SpendKind)7 }] } },
            {
                "Outputs",
                "What is counted must be between 1 and 100 characters",
                Right with
                {
                    Outputs = [Output with { Indicator = "" }],
                }
            },
            {
                "Outputs",
                "What is counted must be between 1 and 100 characters",
                Right with
                {
                    Outputs = [Output with { Indicator = null! }],
                }
            },
            {
                "Outputs",
                "Target for homes target hardened must be between 1 and 10,000,000",
                Right with
                {
                    Outputs = [Output with { Target = 0 }],
                }
            },
            {
                "Outputs",
                "Target for homes target hardened must be between 1 and 10,000,000",
                Right with
                {
                    Outputs = [Output with { Target = 10_000_001 }],
                }
            },
            { "Outputs", "A target must be fixed, up to or at least", Right with { Outputs = [Output with { Kind = (TargetKind)7 }] } },
            {
                "Outputs",
                "Each output must count something different",
                Right with
                {
                    Outputs = [Output, Output with { Indicator = "Homes target hardened" }],
                }
            },
            { "Areas", "Leicester 023A is not in Melton", Right with { Areas = ["Leicester 023A"] } },
        };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void Save_OneThingWrong_IsSaidAtItsField(string field, string message, object typed)
    {
        var round = Round();
        var bid = Draft(round);
        var problem = Assert.Single(
            bid.Save(new InterventionAnswers((Intervention)typed), round.Window(), bid.Version, Ann, Open).Problems
        );
        Assert.Equal((field, message), (problem.Field, problem.Message));
        Assert.Empty(bid.Content.Interventions);
    }

    [Fact]
    public void Problems_AtTheLimits_None() =>
        Assert.Empty(
            InterventionRules.Problems(
                Right with
                {
                    Name = new('n', 100),
                    Description = new('d', 2000),
                    Budget = [Line with { Amount = new(1) }, Line with { Kind = SpendKind.Capital, Amount = Money.Largest }],
                    Outputs = [Output with { Target = 1 }, Output with { Indicator = "visits", Target = 10_000_000 }],
                    Areas = [],
                },
                Round(),
                Melton
            )
        );
}
