using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>A report's filters and order, as in its address.</summary>
internal sealed partial record ReportFilter
{
    private const string This = "this";

    public FinancialYear? Year
    {
        get;
        init
        {
            field = value;
            IsThisYear = false;
        }
    }

    /// <summary>Whether the year is whichever is running when it is read: it moves on by itself on 1 April.</summary>
    public bool IsThisYear { get; private init; }
    public string? Programme { get; init; }
    public Partnership? Partnership { get; init; }
    public Quarter? Quarter { get; init; }
    public Came? Came { get; init; }

    /// <summary>A grant's reference.</summary>
    public string? Grant { get; init; }

    /// <summary>The name of an intervention of the grant.</summary>
    public string? Intervention { get; init; }
    public string? Indicator { get; init; }
    public Said? Said { get; init; }

    /// <summary>The <see cref="Column.Key"/> of the figure that was opened: rows of which it is nothing are left out.</summary>
    public string? Of { get; init; }

    /// <summary>A <see cref="Column.Key"/>; a leading "-" reverses the order. Null for the report's own order.</summary>
    public string? Sort { get; init; }

    /// <summary>The same of the year that is running.</summary>
    public ReportFilter OfThisYear(DateOnly today) => this with { Year = FinancialYear.Of(today), IsThisYear = true };

    /// <summary>What was not understood of an address, by the filter's name.</summary>
    public IReadOnlyList<(string Name, string Value)> Unknown { get; private init; } = [];

    /// <summary>Reads what <see cref="Query"/> writes. What it does not understand is <see cref="Unknown"/>.</summary>
    /// <param name="query">The part of an address from the question mark.</param>
    /// <param name="today">Today in London, for "this year".</param>
    /// <param name="report">The report that is asked for; null for all of them side by side.</param>
    public static ReportFilter Parse(string? query, DateOnly today, IReport? report = null)
    {
        var parts = QueryHelpers.ParseQuery(query);
        string? Part(string name) => parts.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.ToString() : null;
        var read = new ReportFilter
        {
            Year = FinancialYear.Parse(Part("year")),
            Programme = Part("programme"),
            Partnership = Partnership.Find(Part("partnership")),
            Quarter = Contracts.Quarter.FromAddress(Part("quarter")),
            Came = Choice<Came>(Part("came")),
            Grant = Part("grant"),
            Intervention = Part("intervention"),
            Indicator = Part("indicator"),
            Said = Choice<Said>(Part("said")),
            Of = Part("of"),
            Sort = Part("sort"),
        };
        if (Part("year") == This)
            read = read.OfThisYear(today);
        (string Name, bool IsRead)[] choices =
        [
            ("year", read.Year is not null),
            ("partnership", read.Partnership is not null),
            ("quarter", read.Quarter is not null),
            ("came", read.Came is not null),
            ("said", read.Said is not null),
        ];
        var unknown = choices
            .Where(c => !c.IsRead && Part(c.Name) is not null)
            .Select(c => (c.Name, Part(c.Name)!))
            .Concat(read.Parts.Where(p => !IsOfAll(p.Name) && report?.IsNarrowedBy(p.Name, p.Value) != true).Select(p => (p.Name, p.Value)))
            .ToList();
        return unknown.Count == 0 ? read : read with { Unknown = unknown };
    }

    /// <summary>"?year=2024-25&amp;programme=...", or nothing.</summary>
    public string Query
    {
        get
        {
            var parts = Parts
                .Select(p => (p.Name, p.Value))
                .Concat(Sort is null ? [] : [("sort", Sort)])
                .Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}")
                .ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    /// <summary>"2024/25, Safer Streets 5, Melton"</summary>
    public string InWords => string.Join(", ", Parts.Select(p => p.Text));

    /// <summary>A filter that is set: its name and value in the address, its text for people, and the other filters without it.</summary>
    public IReadOnlyList<(string Name, string Value, string Text, ReportFilter Without)> Parts
    {
        get
        {
            var parts = new List<(string, string, string, ReportFilter)>();
            if (Year is { } year)
                parts.Add(
                    IsThisYear
                        ? ("year", This, $"This year ({year})", this with { Year = null })
                        : ("year", year.InAddress, year.ToString(), this with { Year = null })
                );
            if (Programme is not null)
                parts.Add(("programme", Programme, Programme, this with { Programme = null }));
            if (Partnership is not null)
                parts.Add(("partnership", Partnership.Code, Partnership.Name, this with { Partnership = null }));
            if (Quarter is { } quarter)
                parts.Add(("quarter", quarter.InAddress, quarter.ToString(), this with { Quarter = null }));
            if (Came is { } came)
                parts.Add(("came", Key(came), Words(Key(came)), this with { Came = null }));
            if (Grant is not null)
                parts.Add(("grant", Grant, Grant, this with { Grant = null, Intervention = null }));
            if (Intervention is not null)
                parts.Add(("intervention", Intervention, Intervention, this with { Intervention = null }));
            if (Indicator is not null)
                parts.Add(("indicator", Indicator, Indicator, this with { Indicator = null }));
            if (Said is { } said)
                parts.Add(("said", Key(said), Words(Key(said)), this with { Said = null }));
            if (Of is not null)
                parts.Add(("of", Of, $"Only with {Of.Replace('-', ' ')}", this with { Of = null }));
            return parts;
        }
    }

    private static bool IsOfAll(string filter) => filter is "year" or "programme" or "partnership";

    public string Address(string report) => $"/reports/{report}{(this with { Sort = null }).Query}";

    // "InOrDue" is "in-or-due" in addresses.
    private static string Key<T>(T choice)
        where T : struct, Enum => WordStart().Replace(choice.ToString(), "-$0").ToLowerInvariant();

    private static string Words(string key) => char.ToUpperInvariant(key[0]) + key[1..].Replace('-', ' ');

    private static T? Choice<T>(string? key)
        where T : struct, Enum => Enum.GetValues<T>().Where(c => Key(c) == key).Select(c => (T?)c).FirstOrDefault();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex WordStart();
}

/// <summary>When a return came in.</summary>
internal enum Came
{
    OnTime,
    Late,

    /// <summary>It is in, or overdue.</summary>
    InOrDue,
    NotIn,

    /// <summary>It is sent back, and not back.</summary>
    SentBack,
}

/// <summary>What figures of returns are about.</summary>
internal enum Said
{
    Achieved,
    Spent,
    SpentOnPriorities,
    Forecast,
    Match,
}
