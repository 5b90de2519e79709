namespace Platform.Local.Tests;

public sealed class ProgramEndTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData((int)Signal.Kill)]
    [InlineData((int)Signal.Terminate)]
    [InlineData((int)Signal.Interrupt)]
    public async Task Program_EndedBySignal_TakesPostgresWithIt(int signal)
    {
        using var holder = await Holder.StartAsync(folder.Path);
        var postmaster = Postmaster.In(folder.Path);
        Assert.True(Postmaster.IsRunning(postmaster));

        holder.Send((Signal)signal);

        Assert.True(await Postmaster.IsGoneWithinAsync(postmaster, TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public async Task Start_RightAfterProgramWasKilled_Works()
    {
        using var holder = await Holder.StartAsync(folder.Path);
        holder.Send(Signal.Kill);

        await AssertStartsAsync();
    }

    [Fact]
    public async Task Start_PostgresLeftRunning_StopsItFirst()
    {
        using var holder = await Holder.StartAsync(folder.Path);
        var leftover = Postmaster.In(folder.Path);
        await holder.KillWithLeashAsync();
        Assert.True(Postmaster.IsRunning(leftover));

        await AssertStartsAsync();

        Assert.False(Postmaster.IsRunning(leftover));
    }

    private async Task AssertStartsAsync()
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(folder.Path, TestContext.Current.CancellationToken, durable: false);
        Assert.Equal(1, await Sql.RunAsync(postgres.AdminConnectionString, "select 1"));
    }
}
