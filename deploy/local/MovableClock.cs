using System.Globalization;

namespace Platform.Local;

/// <summary>
/// A clock that runs like the system's, at some distance from it. For the demonstration and the tests alone: no service knows of it.
/// </summary>
public sealed class MovableClock : TimeProvider
{
    private readonly string? file;
    private long offset;
    private long stopped;

    /// <summary>A clock that shows the system's time until it is moved.</summary>
    /// <param name="file">Where its distance from the system's time is kept over restarts; null keeps it nowhere.</param>
    public MovableClock(string? file = null)
    {
        this.file = file;
        if (file is not null && File.Exists(file))
            offset = long.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        stopped != 0 ? new(stopped, TimeSpan.Zero) : System.GetUtcNow().AddTicks(Interlocked.Read(ref offset));

    /// <summary>Sets the clock to that instant; it runs on from there.</summary>
    public void MoveTo(DateTimeOffset instant)
    {
        Interlocked.Exchange(ref offset, (instant - System.GetUtcNow()).Ticks);
        Interlocked.Exchange(ref stopped, 0);
        if (file is null)
            return;
        // Written beside and renamed: a crash leaves the old file or the new one.
        File.WriteAllText(file + ".new", Interlocked.Read(ref offset).ToString(CultureInfo.InvariantCulture));
        File.Move(file + ".new", file, overwrite: true);
    }

    /// <summary>Sets the clock to that instant and stops it, for tests at a deadline's edge.</summary>
    public void StopAt(DateTimeOffset instant) => Interlocked.Exchange(ref stopped, instant.UtcTicks);
}
