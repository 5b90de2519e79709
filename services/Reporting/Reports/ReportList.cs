using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Reports;

/// <summary>Every report, in the order of the list, and the values to filter by.</summary>
internal sealed class ReportList(IEnumerable<IReport> reports, ReportingContext db)
{
    public IReadOnlyList<IReport> All { get; } = [.. reports];

    /// <summary>The reports in the list. The others are opened from figures.</summary>
    public IEnumerable<IReport> Listed => All.Where(r => !r.IsOfAGrant);

    public IReport? Find(string name) => All.FirstOrDefault(r => r.Name == name);

    /// <summary>The filter with this year, where the report is about one year and none is chosen.</summary>
    public static ReportFilter Complete(IReport report, ReportFilter filter, DateOnly today) =>
        report.IsOfAYear && filter.Year is null ? filter.OfThisYear(today) : filter;

    public Task<Report> ReadAsync(IReport report, ReportFilter filter, DateOnly today, Page page, CancellationToken cancellationToken) =>
        ReadCompleteAsync(report, Complete(report, filter, today), today, page, cancellationToken);

    private static async Task<Report> ReadCompleteAsync(
        IReport report,
        ReportFilter filter,
        DateOnly today,
        Page page,
        CancellationToken cancellationToken
    ) => (await report.ReadAsync(filter, today, page, cancellationToken)).SortedBy(filter.Sort);

    /// <summary>The years that grants have money for, newest first.</summary>
    public async Task<IReadOnlyList<FinancialYear>> YearsAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var first = await db.GrantYears.OrderBy(y => y.Year).Select(y => (FinancialYear?)y.Year).FirstOrDefaultAsync(cancellationToken);
        var last = await db
            .GrantYears.OrderByDescending(y => y.Year)
            .Select(y => (FinancialYear?)y.Year)
            .FirstOrDefaultAsync(cancellationToken);
        var now = FinancialYear.Of(today);
        var (from, to) = (Math.Min(first?.Start ?? now.Start, now.Start), Math.Max(last?.Start ?? now.Start, now.Start));
        return [.. Enumerable.Range(from, to - from + 1).Select(year => new FinancialYear(year)).OrderDescending()];
    }

    /// <summary>The programmes that rounds were opened for.</summary>
    public Task<List<string>> ProgrammesAsync(CancellationToken cancellationToken) =>
        db.Rounds.Select(r => r.Programme).Union(db.Grants.Select(g => g.Programme)).OrderBy(p => p).ToListAsync(cancellationToken);
}

internal static class ReportRegistration
{
    /// <summary>Registers the reports, in the order of the list.</summary>
    public static ServiceBuilder Reports(this ServiceBuilder service)
    {
        service
            .Services.AddScoped<IReport, OverduePartnershipsReport>()
            .AddScoped<IReport, OverdueReport>()
            .AddScoped<IReport, LatenessReport>()
            .AddScoped<IReport, TrendReport>()
            .AddScoped<IReport, ReturnsReport>()
            .AddScoped<IReport, TargetsReport>()
            .AddScoped<IReport, IndicatorsReport>()
            .AddScoped<IReport, MoneyByProgrammeReport>()
            .AddScoped<IReport, MoneyByPartnershipReport>()
            .AddScoped<IReport, GrantsReport>()
            .AddScoped<IReport, UnderspendReport>()
            .AddScoped<IReport, PrioritiesReport>()
            .AddScoped<IReport, MatchReport>()
            .AddScoped<IReport, FiguresReport>();
        service.Reader<ReportList>();
        return service;
    }
}
