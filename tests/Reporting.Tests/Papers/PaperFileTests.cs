using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Platform.Contracts;
using static Platform.Reporting.Tests.Papers.PaperGiven;

namespace Platform.Reporting.Tests.Papers;

[Rule]
public sealed class PaperFileTests
{
    private static BoardPaper Full()
    {
        var figures = FiguresOf(Intervention("Target hardening", DeliveryStatus.Complete, 130, 149), Intervention("Streetvibe")) with
        {
            Overdue = [Overdue(named: true)],
            Money =
            [
                new(
                    "Community safety fund",
                    new(2024),
                    Money.FromPounds(228_965.40m),
                    Money.FromPounds(100_425.40m),
                    Money.FromPounds(87_825.10m),
                    Money.Zero,
                    Money.Zero,
                    Money.FromPounds(12_600.30m),
                    Money.Zero
                ),
            ],
        };
        var paper = Written(figures);
        paper.Write(PaperParts.PastYear, false, "One & <two>\u0001:\n- a\n- b", paper.Version, Sam, At);
        return paper;
    }

    [Fact]
    public void File_IsValid() =>
        Read(document =>
            Assert.Empty(
                new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016)
                    .Validate(document)
                    .Select(e => $"{e.Path?.XPath}: {e.Description}")
            )
        );

    [Fact]
    public void Headings_AreHeadings() =>
        Read(document =>
        {
            var headings = Paragraphs(document)
                .Where(p => Style(p)?.StartsWith("Heading", StringComparison.Ordinal) == true)
                .Select(p => (Style(p), p.InnerText))
                .ToList();
            Assert.Contains(("Heading1", "Background"), headings);
            Assert.Contains(("Heading2", "Past year"), headings);
            var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);
            Assert.Equal(
                ("heading 1", 0),
                (styles["Heading1"].StyleName!.Val!.Value, styles["Heading1"].StyleParagraphProperties!.OutlineLevel!.Val!.Value)
            );
            Assert.Equal("Update", Paragraphs(document).Single(p => Style(p) == "Title").InnerText);
        });

    [Fact]
    public void Paragraphs_AreNumberedByOneList_AndLettersAreItsSecondLevel() =>
        Read(document =>
        {
            var numbering = document.MainDocumentPart!.NumberingDefinitionsPart!.Numbering!;
            var list = Assert.Single(numbering.Elements<NumberingInstance>());
            var levels = Assert
                .Single(numbering.Elements<AbstractNum>())
                .Elements<Level>()
                .Select(l => l.NumberingFormat!.Val!.Value)
                .ToList();
            Assert.Equal([NumberFormatValues.Decimal, NumberFormatValues.LowerLetter], levels);
            var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(s => s.StyleId!.Value!);
            foreach (var (style, level) in new[] { ("NumberedParagraph", 0), ("LetteredItem", 1) })
            {
                var number = styles[style].StyleParagraphProperties!.NumberingProperties!;
                Assert.Equal((list.NumberID!.Value, level), (number.NumberingId!.Val!.Value, number.NumberingLevelReference!.Val!.Value));
            }
            var paper = PaperDocument.Of(Full()).OfType<PaperParagraph>().Where(p => p.Number is not null).ToList();
            Assert.Equal(paper.Count, Paragraphs(document).Count(p => Style(p) == "NumberedParagraph"));
            Assert.Equal(paper.Sum(p => p.Items.Count), Paragraphs(document).Count(p => Style(p) == "LetteredItem"));
            // No number is typed, and no control character is left.
            Assert.Contains(Paragraphs(document), p => p.InnerText == "One & <two>:");
        });

    [Fact]
    public void Tables_HaveAHeadThatRepeats() =>
        Read(document =>
        {
            var tables = document.MainDocumentPart!.Document.Body!.Elements<Table>().ToList();
            Assert.Equal(3, tables.Count);
            Assert.All(tables, t => Assert.Equal(9072, Columns(t).Sum()));
            // 9 point Arial is 5 points wide at the most, a cell's margins 8.
            Assert.All(
                tables,
                t =>
                    Assert.All(
                        t.Elements<TableRow>(),
                        row =>
                            Assert.All(
                                row.Elements<TableCell>().Zip(Columns(t)),
                                cell =>
                                    Assert.True(
                                        cell.Second >= 160 + 100 * cell.First.InnerText.Split(' ', '-').Max(word => word.Length),
                                        $"{cell.First.InnerText} has {cell.Second}"
                                    )
                            )
                    )
            );
            Assert.All(tables, t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
            Assert.Equal(
                ["Melton", "Target hardening", "homes", "up to 130", "149", "19 more than planned"],
                tables[0].Elements<TableRow>().Last().Elements<TableCell>().Select(c => c.InnerText)
            );
        });

    [Fact]
    public void File_SaysItsTitleLanguageAndPageNumbers() =>
        Read(document =>
        {
            Assert.Equal(
                ("Safer Communities Strategy Board, 13 December 2024: Update", "en-GB"),
                (document.PackageProperties.Title, document.PackageProperties.Language)
            );
            Assert.Equal(
                "en-GB",
                document
                    .MainDocumentPart!
                    .StyleDefinitionsPart!
                    .Styles!
                    .DocDefaults!
                    .RunPropertiesDefault!
                    .RunPropertiesBaseStyle!
                    .Languages!
                    .Val!
                    .Value
            );
            Assert.Equal(
                ["PAGE", "NUMPAGES"],
                document.MainDocumentPart.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(f => f.Instruction!.Value)
            );
            Assert.StartsWith("Draft. ", document.MainDocumentPart.FooterParts.Single().Footer!.InnerText);
        });

    private static IEnumerable<int> Columns(Table table) =>
        table.GetFirstChild<TableGrid>()!.Elements<GridColumn>().Select(c => int.Parse(c.Width!.Value!));

    private static void Read(Action<WordprocessingDocument> look)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(PaperFile.Of(Full())), false);
        look(document);
    }

    private static IEnumerable<Paragraph> Paragraphs(WordprocessingDocument document) =>
        document.MainDocumentPart!.Document.Body!.Elements<Paragraph>();

    private static string? Style(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;
}
