using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Contracts;
using Platform.Reporting.Reports;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Pages.Reports;

/// <summary>A page of figures that is narrowed by what stands in its address.</summary>
internal abstract class FilteredPage(ReportList reports, Caller caller) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Year { get; set; }
    [BindProperty(SupportsGet = true)] public string? Programme { get; set; }
    [BindProperty(SupportsGet = true)] public string? Partnership { get; set; }
    [BindProperty(SupportsGet = true)] public string? Indicator { get; set; }

    public DateOnly Today => London.DateOf(caller.At);
    public DateTimeOffset AsAt => caller.At;
    public ReportFilter Filter { get; private set; } = new();
    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Partnerships => [new("All partnerships", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];

    /// <summary>This page's address without what narrows it.</summary>
    public abstract string Address { get; }

    /// <summary>Whether a year must be chosen.</summary>
    public abstract bool IsOfAYear { get; }

    protected async Task ReadFilterAsync(CancellationToken cancellation)
    {
        Filter = ReportFilter.Read(Year, Programme, Partnership, Indicator);
        if (IsOfAYear && Filter.Year is null) Filter = Filter with { Year = FinancialYear.Of(Today) };
        Year = Filter.Year is { } year ? ReportFilter.AddressOf(year) : null;
        var years = await reports.YearsAsync(Today, cancellation);
        Years = [.. IsOfAYear ? [] : new[] { new SelectListItem("All years", "") }, .. years.Select(y => new SelectListItem(y.ToString(), ReportFilter.AddressOf(y)))];
        Programmes = [new("All programmes", ""), .. (await reports.ProgrammesAsync(cancellation)).Select(p => new SelectListItem(p, p))];
    }

    /// <summary>What is filtered by, and the address without it; a year that must be there cannot be taken out.</summary>
    public IReadOnlyList<(string Text, string Href)> Chips =>
        [.. Filter.Parts.Where(p => !(IsOfAYear && p.Name == "year")).Select(p => (p.Text, Address + p.Without.Query))];
}
