using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Returns.Chasing;

/// <summary>A reminder that would go out.</summary>
/// <param name="ReturnId">The return that it asks for, by id.</param>
/// <param name="GrantReference">The grant that it reports on, by reference.</param>
/// <param name="Partnership">The partnership that is reminded.</param>
/// <param name="Quarter">The quarter that it reports on.</param>
/// <param name="DueOn">The due date, or the day by which it is to be back, extensions included.</param>
/// <param name="Rung">The rung of the ladder that it has reached.</param>
/// <param name="IsSentBack">Whether it came in, and was sent back.</param>
internal sealed record Reminder(
    Guid ReturnId,
    string GrantReference,
    Partnership Partnership,
    Quarter Quarter,
    DateOnly DueOn,
    Rung Rung,
    bool IsSentBack
);

/// <summary>Works out what chasing would do, without doing it.</summary>
internal static class Reminders
{
    /// <summary>The reminders that would go out on a coming day if nothing changes, the earliest due date first.</summary>
    public static async Task<IReadOnlyList<Reminder>> RemindersOnAsync(
        this ReturnsContext db,
        DateOnly day,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var programmes = await db.Programmes.AsNoTracking().ToDictionaryAsync(p => p.Name, cancellationToken);
        var found = new List<Reminder>();
        // Read one at a time, because most returns owed get no reminder on that day. The conditions match the indexes.
        await foreach (
            var owed in db
                .Returns.FromSql(
                    $"""
                    select * from returns where (first_submitted_at is null and state <> 'NotRequired' and opens_on <= {day})
                        or back_by is not null
                    """
                )
                .AsNoTracking()
                .AsAsyncEnumerable()
                .WithCancellation(cancellationToken)
        )
            if (owed.RungOn(day, now, programmes[owed.Programme].LadderOf(owed, day)) is { } rung)
                found.Add(
                    new(
                        owed.Id,
                        owed.GrantReference,
                        owed.Partnership,
                        owed.Quarter,
                        owed.AwaitedOn,
                        rung,
                        IsSentBack: owed.BackBy is not null
                    )
                );
        return
        [
            .. found
                .OrderBy(r => r.DueOn)
                .ThenBy(r => r.Partnership.Name, StringComparer.Ordinal)
                .ThenBy(r => r.GrantReference, StringComparer.Ordinal)
                .ThenBy(r => r.Quarter),
        ];
    }

    /// <summary>The day and rung of a return's next reminder if nothing changes; null for none.</summary>
    public static (DateOnly Day, Rung Rung)? Next(Return owed, IReadOnlyList<Rung> ladder, DateTimeOffset now)
    {
        // A rung is used on its own day, or on the first working day on which chasing looks again.
        var today = London.DateOf(now);
        DateOnly[] looks = [today, today.AddDays(1), owed.OpensOn, owed.Chasing.PausedUntil ?? today];
        var days = looks
            .Select(d => WorkingDays.Add(d, 0))
            .Concat(ladder.Select(r => Ladder.DayOf(r, owed.AwaitedOn)))
            .Where(d => d >= today)
            .Distinct()
            .Order();
        return days.Select(day => (Day: day, Rung: owed.RungOn(day, now, ladder)))
            .Where(r => r.Rung is not null)
            .Select(r => ((DateOnly, Rung)?)(r.Day, r.Rung!))
            .FirstOrDefault();
    }
}
