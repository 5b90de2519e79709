using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Local;

namespace Platform.Gateway.Tests.Security;

/// <summary>Whoever reads the database has no key, and no program starts without one.</summary>
public sealed class KeysTests(Databases given)
{
    [Theory]
    [InlineData("Session:Certificate", null, "Session:Certificate is not set.")]
    [InlineData("Session:Certificate", "secret", "Session:Certificate must be a certificate and its RSA private key")]
    [InlineData("CallerKeys:Private", null, "CallerKeys:Private is not set.")]
    [InlineData("CallerKeys:Private", "secret", "CallerKeys:Private must be a private key of the curve P-256 as PEM")]
    [InlineData("CallerKeys:Next", "secret", "CallerKeys:Private must be a private key of the curve P-256 as PEM")]
    public void Start_WithoutAKey_IsRefusedInWords(string setting, string? value, string words) =>
        Assert.StartsWith(
            words,
            Assert.Throws<InvalidOperationException>(() => GatewayHost.Build(given, "http://127.0.0.1:1", (setting, value))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Start_WithAShortCertificate_IsRefusedInWords()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=short", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(
            DateTimeOffset.UnixEpoch,
            DateTimeOffset.MaxValue
        );
        var pem = $"{made.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}";
        Assert.Contains(
            "not an RSA key of 3072 bits or more",
            Assert
                .Throws<InvalidOperationException>(() => GatewayHost.Build(given, "http://127.0.0.1:1", ("Session:Certificate", pem)))
                .Message
        );
    }

    [Fact]
    public async Task Database_HasNoKeyThatCanBeRead()
    {
        await using var scope = given.Host.Services.CreateAsyncScope();
        var kept = await scope
            .ServiceProvider.GetRequiredService<AccountsContext>()
            .DataProtectionKeys.Select(k => k.Xml)
            .ToListAsync(TestContext.Current.CancellationToken);
        Assert.NotEmpty(kept);
        Assert.All(kept, xml => Assert.Contains("EncryptedData", xml!, StringComparison.Ordinal));
        Assert.All(kept, xml => Assert.DoesNotContain("masterKey", xml!, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Certificate_Renewed_SessionsGoOn_AndWithAnothersTheyEnd()
    {
        var cookies = (await given.Host.GivenSignedInAsync()).Cookies.GetCookies(new(given.Host.Address));
        var renewed = SelfSigned.NewPem();
        (string, string?)[] now = [("Session:Certificate", renewed), ("Session:PreviousCertificate", TestKeys.Session)];
        await using (var host = await GatewayHost.StartAsync(given, given.Upstream.Address, now))
            Assert.Equal(HttpStatusCode.OK, await AskAsync(host, cookies));
        await using var stranger = await GatewayHost.StartAsync(given, given.Upstream.Address, ("Session:Certificate", renewed));
        Assert.NotEqual(HttpStatusCode.OK, await AskAsync(stranger, cookies));
    }

    [Fact]
    public async Task CallerKeys_ArePublished_WithoutTheirPrivateHalf()
    {
        using var browser = new Browser(given.Host.Address);
        var published = await (await browser.GetAsync("/.well-known/caller-keys.json")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        Assert.Equal(TestKeys.Callers.Published, published);
        Assert.DoesNotContain("\"d\"", published, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Token_ForOneService_IsNoOthers()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        await browser.GetAsync("/bids/of-bids");
        await browser.GetAsync("/returns/of-returns");
        Assert.True(given.Upstream["/bids/of-bids"].Authenticated);
        // The upstream is Bids.
        Assert.False(given.Upstream["/returns/of-returns"].Authenticated);
        Assert.StartsWith("Bearer ", given.Upstream["/returns/of-returns"].Headers["Authorization"], StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AskAsync(GatewayHost host, CookieCollection cookies)
    {
        using var browser = new Browser(host.Address);
        foreach (var cookie in cookies.Cast<Cookie>())
            browser.Cookies.Add(new Uri(host.Address), new Cookie(cookie.Name, cookie.Value));
        return (await browser.GetAsync("/account/change-password")).StatusCode;
    }
}
