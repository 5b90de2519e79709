using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>
/// How changed returns change <see cref="Punctuality"/>: what they counted for before is subtracted, what they count for now is added.
/// </summary>
internal sealed class PunctualityChange
{
    private readonly SortedDictionary<(string Quarter, string Partnership, string Programme), int[]> changes = [];

    public void Take(ReturnRow line) => Count(line, -1);

    public void Add(ReturnRow line) => Count(line, 1);

    public async Task SaveAsync(ReportingContext db, CancellationToken cancellationToken)
    {
        // Always in the same order, so that transactions at the same time wait for each other and do not deadlock.
        var changed = changes.Where(c => c.Value.Any(count => count != 0)).ToList();
        if (changed.Count == 0)
            return;
        int[] Of(int column) => [.. changed.Select(c => c.Value[column])];
        await db.Database.ExecuteSqlRawAsync(
            """
            insert into punctuality as p (quarter, partnership, programme, returns, on_time, late, working_days_late)
            select * from unnest(@quarters, @partnerships, @programmes, @returns, @on_time, @late, @days)
            on conflict (quarter, partnership, programme) do update set returns = p.returns + excluded.returns, on_time = p.on_time +
            excluded.on_time,
                late = p.late + excluded.late, working_days_late = p.working_days_late + excluded.working_days_late
            """,
            [
                new NpgsqlParameter("quarters", changed.Select(c => c.Key.Quarter).ToArray()),
                new NpgsqlParameter("partnerships", changed.Select(c => c.Key.Partnership).ToArray()),
                new NpgsqlParameter("programmes", changed.Select(c => c.Key.Programme).ToArray()),
                new NpgsqlParameter("returns", Of(0)),
                new NpgsqlParameter("on_time", Of(1)),
                new NpgsqlParameter("late", Of(2)),
                new NpgsqlParameter("days", Of(3)),
            ],
            cancellationToken
        );
    }

    private void Count(ReturnRow line, int sign)
    {
        if (line.State == ReturnState.NotRequired)
            return;
        var key = (line.Quarter.ToString(), line.Partnership.Code, line.Programme);
        if (!changes.TryGetValue(key, out var counts))
            changes[key] = counts = new int[4];
        counts[0] += sign;
        if (line.FirstSubmittedAt is null)
            return;
        counts[line.WorkingDaysLate > 0 ? 2 : 1] += sign;
        counts[3] += sign * (line.WorkingDaysLate ?? 0);
    }
}
