using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Platform.Reporting.Papers;

/// <summary>How a paper looks. Sizes are in half points, distances in twentieths of a point.</summary>
internal static class PaperStyles
{
    public const string Body = "Normal";
    public const string Board = "Board";
    public const string Title = "Title";
    public const string Heading1 = "Heading1";
    public const string Heading2 = "Heading2";
    public const string Numbered = "NumberedParagraph";
    public const string Lettered = "LetteredItem";
    public const string Caption = "Caption";
    public const string Cell = "TableText";
    public const string CellHead = "TableHead";
    public const string Grid = "TableGrid";
    public const string Note = "Note";
    private const string Colour = "0B4F5C";

    public static Styles All() =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Arial",
                            HighAnsi = "Arial",
                            ComplexScript = "Arial",
                            EastAsia = "Arial",
                        },
                        new FontSize { Val = "22" },
                        new FontSizeComplexScript { Val = "22" },
                        new Languages
                        {
                            Val = "en-GB",
                            EastAsia = "en-GB",
                            Bidi = "ar-SA",
                        }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            After = "160",
                            Line = "276",
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle())
            {
                Type = StyleValues.Paragraph,
                StyleId = Body,
                Default = true,
            },
            Of(Board, "Board", null, [Space(0, 60)], [new Bold(), new FontSize { Val = "26" }]),
            Of(Title, "Title", null, [Space(240, 360)], [new Bold(), new Color { Val = Colour }, new FontSize { Val = "36" }]),
            Of(
                Heading1,
                "heading 1",
                0,
                [new KeepNext(), new KeepLines(), Space(360, 160)],
                [new Bold(), new Color { Val = Colour }, new FontSize { Val = "28" }]
            ),
            Of(Heading2, "heading 2", 1, [new KeepNext(), new KeepLines(), Space(240, 120)], [new Bold(), new FontSize { Val = "24" }]),
            Of(Numbered, "Numbered Paragraph", null, [Number(0), Space(120, 120)], []),
            Of(Lettered, "Lettered Item", null, [Number(1), Space(0, 80)], []),
            Of(Caption, "caption", null, [new KeepNext(), Space(240, 80)], [new Bold(), new FontSize { Val = "20" }]),
            Of(Cell, "Table Text", null, [Space(40, 40)], [new FontSize { Val = "18" }]),
            Of(CellHead, "Table Head", null, [new KeepNext(), Space(40, 40)], [new Bold(), new FontSize { Val = "18" }]),
            Of(Note, "Note", null, [Space(360, 0)], [new FontSize { Val = "18" }]),
            new Style(
                new StyleName { Val = "Table Grid" },
                new StyleTableProperties(
                    Borders(),
                    new TableCellMarginDefault(
                        new TableCellLeftMargin { Width = 85, Type = TableWidthValues.Dxa },
                        new TableCellRightMargin { Width = 85, Type = TableWidthValues.Dxa }
                    )
                )
            )
            {
                Type = StyleValues.Table,
                StyleId = Grid,
            }
        );

    /// <summary>"Page 1 of 3", at the foot of each page.</summary>
    public static Paragraph PageNumber(string before) =>
        new(
            new ParagraphProperties(new ParagraphStyleId { Val = Body }, new Justification { Val = JustificationValues.Right }),
            Words($"{before}Page "),
            new SimpleField(Words("1")) { Instruction = "PAGE" },
            Words(" of "),
            new SimpleField(Words("1")) { Instruction = "NUMPAGES" }
        );

    private static Run Words(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static Style Of(string id, string name, int? outline, IEnumerable<OpenXmlElement> paragraph, IEnumerable<OpenXmlElement> run)
    {
        var properties = new StyleParagraphProperties(paragraph);
        if (outline is { } level)
            properties.Append(new OutlineLevel { Val = level });
        var style = new Style(
            new StyleName { Val = name },
            new BasedOn { Val = Body },
            new NextParagraphStyle { Val = outline is null ? id : Numbered },
            new PrimaryStyle(),
            properties
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
        if (run.Any())
            style.Append(new StyleRunProperties(run));
        return style;
    }

    private static NumberingProperties Number(int level) =>
        new(new NumberingLevelReference { Val = level }, new NumberingId { Val = PaperNumbering.Id });

    private static SpacingBetweenLines Space(int before, int after) => new() { Before = Text(before), After = Text(after) };

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static TableBorders Borders() =>
        new(
            Line<TopBorder>(),
            Line<LeftBorder>(),
            Line<BottomBorder>(),
            Line<RightBorder>(),
            Line<InsideHorizontalBorder>(),
            Line<InsideVerticalBorder>()
        );

    private static T Line<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4,
            Space = 0,
            Color = "7A8B8F",
        };
}
