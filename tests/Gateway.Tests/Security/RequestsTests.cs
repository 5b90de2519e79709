using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy;

namespace Platform.Gateway.Tests.Security;

/// <summary>What is wrong with a request is said to whoever sent it, and to nobody else's cost.</summary>
public sealed class RequestsTests(Databases given)
{
    [Theory]
    [InlineData("X-Name: Zoë", "400")]
    [InlineData("Accept-Language: en\u00a0GB", "400")]
    [InlineData("Cookie: of-another-program=Zoë", "200")]
    [InlineData("X-Name: Zoe", "200")]
    public async Task Header_BeyondAscii_IsRefused_AndTheServiceStaysHealthy(string header, string status)
    {
        for (var i = 0; i < 15; i++)
            Assert.StartsWith($"HTTP/1.1 {status} ", await SendAsync("/bids/ascii", header), StringComparison.Ordinal);
        var bids = given.Host.Services.GetRequiredService<IProxyStateLookup>().GetClusters().Single(c => c.ClusterId == "bids");
        Assert.NotEmpty(bids.DestinationsState.AvailableDestinations);
    }

    [Fact]
    public async Task Form_WithTooManyFields_IsRefused()
    {
        using var browser = new Browser(given.Host.Address);
        var fields = Enumerable.Range(0, 2_000).Select(i => ($"f{i}", (string?)"x")).ToArray();
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PostAsync("/account/sign-in", fields)).StatusCode);
    }

    [Fact]
    public async Task Host_ThatIsNotOurs_IsRefused_WhereHostsAreNamed()
    {
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address, ("AllowedHosts", "funding.example;127.0.0.1"));
        using var browser = new Browser(host.Address);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/about/privacy")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/about/privacy", ("Host", "funding.example"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync("/about/privacy", ("Host", "evil.example"))).StatusCode);
    }

    [Fact]
    public async Task SecurityTxt_SaysWhomToTell_ForLessThanAYear()
    {
        await using var host = await GatewayHost.StartAsync(
            given,
            given.Upstream.Address,
            ("Platform:ContactEmail", "officer@opcc.example"),
            ("Platform:PublicAddress", "https://funding.example/")
        );
        using var browser = new Browser(host.Address);
        var lines = (await (await browser.GetAsync("/.well-known/security.txt")).Content.ReadAsStringAsync(Cancellation)).Split('\n');
        Assert.Equal("Contact: mailto:officer@opcc.example", lines[0]);
        Assert.InRange(
            DateTimeOffset.Parse(lines[1]["Expires: ".Length..], null),
            TimeProvider.System.GetUtcNow().AddDays(90),
            TimeProvider.System.GetUtcNow().AddDays(364)
        );
        Assert.Equal("Canonical: https://funding.example/.well-known/security.txt", lines[3]);
        using var without = new Browser(given.Host.Address);
        Assert.Equal(HttpStatusCode.NotFound, (await without.GetAsync("/.well-known/security.txt")).StatusCode);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // As no HttpClient would.
    private async Task<string> SendAsync(string path, string header)
    {
        var address = new Uri(given.Host.Address);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, Cancellation);
        await using var stream = client.GetStream();
        var request = $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n{header}\r\n\r\n";
        await stream.WriteAsync(Encoding.UTF8.GetBytes(request), Cancellation);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Cancellation);
    }
}
