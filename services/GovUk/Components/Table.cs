using Microsoft.AspNetCore.Html;

namespace Platform.GovUk.Components;

/// <summary>One cell.</summary>
public sealed record TableCell : Content
{
    /// <summary>"numeric" aligns it to the right.</summary>
    public string? Format { get; init; }

    /// <summary>How many columns it spans.</summary>
    public string? Colspan { get; init; }

    /// <summary>How many rows it spans.</summary>
    public string? Rowspan { get; init; }
}

/// <summary>Options of <see cref="Table"/>.</summary>
public sealed record TableOptions
{
    /// <summary>The caption.</summary>
    public string? Caption { get; init; }

    /// <summary>Classes of the caption.</summary>
    public string? CaptionClasses { get; init; }

    /// <summary>The heads of the columns.</summary>
    public IReadOnlyList<TableCell>? Head { get; init; }

    /// <summary>The rows.</summary>
    public IReadOnlyList<IReadOnlyList<TableCell>?> Rows { get; init; } = [];

    /// <summary>Whether the first cell of a row is its head.</summary>
    public bool FirstCellIsHeader { get; init; }

    /// <summary>Classes to add.</summary>
    public string? Classes { get; init; }

    /// <summary>Attributes to add.</summary>
    public IReadOnlyDictionary<string, string?>? Attributes { get; init; }
}

/// <summary>Table.</summary>
public static class Table
{
    /// <summary>Renders the component.</summary>
    public static IHtmlContent Render(TableOptions options) =>
        new Element("table", Write.Classes("govuk-table", options.Classes))
            .With(options.Attributes)
            .Add(
                string.IsNullOrEmpty(options.Caption)
                    ? null
                    : new Element("caption", Write.Classes("govuk-table__caption", options.CaptionClasses)).Text(options.Caption),
                options.Head is null
                    ? null
                    : new Element("thead", "govuk-table__head").Add(
                        new Element("tr", "govuk-table__row").Add(
                            options.Head.Select(cell => Cell("th", "govuk-table__header", cell).With("scope", "col"))
                        )
                    ),
                new Element("tbody", "govuk-table__body").Add(
                    options.Rows.Where(row => row is not null).Select(row => Row(row!, options.FirstCellIsHeader))
                )
            );

    private static Element Row(IReadOnlyList<TableCell> row, bool firstIsHead) =>
        new Element("tr", "govuk-table__row").Add(
            row.Select(
                (cell, index) =>
                    index == 0 && firstIsHead
                        ? Cell("th", "govuk-table__header", cell with { Format = null }).With("scope", "row")
                        : Cell("td", "govuk-table__cell", cell)
            )
        );

    private static Element Cell(string tag, string name, TableCell cell) =>
        new Element(tag, Write.Classes(name, string.IsNullOrEmpty(cell.Format) ? null : $"{name}--{cell.Format}", cell.Classes))
            .With("colspan", Write.Some(cell.Colspan))
            .With("rowspan", Write.Some(cell.Rowspan))
            .With(cell.Attributes)
            .Add(cell.Body);
}
