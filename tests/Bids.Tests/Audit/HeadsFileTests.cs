using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Bids.Tests.Audit;

/// <summary>What stands outside can be checked by whoever has the public key, and made by nobody else.</summary>
[Rule]
public sealed class HeadsFileTests : IDisposable
{
    private static readonly string Key = CallerSigner.NewKey();
    private readonly string folder = Directory.CreateTempSubdirectory("heads-tests-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signed_IsReadWithThePublicKey_AndWithNoOther()
    {
        var file = Of(("Audit:Key", Key));
        await file.AppendAsync([Head(1), Head(2)], Cancellation);
        Assert.Equal([1, 2], Of(("Audit:Public", PublicOf(Key))).Read(file.Location!).Select(r => r.Head?.Number));
        Assert.Equal([null, null], Of(("Audit:Public", PublicOf(CallerSigner.NewKey()))).Read(file.Location!).Select(r => r.Head?.Number));
    }

    [Fact]
    public async Task Unsigned_IsReadOnlyWhereNobodyHasAKey()
    {
        var file = Of();
        await file.AppendAsync([Head(1)], Cancellation);
        Assert.Equal([1], Of().Read(file.Location!).Select(r => r.Head?.Number));
        Assert.Equal([null], Of(("Audit:Key", Key)).Read(file.Location!).Select(r => r.Head?.Number));
    }

    [Fact]
    public async Task Append_AddsWhatIsMissing_AndLeavesTheRest()
    {
        var file = Of(("Audit:Key", Key));
        await file.AppendAsync([Head(1)], Cancellation);
        var first = await File.ReadAllTextAsync(file.Location!, Cancellation);
        await file.AppendAsync([Head(1), Head(2), Head(3)], Cancellation);
        Assert.StartsWith(first, await File.ReadAllTextAsync(file.Location!, Cancellation), StringComparison.Ordinal);
        Assert.Equal([1, 2, 3], file.Read(file.Location!).Select(r => r.Head?.Number));
    }

    [Fact]
    public async Task AnotherServices_IsNoHeadOfThisLog()
    {
        var file = Of(("Audit:Key", Key));
        await file.AppendAsync([Head(1)], Cancellation);
        Assert.Null(Assert.Single(Of("returns", ("Audit:Key", Key)).Read(file.Location!)).Head);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static EventLogHead Head(int number) =>
        new()
        {
            Number = number,
            Position = 10 * number,
            Count = 9 * number,
            Hash = $"{number:x64}",
        };

    private static string PublicOf(string key)
    {
        using var read = ECDsa.Create();
        read.ImportFromPem(key);
        return read.ExportSubjectPublicKeyInfoPem();
    }

    private HeadsFile Of(params (string Key, string Value)[] settings) => Of("bids", settings);

    private HeadsFile Of(string service, params (string Key, string Value)[] settings) =>
        new(
            new ConfigurationBuilder()
                .AddInMemoryCollection(settings.Append(("Audit:Folder", folder)).ToDictionary(s => s.Item1, s => (string?)s.Item2))
                .Build(),
            new ServiceName(service)
        );
}
