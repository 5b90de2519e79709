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
        await StopAsync(writtenAgo: TimeSpan.Zero);

        Assert.True(bystander.WaitForExit(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Stop_NumberUsedAgainByAnotherProcess_LeavesItAlone()
    {
        await StopAsync(writtenAgo: TimeSpan.FromHours(1));

        Assert.False(bystander.HasExited);
    }

    [Fact]
    public async Task Stop_NothingWrittenDown_DoesNothing() =>
        await Leftover.StopAsync(folder.Path, "server", Signal.Terminate, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

    private async Task StopAsync(TimeSpan writtenAgo)
    {
        var file = Leftover.PidFile(folder.Path, "server");
        await File.WriteAllTextAsync(file, $"{bystander.Id}\n", TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file) - writtenAgo);
        await Leftover.StopAsync(folder.Path, "server", Signal.Terminate, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
    }
}
