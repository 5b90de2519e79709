namespace Platform.Gateway.Tests.Hosting;

/// <summary>The demonstration's kind of clock: it can be moved by months, and runs on from there.</summary>
public sealed class Clock : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Shift;
}
