using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Npgsql;
using Platform.Local;
using Platform.ServiceDefaults.Hosting;
using Platform.Testing;
using RabbitMQ.Client.Exceptions;

namespace Platform.ServiceDefaults.Tests;

/// <summary>
/// Whom the programs of the platform talk to over TLS: a server of the authority that they know, with the name that they asked for, and
/// nobody else. Each against a real server.
/// </summary>
public sealed class TlsTests : IDisposable
{
    private readonly TestAuthority ours = new();
    private readonly TestAuthority others = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static IConfiguration Knowing(string? ca, params (string Key, string? Value)[] more) =>
        new ConfigurationBuilder().AddInMemoryCollection(more.Append(("Tls:Ca", ca)).ToDictionary(m => m.Item1, m => m.Item2)).Build();

    [Fact]
    public async Task PostgreSql_IsAskedOnlyWhereItsCertificateIsOursAndForItsName()
    {
        var folder = Directory.CreateTempSubdirectory("tls-tests-").FullName;
        await using (var server = await EmbeddedPostgres.StartAsync(folder, Cancellation, durable: false))
        {
            await EncryptAsync(server, ours.Issue("127.0.0.1"));
            await AskAsync(server, ours.Pem);
            await Assert.ThrowsAsync<NpgsqlException>(() => AskAsync(server, others.Pem));
            await Assert.ThrowsAsync<NpgsqlException>(() => AskAsync(server, null));
            await EncryptAsync(server, ours.Issue("elsewhere.example"));
            await Assert.ThrowsAsync<NpgsqlException>(() => AskAsync(server, ours.Pem));
        }
        Directory.Delete(folder, recursive: true);
    }

    private static async Task AskAsync(EmbeddedPostgres server, string? ca)
    {
        var connection = new NpgsqlConnectionStringBuilder(server.AdminConnectionString) { SslMode = SslMode.VerifyFull, Pooling = false };
        await using var database = Tls.Database(Knowing(ca), connection).Build();
        await using var command = database.CreateCommand("select ssl from pg_stat_ssl where pid = pg_backend_pid()");
        Assert.True((bool)(await command.ExecuteScalarAsync(Cancellation))!);
    }

    // The server writes its key itself: it takes no other's.
    private static async Task EncryptAsync(EmbeddedPostgres server, (string Certificate, string Key) issued)
    {
        await using var admin = NpgsqlDataSource.Create(server.AdminConnectionString);
        foreach (var (name, pem) in new[] { ("tls.crt", issued.Certificate), ("tls.key", issued.Key) })
        {
            await using var write = admin.CreateCommand(
                $"copy (select unnest(string_to_array('{pem}', E'\\n'))) to program 'cat > {name} && chmod 600 {name}'"
            );
            await write.ExecuteNonQueryAsync(Cancellation);
        }
        foreach (var setting in new[] { "ssl_cert_file = 'tls.crt'", "ssl_key_file = 'tls.key'", "ssl = on" })
        {
            await using var set = admin.CreateCommand($"alter system set {setting}");
            await set.ExecuteNonQueryAsync(Cancellation);
        }
        await using var reload = admin.CreateCommand("select pg_reload_conf(), pg_sleep(1)");
        await reload.ExecuteNonQueryAsync(Cancellation);
    }

    [Fact]
    public async Task Services_AreAskedOnlyWhereTheirCertificateIsOursAndForTheirName()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(ours.IssueForServer("127.0.0.1")));
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(ours.IssueForServer("elsewhere.example")));
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        await using var service = builder.Build();
        service.MapGet("/", () => "here");
        await service.StartAsync(Cancellation);
        var (right, wrongName) = (service.Urls.First(), service.Urls.Last());

        Assert.Equal("here", await AskAsync(right, ours.Pem));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(right, others.Pem));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(right, null));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(wrongName, ours.Pem));

        static async Task<string> AskAsync(string address, string? ca)
        {
            using var http = new HttpClient(
                new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = Tls.Check(Knowing(ca)) } }
            );
            return await http.GetStringAsync(address, Cancellation);
        }
    }

    [Fact]
    public async Task TheBroker_IsAskedOnlyWhereItsCertificateIsOursAndForItsName()
    {
        var folder = Directory.CreateTempSubdirectory("tls-tests-").FullName;
        await using (var rabbit = await RabbitNode.StartAsync(folder, Cancellation))
        {
            await AskAsync(ours.Pem, "127.0.0.1", null);
            await AskAsync(ours.Pem, "broker.example", "broker.example");
            await Assert.ThrowsAsync<BrokerUnreachableException>(() => AskAsync(others.Pem, "127.0.0.1", null));
            await Assert.ThrowsAsync<BrokerUnreachableException>(() => AskAsync(ours.Pem, "elsewhere.example", null));

            async Task AskAsync(string ca, string certified, string? expected)
            {
                using var encrypted = new Encrypted(rabbit.Port, ours.IssueForServer(certified));
                var factory = Platform.ServiceDefaults.Messaging.MessagingRegistration.Broker(
                    Knowing(
                        ca,
                        ("RabbitMq:Tls", "true"),
                        ("RabbitMq:Port", $"{encrypted.Port}"),
                        ("RabbitMq:ServerName", expected),
                        ("RabbitMq:User", rabbit.UserName),
                        ("RabbitMq:Password", rabbit.Password)
                    )
                );
                await using var connection = await factory.CreateConnectionAsync(Cancellation);
                Assert.True(connection.IsOpen);
            }
        }
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("db.internal", false, null, true)]
    [InlineData("db.internal", true, null, false)]
    [InlineData("db.internal", false, "true", false)]
    [InlineData("127.0.0.1", false, null, false)]
    [InlineData("::1", false, null, false)]
    [InlineData("localhost", false, null, false)]
    [InlineData("/var/run/postgresql", false, null, false)]
    [InlineData("127.0.0.1.example", false, null, true)]
    public void PlainText_ToAnotherMachine_StartsNothing(string host, bool isSafe, string? allowed, bool isRefused)
    {
        void Start() => Tls.Require(Knowing(null, ("Tls:AllowPlainText", allowed)), "RabbitMq:Host", host, isSafe, "Set RabbitMq:Tls=true");
        if (isRefused)
            Assert.StartsWith($"RabbitMq:Host leads to {host} without TLS", Assert.Throws<InvalidOperationException>(Start).Message);
        else
            Start();
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----")]
    public void AnAuthorityThatCannotBeRead_IsSaidAtTheStart(string pem) =>
        Assert.StartsWith("Tls:Ca ", Assert.Throws<InvalidOperationException>(() => Tls.Check(Knowing(pem))).Message);

    public void Dispose()
    {
        ours.Dispose();
        others.Dispose();
    }

    // A node's own listener for TLS needs plug-ins of Erlang that not every machine has: what encrypts stands before it.
    private sealed class Encrypted : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public Encrypted(int to, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
        {
            listener.Start();
            _ = AcceptAsync(to, certificate);
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public void Dispose() => listener.Dispose();

        private async Task AcceptAsync(int to, System.Security.Cryptography.X509Certificates.X509Certificate2 certificate)
        {
            try
            {
                while (true)
                    _ = RelayAsync(await listener.AcceptTcpClientAsync(), to, certificate);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException) { }
        }

        private static async Task RelayAsync(
            TcpClient client,
            int to,
            System.Security.Cryptography.X509Certificates.X509Certificate2 certificate
        )
        {
            try
            {
                using (client)
                using (var server = new TcpClient())
                {
                    await using var encrypted = new SslStream(client.GetStream());
                    await encrypted.AuthenticateAsServerAsync(certificate);
                    await server.ConnectAsync(IPAddress.Loopback, to);
                    await Task.WhenAny(encrypted.CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(encrypted));
                }
            }
            catch (Exception e) when (e is IOException or System.Security.Authentication.AuthenticationException) { }
        }
    }
}
