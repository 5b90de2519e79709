using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Platform.Reporting.Figures;

/// <summary>Reads and keeps the money of grants, added up per year, partnership and programme.</summary>
internal static class MoneySums
{
    private static readonly string[] Amounts =
    [
        "grants",
        "original",
        "allocated",
        "actual",
        "forecast",
        "assumed",
        "underspend",
        "overspend",
        "priority_allocated",
        "priority_required",
        "priority_actual",
        "match_promised",
        "match_expected",
        "match_received",
        "actual_challenged",
    ];

    private static readonly string Sums = string.Join(", ", Amounts.Select(a => $"sum({a})::bigint as {a}"));

    /// <summary>Added up by "partnership", "programme" or "year".</summary>
    public static async Task<IReadOnlyList<(string Key, Sum Sum)>> MoneyAsync(
        this ReportingContext db,
        ReportFilter filter,
        string by,
        CancellationToken cancellationToken
    )
    {
        var key =
            by is "partnership" or "programme" ? by
            : by == "year" ? "year::text"
            : throw new ArgumentOutOfRangeException(nameof(by));
        var sql = $$"""
            select {{key}} as key, {{Sums}} from money_sums
            where ({0}::int is null or year = {0}) and ({1}::text is null or programme = {1}) and ({2}::text is null or partnership =
            {2}) group by 1 having sum(grants) > 0 order by 1
            """;
        var rows = await db
            .Database.SqlQuery<Row>(FormattableStringFactory.Create(sql, filter.Year?.Start, filter.Programme, filter.Partnership?.Code))
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(r =>
                (
                    r.key,
                    new Sum(
                        r.grants,
                        r.original,
                        r.allocated,
                        r.actual,
                        r.forecast,
                        r.assumed,
                        r.underspend,
                        r.overspend,
                        r.priority_allocated,
                        r.priority_required,
                        r.priority_actual,
                        r.match_promised,
                        r.match_expected,
                        r.match_received,
                        r.actual_challenged
                    )
                )
            ),
        ];
    }

    /// <summary>Subtracts what grants' years added up to before, and adds what they add up to now.</summary>
    public static async Task MoveMoneyAsync(
        this ReportingContext db,
        IEnumerable<GrantYear> before,
        IEnumerable<GrantYear> after,
        CancellationToken cancellationToken
    )
    {
        // Always in the same order, so that transactions at the same time wait for each other and do not deadlock.
        var changes = before
            .Select(y => (Year: y, Sum: Sum.Of(y).Negative))
            .Concat(after.Select(y => (Year: y, Sum: Sum.Of(y))))
            .GroupBy(c => (c.Year.Year.Start, c.Year.Partnership.Code, c.Year.Programme))
            .Select(g => (g.Key, Sum: Sum.Total(g.Select(c => c.Sum))))
            .Where(c => c.Sum != Sum.Zero)
            .OrderBy(c => c.Key.Start)
            .ThenBy(c => c.Key.Code, StringComparer.Ordinal)
            .ThenBy(c => c.Key.Programme, StringComparer.Ordinal)
            .ToList();
        if (changes.Count == 0)
            return;
        var values = changes.Select(c => c.Sum.Values).ToList();
        var sql = $"""
            insert into money_sums as m (year, partnership, programme, {string.Join(", ", Amounts)})
            select * from unnest({string.Join(", ", Enumerable.Range(0, Amounts.Length + 3).Select(i => $"{{{i}}}"))})
            on conflict (year, partnership, programme) do update set {string.Join(", ", Amounts.Select(a => $"{a} = m.{a} + excluded.{a}"))}
            """;
        await db.Database.ExecuteSqlRawAsync(
            sql,
            [
                changes.Select(c => c.Key.Start).ToArray(),
                changes.Select(c => c.Key.Code).ToArray(),
                changes.Select(c => c.Key.Programme).ToArray(),
                .. Amounts.Select((_, i) => values.Select(v => v[i]).ToArray()),
            ],
            cancellationToken
        );
    }

#pragma warning disable IDE1006 // Columns by their names.
    private sealed record Row(
        string key,
        long grants,
        long original,
        long allocated,
        long actual,
        long forecast,
        long assumed,
        long underspend,
        long overspend,
        long priority_allocated,
        long priority_required,
        long priority_actual,
        long match_promised,
        long match_expected,
        long match_received,
        long actual_challenged
    );
#pragma warning restore IDE1006
}
