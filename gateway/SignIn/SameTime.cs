using System.Diagnostics;

namespace Platform.Gateway.SignIn;

/// <summary>Makes an answer take as long whatever it is, so that the time does not tell what the words do not.</summary>
internal sealed class SameTime
{
    private static readonly TimeSpan AtLeast = TimeSpan.FromMilliseconds(400);

    private readonly long started = Stopwatch.GetTimestamp();

    public Task WaitAsync(CancellationToken cancellationToken) =>
        AtLeast - Stopwatch.GetElapsedTime(started) is { Ticks: > 0 } rest ? Task.Delay(rest, cancellationToken) : Task.CompletedTask;
}
