using System.Globalization;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>The answer to a question, as a table that can be shown, drawn, downloaded and mailed.</summary>
/// <param name="Message">What it says, in words.</param>
/// <param name="Columns">The columns; the first names the row.</param>
/// <param name="Rows">Cell by cell.</param>
internal sealed record Report(string Message, IReadOnlyList<Column> Columns, IReadOnlyList<IReadOnlyList<Cell>> Rows)
{
    /// <summary>How many rows there are in all, where these are only a page of them.</summary>
    public int Count { get; init; } = Rows.Count;

    public IReadOnlyList<Cell>? Total { get; init; }

    /// <summary>What is missing from the figures, or how they were worked out.</summary>
    public IReadOnlyList<Cell> Notes { get; init; } = [];

    public Chart? Chart { get; init; }

    /// <summary>Whether its rows are already in the chosen order.</summary>
    public bool IsSorted { get; init; }

    /// <summary>Without the columns that are shown only where there is something in them.</summary>
    public Report Compact()
    {
        var kept = Enumerable
            .Range(0, Columns.Count)
            .Where(i => !Columns[i].IsOptional || Rows.Append(Total ?? []).Any(r => Has(r, i)))
            .ToList();
        return kept.Count == Columns.Count
            ? this
            : this with
            {
                Columns = [.. kept.Select(i => Columns[i])],
                Rows = [.. Rows.Select(r => Kept(r))],
                Total = Total is null ? null : Kept(Total),
                Chart = Chart is null ? null : Chart with { Columns = [.. Chart.Columns.Select(c => kept.IndexOf(c))] },
            };

        IReadOnlyList<Cell> Kept(IReadOnlyList<Cell> row) => [.. kept.Select(i => row[i])];

        static bool Has(IReadOnlyList<Cell> row, int column) => column < row.Count && row[column].Value is not (null or 0m or 0L or 0);
    }

    /// <summary>The same rows in another order. Empty values come last, either way.</summary>
    public Report SortedBy(string? sort)
    {
        var column = sort is null ? -1 : Columns.ToList().FindIndex(c => c.CanSort && c.Key == sort.TrimStart('-'));
        if (column < 0 || IsSorted)
            return this;
        var rows = Rows.OrderBy(r => Columns[column].IsNumber && r[column].Value is null);
        return this with
        {
            Rows = [.. sort![0] == '-' ? rows.ThenByDescending(r => Worth(r[column])) : rows.ThenBy(r => Worth(r[column]))],
        };

        static object Worth(Cell cell) =>
            cell.Value switch
            {
                int or long => Convert.ToDecimal(cell.Value, CultureInfo.InvariantCulture),
                Quarter quarter => quarter.From,
                null => cell.Text,
                var value => value,
            };
    }
}

/// <param name="Text">What it is called.</param>
/// <param name="IsNumber">Whether it holds numbers.</param>
/// <param name="CanSort">Whether the report can be sorted by it.</param>
internal sealed record Column(string Text, bool IsNumber = false, bool CanSort = false)
{
    /// <summary>Whether pages leave it out where all of it is nothing. Files have it always.</summary>
    public bool IsOptional { get; init; }

    /// <summary>In addresses: "working-days-overdue".</summary>
    public string Key => string.Join('-', Text.ToLowerInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>A line for each column, or bars side by side.</summary>
internal sealed record Chart(ChartKind Kind, IReadOnlyList<int> Columns, string Unit);

internal enum ChartKind
{
    Line,
    Bar,
}

/// <summary>A cell: its text for people, and its value for programs.</summary>
internal sealed record Cell(string Text, object? Value = null, string? Link = null, string? Colour = null)
{
    public static Cell Of(Money money, string? link = null) => new(money.ToString(), money.Pounds, money == Money.Zero ? null : link);

    /// <summary>Nothing to say here: not a number, and not £0.</summary>
    public static readonly Cell None = new("–");

    /// <summary>Spending, or what else returns report in money, beside what was reported on paper.</summary>
    public static Cell Reported(Money here, long quartersOnPaper, string? link = null) =>
        quartersOnPaper == 0
            ? Of(here, link)
            : new(ReportedOnPaper.Of(here, quartersOnPaper), here == Money.Zero ? null : here.Pounds, link);

    /// <summary>The same of things that are counted.</summary>
    public static Cell Reported(long here, bool isOnPaper, string? link = null) =>
        isOnPaper ? new(ReportedOnPaper.Of(here, isOnPaper), here == 0 ? null : here, link) : Of(here, link);

    /// <summary>A count; it links nowhere where there are no rows behind it.</summary>
    public static Cell Of(long count, string? link = null) =>
        new(count.ToString("N0", CultureInfo.InvariantCulture), count, count == 0 ? null : link);

    public static Cell Of(DateOnly day) => new(London.Plain(day), day);

    public static Cell Of(Percentage share, string? link = null) => new($"{share}", share.Value, link);

    /// <summary>"83%"; a dash where the whole is nothing.</summary>
    public static Cell Share(decimal part, decimal whole, string? link = null) => whole == 0 ? None : Of(Percentage.Of(part, whole), link);

    /// <summary>A share and the one that is expected, given as amounts; dashes where the whole is nothing.</summary>
    public static (Cell Share, Cell Expected) Shares(decimal part, decimal expected, decimal whole, string? link = null, string? to = null)
    {
        if (whole == 0)
            return (Share(part, whole, link), Share(expected, whole, to));
        var pair = Percentage.Pair(part, expected, whole);
        return (Of(pair.Share, link), Of(pair.Expected, to));
    }
}

/// <summary>A question that the office asks again and again.</summary>
internal interface IReport
{
    /// <summary>Its name in its address.</summary>
    string Name { get; }

    string Title { get; }

    /// <summary>What it shows, for the list of reports.</summary>
    string About { get; }

    /// <summary>Whether it is about one year; otherwise a year is only a filter.</summary>
    bool IsOfAYear { get; }

    /// <summary>Whether it is about one grant, which its address names. Other reports link to it.</summary>
    bool IsOfAGrant => false;

    /// <summary>Whether a filter narrows it. The year, the programme and the partnership always do.</summary>
    /// <param name="filter">Its name in addresses.</param>
    /// <param name="value">What it is set to.</param>
    bool IsNarrowedBy(string filter, string value) => false;

    Task<Report> ReadAsync(ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken);
}

/// <summary>Which rows are wanted.</summary>
internal sealed record Page(int Skip, int Take)
{
    public static readonly Page First = new(0, 50);

    /// <summary>For downloads.</summary>
    public static readonly Page All = new(0, 100_000);
}
