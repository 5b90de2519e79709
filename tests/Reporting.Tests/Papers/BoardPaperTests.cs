using System.Text.Json;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;
using static Platform.Reporting.Tests.Papers.PaperGiven;

namespace Platform.Reporting.Tests.Papers;

[Rule]
public sealed class BoardPaperTests
{
    [Fact]
    public void Issue_WithFlags_NeedsThemReadAndKeepsThem()
    {
        var (paper, flags) = (Written(), new[] { new PaperFlag("Odd", "/grants/x", "Open") });
        var refused = paper.Issue(flags, false, Sam, At);
        Assert.Equal("Acknowledged", Assert.Single(refused.Problems).Field);
        Assert.Equal(BoardPaperState.Draft, paper.State);
        Assert.True(paper.Issue(flags, true, Sam, At).IsDone);
        Assert.Equal(flags, paper.Flags);
        Assert.IsType<BoardPaperIssued>(paper.TakeRaised()[^1]);
    }

    [Fact]
    public void Issued_ChangesNoMore()
    {
        var paper = Written();
        paper.Issue([], false, Sam, At);
        var version = paper.Version;
        Assert.Equal("paper-issued", paper.Write(PaperParts.Background, false, "Other", version, Sam, At).Code);
        Assert.Equal("paper-issued", paper.Describe(About with { Title = "Other" }, Sam, At).Code);
        Assert.Equal("paper-issued", paper.Refresh(FiguresOf(), Sam, At).Code);
        Assert.Equal("paper-issued", paper.Discard(Sam, At).Code);
        Assert.True(paper.Issue([], false, Sam, At).IsDone);
        Assert.Equal(version, paper.Version);
    }

    [Fact]
    public void Issued_SaysToTheLetterWhatItSaidThen()
    {
        var paper = Written(FiguresOf(Intervention("Streetvibe")) with { Overdue = [Overdue()] });
        var before = PaperDocument.Of(paper).Where(b => b is not PaperPlace).ToList();
        paper.Issue([], true, Sam, At);
        var kept = JsonSerializer.Deserialize<List<PaperBlock>>(JsonSerializer.Serialize(paper.AsIssued, Doors.Json), Doors.Json)!;
        Assert.Equal(JsonSerializer.Serialize(before, Doors.Json), JsonSerializer.Serialize(kept, Doors.Json));
        Assert.Equal(before.Select(b => b.GetType()), kept.Select(b => b.GetType()));
        Assert.Same(paper.AsIssued, PaperDocument.Of(paper));
    }

    [Fact]
    public void Discarded_ChangesNoMore()
    {
        var paper = Written();
        Assert.True(paper.Discard(Sam, At).IsDone);
        Assert.Equal("paper-discarded", paper.Issue([], true, Sam, At).Code);
        Assert.Equal("paper-discarded", paper.Write(PaperParts.Background, false, "Other", 9, Sam, At).Code);
    }

    [Fact]
    public void Write_SamePartTwice_SecondReaderOfTheFirstVersionIsStale_OtherPartIsNot()
    {
        var paper = Paper();
        Assert.True(paper.Write(PaperParts.Background, false, "Mine", 1, Sam, At).IsDone);
        Assert.Equal(ResultKind.Stale, paper.Write(PaperParts.Background, false, "Yours", 1, Sam, At).Kind);
        Assert.Equal("Mine", paper.WordsOn(PaperParts.Background)!.Text);
        Assert.True(paper.Write(PaperParts.Background, false, "Mine", 1, Sam, At).IsDone);
        Assert.True(paper.Write(PaperParts.ComingYear, false, "Yours", 1, Sam, At).IsDone);
    }

    [Fact]
    public void Write_Replacing_NeedsWords_AndOnlyWhereDataWrites()
    {
        var paper = Paper();
        Assert.Equal("Text", Assert.Single(paper.Write(PaperParts.Overdue, true, " ", 1, Sam, At).Problems).Field);
        paper.Write(PaperParts.Background, true, "Mine", 1, Sam, At);
        Assert.False(paper.WordsOn(PaperParts.Background)!.Replaces);
        Assert.Equal(ResultKind.NotFound, paper.Write("delivery-XX", false, "Mine", 1, Sam, At).Kind);
        Assert.Contains("10,000", Assert.Single(paper.Write(PaperParts.Background, false, new('x', 10_001), 9, Sam, At).Problems).Message);
    }

    [Fact]
    public void Refresh_KeepsWords_AndTakesFigures()
    {
        var (paper, later) = (Written(), FiguresOf(Intervention("Streetvibe")) with { At = At.AddDays(1) });
        Assert.True(paper.Refresh(later, Sam, At.AddDays(1)).IsDone);
        Assert.Equal((later.At, later), (paper.AsAt, paper.Figures));
        Assert.Equal("We are the office.", paper.WordsOn(PaperParts.Background)!.Text);
    }

    [Fact]
    public void Draft_AfterAnother_BeginsWithItsBackgroundAndContact()
    {
        var last = Written();
        last.Write(PaperParts.Contact, false, "Sam\nsam@opcc.example", 9, Sam, At);
        var paper = Paper(last: last);
        Assert.Equal("We are the office.", paper.WordsOn(PaperParts.Background)!.Text);
        Assert.Equal("Sam\nsam@opcc.example", paper.WordsOn(PaperParts.Contact)!.Text);
        Assert.Null(paper.WordsOn(PaperParts.ComingYear));
        Assert.Equal("Sam Cole", Paper().WordsOn(PaperParts.Contact)!.Text);
    }

    [Fact]
    public void About_SaysWhatToEnter() =>
        Assert.Equal(
            ["Enter the title", "The name of the board must be 150 characters or less", "Enter the date of the meeting"],
            new PaperAbout("", new('x', 151), null).Problems().Select(p => p.Message)
        );
}
