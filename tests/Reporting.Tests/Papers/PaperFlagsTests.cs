using Platform.Contracts;
using static Platform.Reporting.Tests.Papers.PaperGiven;

namespace Platform.Reporting.Tests.Papers;

[Rule]
public sealed class PaperFlagsTests
{
    [Fact]
    public void NothingOdd_NoFlag() => Assert.Empty(Of(FiguresOf(Intervention("Target hardening", DeliveryStatus.Complete, 130, 149))));

    [Fact]
    public void Complete_WithTargetMissed() =>
        Assert.Equal(
            "Melton, Target hardening: reported complete with 60 of up to 130 homes",
            Assert.Single(Of(FiguresOf(Intervention("Target hardening", DeliveryStatus.Complete, 130, 60)))).Text
        );

    [Fact]
    public void NotComplete_AfterTheEnd_OnTheDayAfterAlone()
    {
        Assert.Empty(Of(FiguresOf(Intervention("Streetvibe", to: new(2024, 12, 13)))));
        var flag = Assert.Single(Of(FiguresOf(Intervention("Streetvibe", to: new(2024, 12, 12)))));
        Assert.Equal(
            ("Melton, Streetvibe: not reported complete, though its delivery ended on 12 December 2024", "/grants/SS5-MEL-01"),
            (flag.Text, flag.Link)
        );
    }

    [Fact]
    public void ReportedCompleteAndLaterNot_IsFlagged() =>
        Assert.Equal(
            "Melton, Streetvibe: reported complete in quarter 1 of 2024/25, and no longer in quarter 2 of 2024/25",
            Assert.Single(Of(FiguresOf(Intervention("Streetvibe", completeIn: 1)))).Text
        );

    [Fact]
    public void VariedSinceTheLastReturn_IsFlagged()
    {
        var figures = FiguresOf();
        var varied = figures with { Grants = [figures.Grants[0] with { VariedSince = [new(2, new(2024, 11, 1), "Less money")] }] };
        Assert.Equal(
            "Melton, Safer Streets 5: variation 2 changed its amounts on 1 November 2024, after its last return. Less money",
            Assert.Single(Of(varied)).Text
        );
    }

    [Fact]
    public void MissingReturn_LeadsToTheReturn() =>
        Assert.Equal("/returns/SS5-MEL-01/2024-25-q2", Assert.Single(Of(FiguresOf() with { Overdue = [Overdue()] })).Link);

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, ", 1 working day late")]
    [InlineData(12, ", 12 working days late")]
    public void SentBackReturn_ItsFiguresAreChallenged(int late, string howLate)
    {
        var flag = Assert.Single(Of(FiguresOf() with { SentBack = [SentBack(late)] }));
        Assert.Equal(
            $"Melton’s return for quarter 2 of 2024/25 is sent back{howLate}: what the paper says of Safer Streets 5 there from it is "
                + "challenged",
            flag.Text
        );
        Assert.Equal("/returns/SS5-MEL-01/2024-25-q2", flag.Link);
    }

    [Fact]
    public void Narrative_WithAnotherEnd() =>
        Assert.Equal(
            "Streetvibe: Melton’s return says that it runs until March 2024, and its delivery ends on 31 March 2025. The paper calls that "
                + "an open question",
            Assert.Single(Of(FiguresOf(Intervention("Streetvibe", narrative: "Continues until the end of March 2024.")))).Text
        );

    [Fact]
    public void Since_AndEmptyParts_AndMeetingBeforeTheFigures()
    {
        Assert.Contains(
            PaperFlags.Of(Written(), 2),
            f =>
                f.Text.StartsWith("2 returns came in after the figures were frozen at 9:30am", StringComparison.Ordinal)
                && f.Link == "/reports/papers/1/refresh"
        );
        Assert.Equal(
            ["Nothing is written under “Background”", "Nothing is written under “Coming year”"],
            PaperFlags.Of(Paper(), 0).Select(f => f.Text)
        );
        var late = Written();
        late.Describe(About with { MeetingOn = new(2024, 12, 12) }, Sam, At);
        Assert.Equal("/reports/papers/1/about", Assert.Single(PaperFlags.Of(late, 0)).Link);
    }

    [Fact]
    public void WordsOnWhatIsGone_AreNotLostSilently()
    {
        var paper = Written(FiguresOf(Intervention("Streetvibe")));
        paper.Write(PaperParts.Delivery("SS5-MEL-01"), false, "Well done.", paper.Version, Sam, At);
        paper.Refresh(FiguresOf() with { Grants = [] }, Sam, At);
        Assert.Equal("/reports/papers/1/words/delivery-SS5-MEL-01", Assert.Single(PaperFlags.Of(paper, 0)).Link);
    }

    private static IReadOnlyList<PaperFlag> Of(PaperFigures figures) => PaperFlags.Of(Written(figures), 0);
}
