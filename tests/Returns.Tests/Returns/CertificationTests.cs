using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Tests.Returns;

[Rule]
public class CertificationTests
{
    private static readonly DateTimeOffset July = Given.In(2024, 7, 2);

    [Fact]
    public void HandOver_LineMissing_NamesTheIntervention()
    {
        var owed = Given.FirstQuarter();
        owed.SaveLine(Given.LineOf(Given.Hardening), owed.Version, Given.Editor, July);
        owed.SaveWhole(Given.Editor, July);
        var id = Given.Campaign.Id;
        Assert.Equal(
            [$"{id}/progress", $"{id}/spending", $"{id}/outputs", $"{id}/assets"],
            owed.HandOver(Given.Editor, July).Problems.Select(p => p.Field)
        );
        Assert.Equal(ReturnState.InProgress, owed.State);
    }

    [Fact]
    public void HandOver_BeforeItOpens_IsRefused() =>
        Assert.Equal("return-not-open", Given.FirstQuarter().HandOver(Given.Editor, Given.In(2024, 6, 30)).Code);

    [Fact]
    public void HandOver_Twice_IsDoneOnce()
    {
        var owed = Given.Ready(July);
        Assert.True(owed.HandOver(Given.Lead, July.AddHours(1)).IsDone);
        Assert.Empty(owed.TakeRaised());
        Assert.Equal(July, owed.Ready?.At);
    }

    [Fact]
    public void SaveLine_AfterHandOver_PutsItBackInProgress()
    {
        var owed = Given.Ready(July);
        Assert.True(owed.SaveLine(Given.LineOf(Given.Campaign, 9), owed.Version, Given.Editor, July).IsDone);
        Assert.Equal((ReturnState.InProgress, null), (owed.State, owed.Ready));
        Assert.Equal("not-ready-to-certify", owed.Submit(null, Given.Lead, July).Code);
    }

    [Fact]
    public void Submit_ByWhoeverEnteredALine_IsRefusedWhateverTheirNameIsNow()
    {
        var owed = Given.Ready(July);
        Assert.Equal("preparer-cannot-certify", owed.Submit(null, Given.Editor with { Name = "A. Patel" }, July).Code);
        Assert.Equal(ReturnState.ReadyToCertify, owed.State);
    }

    [Fact]
    public void Submit_ByOneOfTwoPreparers_IsRefusedUntilTheLineIsSavedByAnother()
    {
        var owed = Given.FirstQuarter();
        owed.SaveLine(Given.LineOf(Given.Hardening), owed.Version, Given.Lead, July);
        owed.SaveLine(Given.LineOf(Given.Campaign), owed.Version, Given.Editor, July);
        owed.SaveWhole(Given.Editor, July);
        owed.HandOver(Given.Editor, July);
        Assert.Equal("preparer-cannot-certify", owed.Submit(null, Given.Lead, July).Code);

        owed.SaveLine(Given.LineOf(Given.Hardening), owed.Version, Given.Editor, July);
        owed.HandOver(Given.Editor, July);
        Assert.True(owed.Submit(null, Given.Lead, July).IsDone);
    }

    [Fact]
    public void Submit_SameNameOtherPerson_IsTaken() =>
        Assert.True(Given.Ready(July).Submit(null, new(Guid.NewGuid(), Given.Editor.Name), July).IsDone);

    [Fact]
    public void Submit_FiguresChangedAndHandedOverAgainSinceTheyWereRead_IsStale()
    {
        var owed = Given.Ready(July);
        var read = owed.Version;
        owed.SaveLine(Given.LineOf(Given.Campaign, 9), owed.Version, Given.Editor, July);
        owed.HandOver(Given.Editor, July);
        Assert.Equal(ResultKind.Stale, owed.Submit(read, Given.Lead, July).Kind);
        Assert.True(owed.Submit(owed.Version, Given.Lead, July).IsDone);
    }

    [Theory]
    [InlineData("2024-07-31T22:59:59Z", 0)] // the last second of the due date in London
    [InlineData("2024-07-31T23:00:00Z", 1)] // Thursday 1 August begins
    [InlineData("2024-08-02T12:00:00Z", 2)]
    [InlineData("2024-08-04T12:00:00Z", 2)] // Sunday
    [InlineData("2024-08-27T12:00:00Z", 18)] // after the August bank holiday
    public void Submit_CountsLatenessInLondonWorkingDays(string at, int late)
    {
        var owed = Given.Ready(July);
        var instant = DateTimeOffset.Parse(at);
        owed.Submit(null, Given.Lead, instant);
        Assert.Equal((instant, late), (owed.FirstSubmittedAt, owed.WorkingDaysLate));
    }

    [Fact]
    public void Submit_SecondPress_KeepsTheFirstInstantAndRaisesNothing()
    {
        var owed = Given.Ready(July);
        owed.Submit(owed.Version, Given.Lead, July);
        var submitted = Assert.IsType<ReturnSubmitted>(Assert.Single(owed.TakeRaised()));
        Assert.Equal((July, 0), (submitted.Details.FirstSubmittedAt, submitted.Details.WorkingDaysLate));

        Assert.True(owed.Submit(1, Given.Lead, July.AddDays(60)).IsDone);
        Assert.Empty(owed.TakeRaised());
        Assert.Equal((July, 0), (owed.FirstSubmittedAt, owed.WorkingDaysLate));
    }

    [Fact]
    public void SaveLineAndHandOver_AfterSubmission_AreRefused()
    {
        var owed = Given.Ready(July);
        owed.Submit(null, Given.Lead, July);
        Assert.Equal("already-submitted", owed.SaveLine(Given.LineOf(Given.Campaign), owed.Version, Given.Editor, July).Code);
        Assert.Equal("already-submitted", owed.HandOver(Given.Editor, July).Code);
    }
}
