using Npgsql;

namespace Platform.Local.Tests;

public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private EmbeddedPostgres postgres = null!;

    public async ValueTask InitializeAsync() => postgres = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await postgres.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Start_EmptyFolder_IsPostgres18InUnicode()
    {
        var settings = await Sql.RunAsync(postgres.AdminConnectionString,
            "select current_setting('server_version') || ' ' || current_setting('server_encoding') || ' ' || lower('É') || ' ' || current_setting('listen_addresses')");

        Assert.Matches(@"^18\.\d+ UTF8 é 127\.0\.0\.1$", settings as string);
    }

    [Fact]
    public async Task Start_PasswordFile_IsForItsOwnerOnly()
    {
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder.Path, "superuser-password")));
        var wrong = new NpgsqlConnectionStringBuilder(postgres.AdminConnectionString) { Password = "guessed" }.ConnectionString;
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(wrong, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Fact]
    public async Task Start_FolderInUse_SaysSo()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync());

        Assert.Contains("in use by another running copy", refusal.Message);
        Assert.Equal(1, await Sql.RunAsync(postgres.AdminConnectionString, "select 1"));
    }

    [Theory]
    [InlineData("bids")]
    [InlineData("postgres")]
    [InlineData("template1")]
    public async Task CreateDatabase_AnotherServicesLogin_CannotConnect(string database)
    {
        await postgres.CreateDatabaseAsync("bids", "bids", "one");
        await postgres.CreateDatabaseAsync("returns", "returns", "two");

        Assert.Equal("returns", await Sql.RunAsync(Sql.As(postgres, "returns", "returns", "two"), "create table t (id int); select current_user::text"));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(Sql.As(postgres, database, "returns", "two"), "select 1"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task CreateDatabase_Again_KeepsDataAndTakesTheNewPassword()
    {
        await postgres.CreateDatabaseAsync("Bids \"2\"", "o'brien", "it's one");
        await Sql.RunAsync(Sql.As(postgres, "Bids \"2\"", "o'brien", "it's one"), "create table kept as select 7 as number");

        await postgres.CreateDatabaseAsync("Bids \"2\"", "o'brien", "two");

        Assert.Equal(7, await Sql.RunAsync(Sql.As(postgres, "Bids \"2\"", "o'brien", "two"), "select number from kept"));
        await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(Sql.As(postgres, "Bids \"2\"", "o'brien", "it's one"), "select 1"));
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
