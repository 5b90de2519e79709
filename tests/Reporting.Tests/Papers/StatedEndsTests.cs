using Platform.Contracts;
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
    public void Free_WithoutContradictionOrSubject_NoFlag(string text) => Assert.Empty(Of(PaperParts.PastYear, text));

    [Theory]
    [InlineData("Streetvibe continues until March 2024.", "Streetvibe")]
    [InlineData("Target hardening in Melton runs until May 2024.", "Target hardening")]
    [InlineData("Crimestoppers’ work is well liked and ends in June 2024.", "Campaign via Crimestoppers")]
    [InlineData("Safer Streets 5 in Melton ends in June 2024.", "Safer Streets 5 in Melton")]
    public void Free_WithAnotherEnd_NamesWhatIsMeant(string text, string name) =>
        Assert.StartsWith(name + ": the paper says that it runs until ", Assert.Single(Of(PaperParts.PastYear, text)).Text);

    [Fact]
    public void WordsOnAGrant_WithoutAName_MeanTheGrant() =>
        Assert.StartsWith(
            "Safer Streets 5 in Melton: ",
            Assert.Single(Of(PaperParts.Delivery("SS5-MEL-01"), "It all runs until June 2024.")).Text
        );

    private static IReadOnlyList<PaperFlag> Of(string part, string text)
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
        return [.. StatedEnds.Of(paper)];
    }
}
