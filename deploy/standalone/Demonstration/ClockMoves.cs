using Platform.Contracts;
using Platform.Local;

namespace Platform.Standalone.Demonstration;

/// <summary>Moves the demonstration's clock, and waits until the jobs have noticed.</summary>
internal sealed class ClockMoves(MovableClock clock, HttpClient gateway)
{
    /// <summary>How long the jobs take to notice a moved clock: two sweeps and what follows from them.</summary>
    public static readonly TimeSpan Reaction = TimeSpan.FromSeconds(0.6);

    public void To(DateTimeOffset instant) => clock.MoveTo(instant);

    /// <summary>The times that people may want to move to.</summary>
    public async Task<IReadOnlyList<Move>> ChoicesAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var today = London.DateOf(now);
        var moves = new List<Move>
        {
            new("day", "To the next working day", London.At(WorkingDays.Add(today, 1), new(9, 30))),
            new("ten-days", "Ten working days later", London.At(WorkingDays.Add(today, 10), new(9, 30))),
            new(
                "quarter-end",
                "To the first working day after the end of the quarter",
                London.At(WorkingDays.Add(Quarter.Of(today).To, 1), new(9, 30))
            ),
        };
        var rounds = await gateway.GetFromJsonAsync<List<RoundDetails>>("/api/rounds", cancellationToken);
        if (rounds!.Where(r => r.ClosesAt > now).OrderBy(r => r.ClosesAt).FirstOrDefault() is { } next)
        {
            moves.Add(new("before-deadline", $"To five minutes before the deadline of {next.Name}", next.ClosesAt.AddMinutes(-5)));
            moves.Add(new("after-deadline", $"To just after the deadline of {next.Name}", next.ClosesAt.AddSeconds(1)));
        }
        return [.. moves.Where(m => m.To > now).OrderBy(m => m.To)];
    }
}

/// <summary>A place in time to go to.</summary>
internal sealed record Move(string Key, string Label, DateTimeOffset To);
