using static Platform.Reporting.Tests.Papers.PaperGiven;

namespace Platform.Reporting.Tests.Papers;

/// <summary>What a paper says of returns that were sent back and are not back.</summary>
[Rule]
public sealed class SentBackReturnsTests
{
    [Fact]
    public void Late_IsNamedBesideWhatNeverCameIn()
    {
        var (text, items) = FigureWords.Overdue(FiguresOf() with { Overdue = [Overdue()], SentBack = [SentBack(12, held: true)] });
        Assert.Contains("1 return was sent back to be changed, and is not back: what is reported from it is challenged.", text);
        Assert.Equal(2, items.Count);
        Assert.Equal(
            "Melton: quarter 2 of 2024/25 for Safer Streets 5, to be back by 27 November 2024, sent back, 12 working days late. "
                + "Sent back; last reminder unanswered; payment held.",
            items[^1]
        );
    }

    [Fact]
    public void AllCameIn_OneIsLateToBeBack_BothAreSaid() =>
        Assert.Equal(
            "Every quarterly return that was due has come in. 1 return was sent back to be changed, and is not back: what is reported from "
                + "it is challenged.",
            FigureWords.Overdue(FiguresOf() with { SentBack = [SentBack(1)] }).Text
        );

    [Fact]
    public void StillInTime_IsNotNamed()
    {
        var (text, items) = FigureWords.Overdue(FiguresOf() with { SentBack = [SentBack(0)] });
        Assert.Equal("Every quarterly return that was due has come in.", text);
        Assert.Empty(items);
    }

    [Fact]
    public void ChallengedFigures_AreMarkedWhereTheyAreTold()
    {
        var told = Intervention("Target hardening", target: 130, achieved: 149);
        var challenged = told with { IsChallenged = true, Targets = [told.Targets[0] with { Challenged = 89 }] };
        Assert.DoesNotContain("hallenged", Words(told));
        Assert.Contains("Challenged: the office has sent back 89 homes, and waits for the partnership’s answer.", Words(challenged));
        Assert.Contains("Challenged: the office has sent this back", Words(told with { IsChallenged = true }));
    }

    private static string Words(PaperIntervention intervention) =>
        string.Join(' ', DeliveryWords.Of(Grant(intervention), FiguresOf(intervention)).Items);
}
