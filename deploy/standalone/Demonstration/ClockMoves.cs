using Platform.Contracts;
using Platform.Local;

namespace Platform.Standalone.Demonstration;

/// <summary>Moves the demonstration's clock.</summary>
internal sealed class ClockMoves(MovableClock clock, HttpClient gateway, Quiet quiet)
{
    /// <summary>
    /// Moves the clock once everything that follows from the time before is done, and waits until what follows from the move is.
    /// </summary>
    public async Task ToAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        await quiet.WaitAsync(cancellationToken);
        // Letters that wait for others of their kind go in their own minute, and not on the day that the clock moves to.
        while (await quiet.NextLetterAsync(cancellationToken) is { } letter && letter < instant)
        {
            clock.MoveTo(letter);
            await quiet.WaitAsync(cancellationToken);
        }
        clock.MoveTo(instant);
        await quiet.WaitAsync(cancellationToken);
    }

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
