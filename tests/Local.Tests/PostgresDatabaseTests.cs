using Npgsql;

namespace Platform.Local.Tests;

public sealed class PostgresDatabaseTests(PostgresDatabaseTests.Fixture postgres) : IClassFixture<PostgresDatabaseTests.Fixture>
{
    private readonly EmbeddedPostgres server = postgres.Server;

    [Fact]
    public async Task Start_EmptyFolder_IsPostgres18InUnicode()
    {
        var settings = await Sql.RunAsync(
            server.AdminConnectionString,
            """
            select current_setting('server_version') || ' ' || current_setting('server_encoding') || ' ' ||
                   lower('É') || ' ' || current_setting('listen_addresses')
            """
        );

        Assert.Matches(@"^18\.\d+ UTF8 é 127\.0\.0\.1$", settings as string);
    }

    [Fact]
    public async Task Start_PasswordFile_IsForItsOwnerOnly()
    {
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(Path.Combine(postgres.Folder, "superuser-password"))
        );
        var wrong = new NpgsqlConnectionStringBuilder(server.AdminConnectionString) { Password = "guessed" }.ConnectionString;
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(wrong, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
    }

    [Theory]
    [InlineData("bids")]
    [InlineData("postgres")]
    [InlineData("template1")]
    public async Task CreateDatabase_AnotherServicesLogin_CannotConnect(string database)
    {
        await server.CreateDatabaseAsync("bids", "bids", "one");
        await server.CreateDatabaseAsync("returns", "returns", "two");

        var own = Sql.As(server, "returns", "returns", "two");
        Assert.Equal("returns", await Sql.RunAsync(own, "create table if not exists t (id int); select current_user::text"));
        var refusal = await Assert.ThrowsAsync<PostgresException>(() =>
            Sql.RunAsync(Sql.As(server, database, "returns", "two"), "select 1")
        );
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task CreateDatabase_Again_KeepsDataAndTakesTheNewPassword()
    {
        await server.CreateDatabaseAsync("Bids \"2\"", "o'brien", "it's one");
        await Sql.RunAsync(Sql.As(server, "Bids \"2\"", "o'brien", "it's one"), "create table kept as select 7 as number");

        await server.CreateDatabaseAsync("Bids \"2\"", "o'brien", "two");

        Assert.Equal(7, await Sql.RunAsync(Sql.As(server, "Bids \"2\"", "o'brien", "two"), "select number from kept"));
        await Assert.ThrowsAsync<PostgresException>(() => Sql.RunAsync(Sql.As(server, "Bids \"2\"", "o'brien", "it's one"), "select 1"));
    }

    public sealed class Fixture : IAsyncLifetime
    {
        private readonly TemporaryFolder folder = new();

        public EmbeddedPostgres Server { get; private set; } = null!;

        public string Folder => folder.Path;

        public async ValueTask InitializeAsync() =>
            Server = await EmbeddedPostgres.StartAsync(folder.Path, CancellationToken.None, durable: false);

        public async ValueTask DisposeAsync()
        {
            if (Server is not null)
                await Server.DisposeAsync();
            folder.Dispose();
        }
    }
}
