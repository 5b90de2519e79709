using Microsoft.EntityFrameworkCore;

namespace Platform.Reporting.Figures;

/// <summary>Reads and keeps the money of grants, added up per year, partnership and programme.</summary>
internal static class MoneySums
{
    private static readonly string[] Amounts =
    [
        "grants",
        "original",
        "cut",
        "added",
        "moved_in",
        "moved_out",
        "moved_within",
        "allocated",
        "actual",
        "across",
        "paper_quarters",
        "forecast",
        "assumed",
        "underspend",
        "overspend",
        "priority_allocated",
        "priority_base",
        "priority_of_base",
        "priority_required",
        "priority_actual",
        "match_promised",
        "match_base",
        "match_of_base",
        "match_expected",
        "match_received",
        "actual_challenged",
        "priority_challenged",
        "match_challenged",
    ];

    /// <summary>Added up by "partnership", "programme" or "year".</summary>
    public static async Task<IReadOnlyList<(string Key, Sum Sum)>> MoneyAsync(
        this ReportingContext db,
        ReportFilter filter,
        string by,
        CancellationToken cancellationToken
    )
    {
        var sums = db.Set<MoneySum>().AsNoTracking();
        if (filter.Year is { } year)
            sums = sums.Where(m => m.Year == year);
        if (filter.Programme is { } programme)
            sums = sums.Where(m => m.Programme == programme);
        if (filter.Partnership is { } partnership)
            sums = sums.Where(m => m.Partnership == partnership);
        return
        [
            .. (await sums.ToListAsync(cancellationToken))
                .GroupBy(m =>
                    by switch
                    {
                        "partnership" => m.Partnership.Code,
                        "programme" => m.Programme,
                        _ => m.Year.ToString(),
                    }
                )
                .Select(g => (g.Key, Sum: Sum.Total(g.Select(Sum.Of))))
                .Where(s => s.Sum.Grants > 0)
                .OrderBy(s => s.Key, StringComparer.Ordinal),
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
}
