using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Tests.Bidding;

[Rule]
public sealed class ClamdTests : IDisposable
{
    private readonly ClamdStandIn standIn = new();

    public void Dispose() => standIn.Dispose();

    [Fact]
    public async Task Scan_TellsTheCleanFromTheInfected()
    {
        Assert.Equal(new ScanAnswer(null), await ScanAsync(Samples.PdfOf(3_000_000)));
        Assert.Equal(new ScanAnswer("Win.Test.EICAR_HDB-1"), await ScanAsync([.. Samples.PdfOf(200_000), .. Samples.Pdf(Samples.Eicar)]));
    }

    [Fact]
    public async Task Scan_ScannerAwayOrSilent_GivesNoAnswer()
    {
        standIn.IsAway = true;
        Assert.Null(await ScanAsync(Samples.Pdf()));
        (standIn.IsAway, standIn.IsSilent) = (false, true);
        Assert.Null(await ScanAsync(Samples.Pdf()));
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var address = nobody.LocalEndpoint.ToString()!;
        nobody.Stop();
        Assert.Null(await ScanAsync(Samples.Pdf(), address));
    }

    [Fact]
    public async Task Scan_CallerGone_Stops()
    {
        standIn.IsSilent = true;
        using var gone = new CancellationTokenSource(100);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Clamd(standIn.Address).ScanAsync(new MemoryStream(Samples.Pdf()), TimeSpan.FromMinutes(1), gone.Token)
        );
    }

    private Task<ScanAnswer?> ScanAsync(byte[] content, string? address = null) =>
        Clamd(address ?? standIn.Address)
            .ScanAsync(new MemoryStream(content), TimeSpan.FromSeconds(standIn.IsSilent ? 0.2 : 20), TestContext.Current.CancellationToken);

    private static Clamd Clamd(string address) =>
        new(new ConfigurationBuilder().AddInMemoryCollection([new("Files:Clamd", address)]).Build(), NullLogger<Clamd>.Instance);
}
