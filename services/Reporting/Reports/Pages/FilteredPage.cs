using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Reports.Pages;

/// <summary>A page of figures, filtered by its address.</summary>
internal abstract class FilteredPage(ReportList reports, Caller caller) : PageModel
{
    public DateOnly Today => London.DateOf(caller.At);
    public DateTimeOffset AsAt => caller.At;
    public ReportFilter Filter { get; private set; } = new();

    // What the form of filters shows as selected.
    public string? Year => Filter.Parts.Where(p => p.Name == "year").Select(p => p.Value).FirstOrDefault();
    public string? Programme => Filter.Programme;
    public string? Partnership => Filter.Partnership?.Code;
    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Programmes { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Partnerships =>
        [new("All partnerships", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];

    /// <summary>This page's address without filters.</summary>
    public abstract string Address { get; }

    /// <summary>Whether a year must be chosen.</summary>
    public abstract bool IsOfAYear { get; }

    /// <summary>Whether it is about one grant, so that there is no programme or partnership to choose.</summary>
    public virtual bool IsOfAGrant => false;

    /// <summary>The report that its filters narrow; null where it shows several.</summary>
    protected virtual IReport? Narrowed => null;

    protected async Task ReadFilterAsync(CancellationToken cancellationToken)
    {
        Filter = ReportFilter.Parse(Request.QueryString.Value, Today, Narrowed);
        ModelState.Clear();
        foreach (var (name, value) in Filter.Unknown)
            ModelState.AddUnknown(char.ToUpperInvariant(name[0]) + name[1..], value);
        if (IsOfAYear && Filter.Year is null)
            Filter = Filter.OfThisYear(Today);
        var years = await reports.YearsAsync(Today, cancellationToken);
        Years =
        [
            .. IsOfAYear ? [] : new[] { new SelectListItem("All years", "") },
            new($"This year ({FinancialYear.Of(Today)})", new ReportFilter().OfThisYear(Today).Parts[0].Value),
            .. years.Select(y => new SelectListItem(y.ToString(), y.InAddress)),
        ];
        Programmes =
        [
            new("All programmes", ""),
            .. (await reports.ProgrammesAsync(cancellationToken)).Select(p => new SelectListItem(p, p)),
        ];
    }

    /// <summary>The filters that the form does not offer.</summary>
    public IEnumerable<(string Name, string Value)> Others =>
        Filter.Parts.Where(p => p.Name is not ("year" or "programme" or "partnership")).Select(p => (p.Name, p.Value));

    /// <summary>The filters, each with the address without it; a required year cannot be removed.</summary>
    public IReadOnlyList<(string Text, string Href)> Chips =>
        [.. Filter.Parts.Where(p => !(IsOfAYear && p.Name == "year")).Select(p => (p.Text, Address + p.Without.Query))];
}
