using System.Net.Sockets;
using Amazon.S3;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Local;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Tests.Bidding;

/// <summary>What is true of a store, whichever it is.</summary>
public abstract class FileStoreTests(RunningService<BidsService> service)
{
    private IFileStore Store => service.Services.GetRequiredService<IFileStore>();

    [Fact]
    public async Task Content_IsReadAsItWasWritten()
    {
        var (id, content) = (Guid.NewGuid(), new byte[3_000_000]);
        Random.Shared.NextBytes(content);
        await Store.WriteAsync(id, content, TestContext.Current.CancellationToken);
        Assert.Equal(content, await ReadAsync(id));
        await Store.DeleteAsync(id, TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<FileNotFoundException>(() => ReadAsync(id));
        await Store.DeleteAsync(id, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task AnAttachment_ComesBackAsItWasSent()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var id = (await service.Editor().AttachAsync(bid, Samples.PdfOf(1_000_000))).Id();
        Assert.Equal(Samples.PdfOf(1_000_000), await ReadAsync(id));
        Assert.Equal(
            Samples.PdfOf(1_000_000),
            await (await service.Editor().GetAsync($"/bids/{bid}/attachments/{id}")).Content.ReadAsByteArrayAsync(
                TestContext.Current.CancellationToken
            )
        );
        Assert.Equal(
            this is PostgresFilesTests,
            await service.ReadAsync((BidsContext db) => db.Set<FileContents>().AnyAsync(f => f.Id == id))
        );
    }

    private Task<byte[]> ReadAsync(Guid id) =>
        Store.ReadAsync(
            id,
            async stream =>
            {
                using var all = new MemoryStream();
                await stream.CopyToAsync(all, TestContext.Current.CancellationToken);
                return all.ToArray();
            },
            TestContext.Current.CancellationToken
        );
}

public sealed class PostgresFilesTests(RunningService<BidsService> service) : FileStoreTests(service);

public sealed class S3FilesTests(BidsWithS3 service) : FileStoreTests(service), IClassFixture<BidsWithS3>
{
    [Fact]
    public async Task Write_WithAnUnknownKey_IsRefused()
    {
        var unknown = new ConfigurationBuilder()
            .AddInMemoryCollection(service.S3)
            .AddInMemoryCollection([new("Files:S3:AccessKey", "unknown")])
            .Build();
        using var store = new S3Files(unknown);
        Assert.Equal(
            "InvalidAccessKeyId",
            (
                await Assert.ThrowsAsync<AmazonS3Exception>(() =>
                    store.WriteAsync(Guid.NewGuid(), [1], TestContext.Current.CancellationToken)
                )
            ).ErrorCode
        );
    }
}

/// <summary>The service beside a server that speaks S3.</summary>
public sealed class BidsWithS3 : RunningService<BidsService>, IDisposable
{
    private readonly int port = FreePort.Find(1)[0];
    private ServerProcess? server;

    public Dictionary<string, string?> S3 =>
        new()
        {
            ["Files:S3:Endpoint"] = $"http://127.0.0.1:{port}",
            ["Files:S3:Bucket"] = "bids",
            ["Files:S3:AccessKey"] = "S3RVER",
            ["Files:S3:SecretKey"] = "S3RVER",
        };

    protected override Dictionary<string, string?> Settings(string folder)
    {
        if (server is not null)
            return S3;
        var program = Path.Combine(RepositoryRoot.Find(), "node_modules", "s3rver", "bin", "s3rver.js");
        var files = Directory.CreateDirectory(Path.Combine(folder, "s3")).FullName;
        server = ServerProcess.Start(
            folder,
            "s3rver",
            ["node", program, "-d", files, "-a", "127.0.0.1", "-p", $"{port}", "--configure-bucket", "bids"],
            Signal.Terminate
        );
        Assert.True(SpinWait.SpinUntil(IsListening, TimeSpan.FromSeconds(30)), $"s3rver did not start: {server.LastWords}");
        return S3;
    }

    public void Dispose()
    {
        server?.StopAsync(TimeSpan.FromSeconds(5)).GetAwaiter().GetResult();
        server?.Dispose();
    }

    private bool IsListening()
    {
        try
        {
            using var client = new TcpClient("127.0.0.1", port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
