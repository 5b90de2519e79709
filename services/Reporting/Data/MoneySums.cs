using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Platform.Reporting.Reports;

namespace Platform.Reporting.Data;

/// <summary>Money of grants in their years, added up; in pence.</summary>
/// <param name="Key">The partnership's code, the programme, or the year; empty for all together.</param>
/// <param name="Grants">How many grants.</param>
/// <param name="Original">Granted at first.</param>
/// <param name="Allocated">As it stands.</param>
/// <param name="Actual">Reported as spent.</param>
/// <param name="Forecast">Forecast by returns for quarters whose return is not in.</param>
/// <param name="Assumed">Taken for spent where nobody has said anything.</param>
/// <param name="Underspend">What grants are estimated to leave; one grant's overspending takes nothing off another's.</param>
/// <param name="Overspend">What grants are estimated to spend above their allocation.</param>
/// <param name="PriorityAllocated">Of the allocation, for priorities of Problem Profiles.</param>
/// <param name="PriorityRequired">Of the allocation, what rounds wanted for them.</param>
/// <param name="PriorityActual">Of what was spent, for them.</param>
/// <param name="MatchPromised">Match funding promised.</param>
/// <param name="MatchExpected">What rounds expect for what was spent.</param>
/// <param name="MatchReceived">Received, by the returns that came in.</param>
internal sealed record MoneySum(
    string Key, long Grants, long Original, long Allocated, long Actual, long Forecast, long Assumed, long Underspend, long Overspend,
    long PriorityAllocated, long PriorityRequired, long PriorityActual, long MatchPromised, long MatchExpected, long MatchReceived)
{
    public long Outturn => Actual + Forecast + Assumed;
}

internal static class MoneySums
{
    /// <summary>Added up by "partnership", "programme" or "year", or all together.</summary>
    public static Task<List<MoneySum>> MoneyAsync(this ReportingContext db, ReportFilter filter, string by, CancellationToken cancellation)
    {
        var key = by is "partnership" or "programme" ? by : by == "year" ? "year::text" : "''";
        var sql = $$"""
            select {{key}} as key, count(*) as grants, sum(original)::bigint as original, sum(allocated)::bigint as allocated, sum(actual)::bigint as actual,
                sum(forecast)::bigint as forecast, sum(assumed)::bigint as assumed,
                sum(greatest(0, allocated - actual - forecast - assumed))::bigint as underspend, sum(greatest(0, actual + forecast + assumed - allocated))::bigint as overspend,
                sum(priority_allocated)::bigint as priority_allocated, sum(allocated * priority_percent / 100)::bigint as priority_required, sum(priority_actual)::bigint as priority_actual,
                sum(match_promised)::bigint as match_promised, sum(actual * match_percent / 100)::bigint as match_expected, sum(match_received)::bigint as match_received
            from grant_years where ({0}::int is null or year = {0}) and ({1}::text is null or programme = {1}) and ({2}::text is null or partnership = {2})
            group by 1 order by 1
            """;
        return db.Database.SqlQuery<Row>(FormattableStringFactory.Create(sql, filter.Year?.Start, filter.Programme, filter.Partnership?.Code))
            .Select(r => new MoneySum(r.key, r.grants, r.original, r.allocated, r.actual, r.forecast, r.assumed, r.underspend, r.overspend,
                r.priority_allocated, r.priority_required, r.priority_actual, r.match_promised, r.match_expected, r.match_received)).ToListAsync(cancellation);
    }

#pragma warning disable IDE1006 // Columns by their names.
    private sealed record Row(
        string key, long grants, long original, long allocated, long actual, long forecast, long assumed, long underspend, long overspend,
        long priority_allocated, long priority_required, long priority_actual, long match_promised, long match_expected, long match_received);
#pragma warning restore IDE1006
}
