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

    private Task<EmbeddedPostgres> StartAsync(bool durable = false) =>
        EmbeddedPostgres.StartAsync(folder.Path, TestContext.Current.CancellationToken, durable);
}
