using DocumentFormat.OpenXml.Wordprocessing;

namespace Platform.Reporting.Papers;

/// <summary>Numbers paragraphs 1, 2, 3 through the whole paper, and items a, b, c, starting from a in each paragraph.</summary>
internal static class PaperNumbering
{
    public const int Id = 1;

    public static Numbering All() =>
        new(
            new AbstractNum(
                new MultiLevelType { Val = MultiLevelValues.Multilevel },
                Level(0, NumberFormatValues.Decimal, "%1.", PaperStyles.Numbered, 567),
                Level(1, NumberFormatValues.LowerLetter, "%2.", PaperStyles.Lettered, 1134)
            )
            {
                AbstractNumberId = 0,
            },
            new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Id }
        );

    // Linked to its style, so that somebody who continues in Word picks the style and the numbering continues.
    private static Level Level(int index, NumberFormatValues format, string text, string style, int left) =>
        new(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new ParagraphStyleIdInLevel { Val = style },
            new LevelText { Val = text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(
                new Indentation { Left = left.ToString(System.Globalization.CultureInfo.InvariantCulture), Hanging = "567" }
            )
        )
        {
            LevelIndex = index,
        };
}
