using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Reporting.Tests.Papers.PaperGiven;

namespace Platform.Reporting.Tests.Papers;

[Rule]
public sealed class StatedEndsTests
{
    [Theory]
    [InlineData("It runs until March 2025", "2025-03-01")]
    [InlineData("until the end of March 2024", "2024-03-01")]
    [InlineData("continues to 30 Sept 2024", "2024-09-01")]
    [InlineData("ending in early may 2024", "2024-05-01")]
    [InlineData("Training due at the end of November 2024", null)]
    [InlineData("scheduled for end of November 2024", null)]
    [InlineData("until March", null)]
    [InlineData("The spend in March 2024 was high", null)]
    public void Ends_AreFoundInWords(string text, string? month) =>
        Assert.Equal(month is null ? [] : [DateOnly.Parse(month, null)], StatedEnds.Ends(text).Select(e => e.Month));

    [Theory]
    [InlineData("Streetvibe continues until March 2025.")]
    [InlineData("We met in Melton. It was open until May 2024.")]
    [InlineData("Target hardening runs until May 2024.")]
    public void Free_WithoutContradictionOrSubject_NoFlag(string text) => Assert.Empty(Flags(PaperParts.PastYear, text));

    [Theory]
    [InlineData("Streetvibe continues until March 2024.", "Streetvibe")]
    [InlineData("Target hardening in Melton runs until May 2024.", "Target hardening")]
    [InlineData("Crimestoppers’ work is well liked and ends in June 2024.", "Campaign via Crimestoppers")]
    [InlineData("Safer Streets 5 in Melton ends in June 2024.", "Safer Streets 5 in Melton")]
    public void Free_WithAnotherEnd_NamesWhatIsMeant(string text, string name) =>
        Assert.StartsWith(name + ": the paper says that it runs until ", Assert.Single(Flags(PaperParts.PastYear, text)).Text);

    [Fact]
    public void AnEnd_IsAnOpenQuestionInThePaper_UntilAnOfficerSettlesIt()
    {
        var paper = Written(PaperParts.Delivery("SS5-MEL-01"), "Streetvibe will continue delivery until the end of March 2024.");
        var end = Assert.Single(StatedEnds.Of(paper));
        Assert.Equal("delivery-ss5-mel-01-streetvibe-2024-03", end.Key);
        Assert.Contains(
            "Open question: the paper has Streetvibe run until March 2024, and its grant until 31 March 2025. Which is right has not been "
                + "settled.",
            Said(paper)
        );

        Assert.Equal(ResultKind.NotFound, paper.Settle("delivery-ss5-mel-01-streetvibe-2024-04", true, Sam, At).Kind);
        Assert.Equal("Select which date is right", Assert.Single(paper.Settle(end.Key, null, Sam, At).Problems).Message);
        Assert.True(paper.Settle(end.Key, true, Sam, At).IsDone);

        Assert.DoesNotContain(Said(paper), t => t.StartsWith("Open question", StringComparison.Ordinal));
        Assert.Contains(
            "Streetvibe runs until 31 March 2025, as granted. Where the paper says March 2024, that is no longer so.",
            Said(paper)
        );
        Assert.DoesNotContain(PaperFlags.Of(paper, 0), f => f.Text.StartsWith("Streetvibe", StringComparison.Ordinal));

        Assert.True(paper.Settle(end.Key, false, Sam, At).IsDone);
        Assert.Contains("Streetvibe ends in March 2024. Its grant, until 31 March 2025, is still to be varied.", Said(paper));
        Assert.True(paper.Issue([], true, Sam, At).IsDone);
        Assert.Equal("paper-issued", paper.Settle(end.Key, true, Sam, At).Code);
        Assert.Contains("Streetvibe ends in March 2024. Its grant, until 31 March 2025, is still to be varied.", Said(paper));
    }

    [Fact]
    public void WordsOnAGrant_WithoutAName_MeanTheGrant() =>
        Assert.StartsWith(
            "Safer Streets 5 in Melton: ",
            Assert.Single(Flags(PaperParts.Delivery("SS5-MEL-01"), "It all runs until June 2024.")).Text
        );

    private static IEnumerable<string> Said(BoardPaper paper) => PaperDocument.Of(paper).OfType<PaperParagraph>().Select(p => p.Text);

    private static IReadOnlyList<PaperFlag> Flags(string part, string text) =>
        [.. PaperFlags.Of(Written(part, text), 0).Where(f => f.Settle.Length > 0)];

    private static BoardPaper Written(string part, string text)
    {
        PaperIntervention[] both =
        [
            Intervention("Streetvibe"),
            Intervention("Target hardening"),
            Intervention("Campaign via Crimestoppers"),
        ];
        var figures = FiguresOf(both);
        var paper = Paper(
            figures with
            {
                Grants =
                [
                    .. figures.Grants,
                    figures.Grants[0] with
                    {
                        Reference = "SS5-OAD-01",
                        Partnership = Partnership.Get("OAD"),
                        Interventions = [Intervention("Target hardening")],
                    },
                ],
            }
        );
        paper.Write(part, false, text, 1, Sam, At);
        return paper;
    }
}
