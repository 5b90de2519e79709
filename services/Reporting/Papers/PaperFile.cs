using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Platform.Contracts;
using Platform.GovUk;

namespace Platform.Reporting.Papers;

/// <summary>A board paper as a Word document, with real headings, numbering and tables.</summary>
internal static class PaperFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static string NameOf(BoardPaper paper) =>
        $"board-paper-{paper.MeetingOn:yyyy-MM-dd}-{paper.Number}{(paper.State == BoardPaperState.Draft ? "-draft" : "")}.docx";

    public static byte[] Of(BoardPaper paper)
    {
        var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var properties = document.PackageProperties;
            properties.Title = $"{paper.Meeting}, {London.Plain(paper.MeetingOn)}: {paper.Title}";
            properties.Subject = "Board paper";
            properties.Language = "en-GB";
            properties.Creator = paper.IssuedBy;
            properties.Created = paper.AsAt.UtcDateTime;
            properties.Modified = (paper.IssuedAt ?? paper.AsAt).UtcDateTime;
            var main = document.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = PaperStyles.All();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = PaperNumbering.All();
            main.AddNewPart<DocumentSettingsPart>().Settings = new(
                new Compatibility(
                    new CompatibilitySetting
                    {
                        Name = CompatSettingNameValues.CompatibilityMode,
                        Val = "15",
                        Uri = "http://schemas.microsoft.com/office/word",
                    }
                )
            );
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new(PaperStyles.PageNumber(paper.State == BoardPaperState.Issued ? "" : "Draft. "));
            main.Document = new(new Body([.. Blocks(paper, main), Section(main.GetIdOfPart(footer))]));
        }
        return file.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Blocks(BoardPaper paper, MainDocumentPart main)
    {
        yield return Paragraph(PaperStyles.Board, paper.Meeting);
        yield return Paragraph(PaperStyles.Board, London.Plain(paper.MeetingOn));
        yield return Paragraph(PaperStyles.Title, paper.Title);
        foreach (var block in PaperDocument.Of(paper))
        {
            switch (block)
            {
                case PaperHeading heading:
                    yield return Paragraph(heading.Level == 1 ? PaperStyles.Heading1 : PaperStyles.Heading2, heading.Text);
                    break;
                case PaperParagraph paragraph:
                    yield return Paragraph(paragraph.Number is null ? PaperStyles.Body : PaperStyles.Numbered, paragraph.Text, main);
                    foreach (var item in paragraph.Items)
                        yield return Paragraph(paragraph.Number is null ? PaperStyles.Body : PaperStyles.Lettered, item, main);
                    break;
                case PaperTable table:
                    foreach (var element in PaperGrid.Of(table))
                        yield return element;
                    break;
            }
        }
        yield return Paragraph(PaperStyles.Note, $"Figures as at {London.Moment(paper.AsAt)}.");
    }

    /// <param name="style">The style's id.</param>
    /// <param name="text">Its words, line by line.</param>
    /// <param name="main">Where the addresses in it become links; null where they stay words.</param>
    public static Paragraph Paragraph(string style, string text, MainDocumentPart? main = null)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        foreach (var (i, line) in Printable(text).Split('\n').Index())
        {
            if (i > 0)
                paragraph.Append(new Run(new Break()));
            foreach (var (said, address) in TypedLinks.Of(line))
            {
                var run = new Run(new Text(said) { Space = SpaceProcessingModeValues.Preserve });
                if (main is not null && Uri.TryCreate(address, UriKind.Absolute, out var link))
                {
                    run.RunProperties = new(new Color { Val = "0563C1" }, new Underline { Val = UnderlineValues.Single });
                    paragraph.Append(new Hyperlink(run) { Id = main.AddHyperlinkRelationship(link, isExternal: true).Id });
                }
                else
                    paragraph.Append(run);
            }
        }
        return paragraph;
    }

    // XML cannot hold control characters, which people paste without noticing.
    private static string Printable(string text) =>
        string.Concat(text.EnumerateRunes().Where(r => r.Value is '\n' or '\t' || (r.Value >= 0x20 && r.Value is not (0xFFFE or 0xFFFF))));

    // A4 with margins of 2.5 cm, in twentieths of a point.
    private static SectionProperties Section(string footer) =>
        new(
            new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin
            {
                Top = 1417,
                Bottom = 1417,
                Left = 1417,
                Right = 1417,
                Header = 708,
                Footer = 708,
                Gutter = 0,
            }
        );
}
