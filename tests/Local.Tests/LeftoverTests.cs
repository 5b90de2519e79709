using System.Diagnostics;

namespace Platform.Local.Tests;

public sealed class LeftoverTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly Process bystander = Process.Start("sleep", "60");

    public void Dispose()
    {
        bystander.Kill();
        bystander.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Stop_ProcessOfThatMoment_StopsIt()
    {
        await StopAsync(bystander.Id, writtenAgo: TimeSpan.Zero);

        Assert.True(bystander.WaitForExit(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Stop_NumberUsedAgainByAnotherProcess_LeavesItAlone()
    {
        await StopAsync(bystander.Id, writtenAgo: TimeSpan.FromHours(1));

        Assert.False(bystander.HasExited);
    }

    [Fact]
    public async Task Stop_NothingWrittenDown_DoesNothing()
    {
        await Leftover.StopAsync(folder.Path, "server", Signal.Terminate, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        Assert.False(bystander.HasExited);
    }

    [Fact]
    public async Task Stop_DeadButNotCollected_DoesNotWaitForIt()
    {
        var start = new ProcessStartInfo("sh", ["-c", "true & echo $!; exec sleep 60"]) { RedirectStandardOutput = true };
        using var neglectful = Process.Start(start)!;
        var dead = int.Parse((await neglectful.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);

        await StopAsync(dead, writtenAgo: TimeSpan.Zero).WaitAsync(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);

        neglectful.Kill();
    }

    private async Task StopAsync(int id, TimeSpan writtenAgo)
    {
        var file = Leftover.PidFile(folder.Path, "server");
        await File.WriteAllTextAsync(file, $"{id}\n", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file) - writtenAgo);
        await Leftover.StopAsync(folder.Path, "server", Signal.Terminate, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }
}
