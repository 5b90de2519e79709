namespace Platform.Local.Tests;

public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private EmbeddedPostgres postgres = null!;

    public async ValueTask InitializeAsync() => postgres = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null)
            await postgres.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Start_FolderInUse_SaysSo()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync());

        Assert.Contains("in use by another running copy", refusal.Message);
        Assert.Equal(1, await Sql.RunAsync(postgres.AdminConnectionString, "select 1"));
    }

    [Fact]
    public async Task Dispose_ThenStart_KeepsData()
    {
        await Sql.RunAsync(postgres.AdminConnectionString, "create table kept as select 7 as number");
        await postgres.DisposeAsync();
        Assert.False(File.Exists(Path.Combine(folder.Path, "cluster", "postmaster.pid")));

        postgres = await StartAsync();

        Assert.Equal(7, await Sql.RunAsync(postgres.AdminConnectionString, "select number from kept"));
    }

    [Fact]
    public async Task Start_DurableServerWasKilled_KeepsData()
    {
        await postgres.DisposeAsync();
        postgres = await StartAsync(durable: true);
        await Sql.RunAsync(postgres.AdminConnectionString, "create table kept as select 7 as number");
        Signals.Send(Postmaster.In(folder.Path), Signal.Kill);
        await postgres.DisposeAsync();
        Assert.True(File.Exists(Path.Combine(folder.Path, "cluster", "postmaster.pid")));

        postgres = await StartAsync();

        Assert.Equal(7, await Sql.RunAsync(postgres.AdminConnectionString, "select number from kept"));
    }

    [Fact]
    public async Task ServerIsKilled_StartsAgainOnItsPort_AndNotAfterItWasToldToStop()
    {
        using var stop = new CancellationTokenSource();
        var told = new TaskCompletionSource<string>();
        var (port, keeping) = (postgres.Port, postgres.KeepUpAsync(told.SetResult, stop.Token));
        Signals.Send(Postmaster.In(folder.Path), Signal.Kill);
        Assert.Equal(
            "PostgreSQL ended by itself with code 137: it starts again.",
            await told.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken)
        );
        for (var tries = 0; !await AnswersAsync(); tries++)
        {
            Assert.True(tries < 600, "It does not answer within a minute.");
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Equal(port, postgres.Port);
        await stop.CancelAsync();
        await keeping;

        async Task<bool> AnswersAsync()
        {
            try
            {
                return await Sql.RunAsync(postgres.AdminConnectionString, "select 1") is 1;
            }
            catch (Npgsql.NpgsqlException)
            {
                return false;
            }
        }
    }

    private Task<EmbeddedPostgres> StartAsync(bool durable = false) =>
        EmbeddedPostgres.StartAsync(folder.Path, TestContext.Current.CancellationToken, durable);
}
