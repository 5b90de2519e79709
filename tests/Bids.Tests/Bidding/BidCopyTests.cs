using Platform.Contracts;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Bidding;

[Rule]
public sealed class BidCopyTests
{
    private static readonly Question Who = new(Guid.NewGuid(), "Who?", "", false, 100);
    private readonly Round from = Round(NewRound() with { Questions = [Who, new(Guid.NewGuid(), "Why?", "", false, 100)] });
    private readonly Round to = Round(
        NewRound() with
        {
            DeliveryFrom = new(2027, 4, 1),
            DeliveryTo = new(2028, 3, 31),
            Themes = ["Antisocial behaviour"],
            Questions = [Who with { Id = Guid.NewGuid() }],
        }
    );

    [Fact]
    public void Into_MovesTheFirstYearToTheFirstAndDropsWhatIsOutside()
    {
        var intervention = Hardening() with
        {
            Budget = [new(new(2025), SpendKind.Revenue, new(100)), new(new(2026), SpendKind.Capital, new(200))],
            From = new(2025, 5, 1),
            To = new(2027, 1, 31),
        };
        var content = new BidContent
        {
            Title = "T",
            Theme = "Neighbourhood crime",
            Answers = [.. from.Questions.Select(q => new Answer(q.Id, q.Text + " Us"))],
            Interventions = [intervention],
            Completed = [BidSections.Risks],
            Match =
            [
                new(Guid.NewGuid(), "Council", new(2025), MatchKind.Cash, new(1), true),
                new(Guid.NewGuid(), "Council", new(2026), MatchKind.Cash, new(2), true),
            ],
            Risks = [new(Guid.NewGuid(), "Late", RiskLevel.Low, RiskLevel.Low, "Early", "")],
        };
        var copy = BidCopy.Into(to, from, content);
        Assert.Equal(("T", null, 0), (copy.Title, copy.Theme, copy.Completed.Count));
        Assert.Equal(new Answer(to.Questions[0].Id, "Who? Us"), Assert.Single(copy.Answers));
        var moved = Assert.Single(copy.Interventions);
        Assert.NotEqual(intervention.Id, moved.Id);
        Assert.Equal(new BudgetLine(new(2027), SpendKind.Revenue, new(100)), Assert.Single(moved.Budget));
        Assert.Equal((new DateOnly(2027, 5, 1), null), (moved.From!.Value, moved.To));
        Assert.Equal((new FinancialYear(2027), false), (Assert.Single(copy.Match).Year, copy.Match[0].Committed));
        Assert.NotEqual(content.Risks[0].Id, Assert.Single(copy.Risks).Id);
    }

    [Fact]
    public void Into_DropsThePrioritiesThatTheNewProfileDoesNotHave()
    {
        var content = new BidContent
        {
            Priority = "Burglary",
            Interventions =
            [
                Hardening() with
                {
                    Priority = "Burglary",
                    ServesPriority = true,
                },
                Hardening() with
                {
                    Priority = "Knives",
                    ServesPriority = true,
                },
                Hardening() with
                {
                    ServesPriority = true,
                },
            ],
        };
        var copy = BidCopy.Into(to, from, content, Profile(2027, "knives", "Drugs"));
        Assert.Equal(
            ("", "|False knives|True |False"),
            (copy.Priority, string.Join(' ', copy.Interventions.Select(i => $"{i.Priority}|{i.ServesPriority}")))
        );
        var without = BidCopy.Into(to, from, content);
        Assert.Equal(
            ("Burglary", "|True |True |True"),
            (without.Priority, string.Join(' ', without.Interventions.Select(i => $"{i.Priority}|{i.ServesPriority}")))
        );
    }
}
