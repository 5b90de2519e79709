using Microsoft.AspNetCore.Mvc;
using Platform.GovUk;
using Platform.ServiceDefaults.Callers;

namespace Platform.Reporting.Reports.Pages;

/// <summary>The page of any report.</summary>
[May(nameof(Acts.ReadReports))]
internal sealed class ReportModel(ReportList reports, Caller caller) : FilteredPage(reports, caller)
{
    private readonly ReportList reports = reports;

    [BindProperty(SupportsGet = true)]
    public string Name { get; set; } = "";

    public IReport Asked { get; private set; } = null!;
    public Report Report { get; private set; } = null!;
    public int Number { get; private set; }
    public int Pages { get; private set; }
    public override string Address => $"/reports/{Name}";
    public override bool IsOfAYear => Asked.IsOfAYear;
    public override bool IsOfAGrant => Asked.IsOfAGrant;
    protected override IReport Narrowed => Asked;

    public async Task<IActionResult> OnGetAsync(int number = 1, CancellationToken cancellationToken = default)
    {
        if (reports.Find(Name) is not { } asked)
            return NotFound();
        Asked = asked;
        await ReadFilterAsync(cancellationToken);
        var size = Reporting.Reports.Page.First.Take;
        Number = Math.Clamp(number, 1, 100_000);
        Report = (await reports.ReadAsync(asked, Filter, Today, new((Number - 1) * size, size), cancellationToken)).Compact();
        Pages = Report.Count > Report.Rows.Count || Number > 1 ? Paging.Pages(Report.Count, size) : 1;
        return Number > Pages ? Redirect(Address + Filter.Query) : Page();
    }

    public string SortHref(Column column) =>
        Address + (Filter with { Sort = Filter.Sort == column.Key ? "-" + column.Key : column.Key }).Query;

    /// <summary>The value of aria-sort.</summary>
    public string SortWord(Column column) =>
        Filter.Sort == column.Key ? "ascending"
        : Filter.Sort == "-" + column.Key ? "descending"
        : "none";

    public string Href(string page) => $"{Address}{(Filter.Query is { Length: > 0 } query ? query + "&" : "?")}number={page}";
}
