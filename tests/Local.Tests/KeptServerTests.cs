namespace Platform.Local.Tests;

public sealed class KeptServerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly List<string> told = [];

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Killed_RunsAgain_UntilItIsMeantToEnd()
    {
        using var stop = new CancellationTokenSource();
        var kept = Keep("exec sleep 60");
        var (first, keeping) = (kept.Process.Id, kept.KeepUpAsync(told.Add, stop.Token));
        Signals.Send(first, Signal.Kill);
        for (var tries = 0; told.Count == 0; tries++)
        {
            Assert.True(tries < 200, "It is not started again within ten seconds.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        Assert.NotEqual(first, kept.Process.Id);
        Assert.False(kept.Process.HasExited);
        Assert.Equal($"Sleeper ended by itself with code 137: it runs again as process {kept.Process.Id}.", Assert.Single(told));
        await stop.CancelAsync();
        await keeping;
        await kept.Process.StopAsync(TimeSpan.FromSeconds(5));
        kept.Process.Dispose();
        Assert.Single(told);
    }

    [Fact]
    public async Task DoesNotStayUp_IsGivenUp_WithItsLastOutput()
    {
        var kept = Keep("echo There is no room; exit 7");

        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            kept.KeepUpAsync(told.Add, TestContext.Current.CancellationToken)
        );

        kept.Process.Dispose();
        Assert.Equal(2, told.Count);
        Assert.StartsWith("Sleeper ended by itself with code 7. Its last words were:\n", refusal.Message);
        Assert.EndsWith("There is no room", refusal.Message);
    }

    [Fact]
    public void VariableThatNoShellCouldName_IsRefused_NotLost()
    {
        var refusal = Assert.Throws<ArgumentException>(() =>
            ServerProcess.Start(
                folder.Path,
                "sleeper",
                ["true"],
                Signal.Terminate,
                new Dictionary<string, string> { ["Logging__LogLevel__Microsoft.Hosting"] = "Error" }
            )
        );

        Assert.StartsWith("Logging__LogLevel__Microsoft.Hosting would not reach the server.", refusal.Message);
    }

    private KeptServer Keep(string script) =>
        new("Sleeper", () => ServerProcess.Start(folder.Path, "sleeper", ["sh", "-c", script], Signal.Terminate));
}
