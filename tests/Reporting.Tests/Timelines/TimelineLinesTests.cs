using Platform.Reporting.Timelines;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Reporting.Tests.Timelines;

/// <summary>No contract is forgotten: it has a line on timelines, or it is said to be no news.</summary>
[Rule]
public sealed class TimelineLinesTests
{
    [Fact]
    public void EveryContract_HasALine_OrIsNoNews() =>
        Assert.Equal(
            EventTypes.All.Select(t => t.Name).Order(),
            [.. TimelineLines.Said.Concat(TimelineLines.NoNews).Select(t => t.Name).Order()]
        );

    [Fact]
    public void TheConsumer_TakesWhatHasALine() =>
        Assert.Equal(TimelineLines.Said.Select(t => t.Name).Order(), [.. ConsumerIndex.TakenBy(typeof(ActivityConsumer)).Order()]);
}
