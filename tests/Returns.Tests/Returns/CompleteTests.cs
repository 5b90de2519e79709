using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns;

[Rule]
public class CompleteTests
{
    [Theory]
    [InlineData(DeliveryStatus.Complete, 0)]
    [InlineData(DeliveryStatus.Delayed, 4)]
    public void Missing_InterventionOfAnEarlierReturn_IsAskedForUnlessItWasComplete(DeliveryStatus before, int asked)
    {
        var made = Given.Grant(new(2024, 4, 1), new(2024, 9, 30), Given.In(2024, 4, 8));
        var returns = Given.Schedule(made, new(DueRuleKind.LastDayOfMonthAfter));
        Assert.True(
            returns[0]
                .SaveLine(Given.LineOf(Given.Hardening) with { Status = before }, returns[0].Version, Given.Editor, Given.In(2024, 7, 2))
                .IsDone
        );
        var figures = new GrantFigures([returns[0]], returns[1].Quarter);
        Assert.Equal(asked, ReturnCheck.Missing(Given.Hardening, returns[1], figures, Given.Community).Count());
    }
}
