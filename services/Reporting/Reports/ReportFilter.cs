using Microsoft.AspNetCore.WebUtilities;
using Platform.Contracts;

namespace Platform.Reporting.Reports;

/// <summary>What a report is narrowed to, as it stands in the address.</summary>
internal sealed record ReportFilter(FinancialYear? Year = null, string? Programme = null, Partnership? Partnership = null, string? Indicator = null)
{
    public static ReportFilter Read(string? year, string? programme, string? partnership, string? indicator) =>
        new(FinancialYear.Parse(year), Some(programme), Partnership.Find(partnership), Some(indicator));

    /// <summary>What <see cref="Query"/> says.</summary>
    public static ReportFilter Parse(string query)
    {
        var parts = QueryHelpers.ParseQuery(query);
        return Read(parts.GetValueOrDefault("year"), parts.GetValueOrDefault("programme"), parts.GetValueOrDefault("partnership"), parts.GetValueOrDefault("indicator"));
    }

    /// <summary>"?year=2024-25&amp;programme=...", or nothing.</summary>
    public string Query
    {
        get
        {
            var parts = Parts.Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value)}").ToList();
            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }

    /// <summary>"2024/25, Safer Streets 5, Melton"</summary>
    public string InWords => string.Join(", ", Parts.Select(p => p.Text));

    /// <summary>What is filtered by: its name in the address, its value there, how people read it, and the filter without it.</summary>
    public IReadOnlyList<(string Name, string Value, string Text, ReportFilter Without)> Parts
    {
        get
        {
            var parts = new List<(string, string, string, ReportFilter)>();
            if (Year is { } year) parts.Add(("year", AddressOf(year), year.ToString(), this with { Year = null }));
            if (Programme is not null) parts.Add(("programme", Programme, Programme, this with { Programme = null }));
            if (Partnership is not null) parts.Add(("partnership", Partnership.Code, Partnership.Name, this with { Partnership = null }));
            if (Indicator is not null) parts.Add(("indicator", Indicator, Indicator, this with { Indicator = null }));
            return parts;
        }
    }

    public string Address(string report) => $"/reports/{report}{Query}";

    public static string AddressOf(FinancialYear year) => year.ToString().Replace('/', '-');

    private static string? Some(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
