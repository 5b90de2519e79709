using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.Testing;

namespace Platform.ServiceDefaults.Tests;

/// <summary>Who forges a caller token is nobody: each kind is tried at the handler that every service has.</summary>
public sealed class CallerTokensTests
{
    private static readonly Person Ada = new(Guid.NewGuid(), "Ada Ng");
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Token_OfTheGateway_SaysWhoCalls()
    {
        var told = await AskAsync(TestKeys.CallerToken("bids", Ada, Partnership.Get("MEL"), Roles.PartnerLead, Roles.PartnerChair));
        Assert.Equal($"{Ada.UserId} Ada Ng MEL partner-lead,partner-chair", told);
    }

    public static TheoryData<string, Func<SecurityTokenDescriptor, string?>> Forgeries { get; } =
        new()
        {
            { "another's key", d => Forge(d, Other()) },
            { "another's key under the gateway's name", d => Forge(d, Other(), KeyId()) },
            { "no signature", d => Forge(d, null) },
            { "the public key as a password", d => Forge(d, Symmetric()) },
            { "for another service", d => Forge(Change(d, c => c.Audience = "returns")) },
            { "for none", d => Forge(Change(d, c => c.Audience = null)) },
            { "of another issuer", d => Forge(Change(d, c => c.Issuer = "bids")) },
            { "of another type", d => Forge(Change(d, c => c.TokenType = "JWT")) },
            { "ended", d => Forge(Change(d, c => Times(c, -66, -66, -6))) },
            { "made to last", d => Forge(Change(d, c => c.Expires = Now.AddSeconds(120).UtcDateTime)) },
            { "without an end", d => Forge(Change(d, c => c.Expires = null)) },
            { "issued in the future", d => Forge(Change(d, c => c.IssuedAt = Now.AddSeconds(10).UtcDateTime)) },
            { "not issued", d => Forge(Change(d, c => c.IssuedAt = null)) },
            { "of later", d => Forge(Change(d, c => c.NotBefore = Now.AddSeconds(10).UtcDateTime)) },
            { "with other roles", d => Tampered(Forge(d)) },
            { "with a cut signature", d => Forge(d)[..^4] },
            { "nothing", _ => "" },
        };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task Token_Forged_IsNobodys(string kind, Func<SecurityTokenDescriptor, string?> forge) =>
        Assert.True(await AskAsync(forge(Right())!) is null, kind);

    [Fact]
    public async Task Clocks_MayDifferByFiveSeconds()
    {
        Assert.NotNull(await AskAsync(Forge(Right())));
        Assert.NotNull(await AskAsync(Forge(Change(Right(), c => Times(c, 3, 3, 63)))));
        Assert.NotNull(await AskAsync(Forge(Change(Right(), c => Times(c, -62, -62, -2)))));
    }

    [Fact]
    public async Task Key_ReplacedByTheOneThatWasPublishedAsNext_NoTokenIsRefused()
    {
        var (before, after) = (CallerSigner.NewKey(), CallerSigner.NewKey());
        var published = new CallerSigner(before, [after]);
        await using var gateway = await StartAsync(app => app.MapGet("/keys", () => published.Published));
        await using var service = await ServiceAsync(("CallerKeys:Address", gateway.Urls.First() + "/keys"));
        var old = published.Issue("bids", Ada, [Roles.Officer], null, Now);
        Assert.NotNull(await AskAsync(service, old));
        published = new(after, [before]);
        Assert.NotNull(await AskAsync(service, published.Issue("bids", Ada, [Roles.Officer], null, Now)));
        Assert.NotNull(await AskAsync(service, old));
    }

    [Fact]
    public async Task Key_ReplacedAtOnce_TheServiceLooksAgain_AndTheOldOneIsNobodys()
    {
        var published = new CallerSigner(CallerSigner.NewKey(), []);
        await using var gateway = await StartAsync(app => app.MapGet("/keys", () => published.Published));
        await using var service = await ServiceAsync(("CallerKeys:Address", gateway.Urls.First() + "/keys"));
        var stolen = published;
        Assert.NotNull(await AskAsync(service, published.Issue("bids", Ada, [Roles.Officer], null, Now)));
        published = new(CallerSigner.NewKey(), []);
        for (var tries = 0; await AskAsync(service, published.Issue("bids", Ada, [Roles.Officer], null, Now)) is null; tries++)
        {
            Assert.True(tries < 100);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        Assert.Null(await AskAsync(service, stolen.Issue("bids", Ada, [Roles.Administrator], null, Now)));
    }

    [Fact]
    public async Task Keys_AreNotFetchedFromWhereAnAnswerLeads()
    {
        var signer = new CallerSigner(CallerSigner.NewKey(), []);
        await using var gateway = await StartAsync(app =>
        {
            app.MapGet("/keys", () => Results.Redirect("/elsewhere"));
            app.MapGet("/elsewhere", () => signer.Published);
        });
        await using var service = await ServiceAsync(("CallerKeys:Address", gateway.Urls.First() + "/keys"));
        Assert.Null(await AskAsync(service, signer.Issue("bids", Ada, [Roles.Officer], null, Now)));
    }

    [Fact]
    public void Service_ThatIsNotToldWhereTheKeysAre_DoesNotStart()
    {
        var builder = WebApplication.CreateBuilder();
        Assert.StartsWith(
            "CallerKeys:Address is not set.",
            Assert.Throws<InvalidOperationException>(() => builder.Services.AddCallers("bids", builder.Configuration)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Published_HasNoPrivateHalf_AndNothingElseSigns()
    {
        Assert.DoesNotContain("\"d\"", new CallerSigner(CallerSigner.NewKey(), [CallerSigner.NewKey()]).Published);
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var larger = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.ThrowsAny<CryptographicException>(() => new CallerSigner(own.ExportSubjectPublicKeyInfoPem(), []));
        Assert.Throws<CryptographicException>(() => new CallerSigner(larger.ExportPkcs8PrivateKeyPem(), []));
        Assert.Throws<ArgumentException>(() => new CallerSigner("secret", []));
        // On one line too, as in a file of environment variables.
        _ = new CallerSigner(CallerSigner.NewKey().ReplaceLineEndings(" "), [own.ExportSubjectPublicKeyInfoPem()]);
    }

    private static SecurityTokenDescriptor Right() =>
        Change(
            new()
            {
                TokenType = CallerTokens.Type,
                Issuer = CallerTokens.Issuer,
                Audience = "bids",
                Claims = new Dictionary<string, object>
                {
                    ["sub"] = Ada.UserId.ToString(),
                    ["name"] = "Ada",
                    ["roles"] = new[] { Roles.Board },
                },
            },
            c => Times(c, 0, 0, 60)
        );

    private static void Times(SecurityTokenDescriptor token, int issued, int from, int until)
    {
        token.IssuedAt = Now.AddSeconds(issued).UtcDateTime;
        token.NotBefore = Now.AddSeconds(from).UtcDateTime;
        token.Expires = Now.AddSeconds(until).UtcDateTime;
    }

    private static SecurityTokenDescriptor Change(SecurityTokenDescriptor token, Action<SecurityTokenDescriptor> change)
    {
        change(token);
        return token;
    }

    private static string Forge(SecurityTokenDescriptor token) => Forge(token, Gateways());

    private static string Forge(SecurityTokenDescriptor token, SigningCredentials? by, string? keyId = null)
    {
        token.SigningCredentials = by;
        if (by is not null)
            by.Key.KeyId = keyId ?? by.Key.KeyId ?? KeyId();
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }

    private static string Tampered(string token)
    {
        var parts = token.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]).Replace("\"board\"", "\"administrator\"", StringComparison.Ordinal);
        return string.Join('.', parts[0], Base64UrlEncoder.Encode(payload), parts[2]);
    }

    private static SigningCredentials Gateways() => Of(TestKeys.CallerKey);

    private static SigningCredentials Other() => Of(CallerSigner.NewKey());

    private static SigningCredentials Of(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new(new ECDsaSecurityKey(key), SecurityAlgorithms.EcdsaSha256);
    }

    private static SigningCredentials Symmetric() =>
        new(new SymmetricSecurityKey(Encoding.UTF8.GetBytes(TestKeys.Callers.Published)), SecurityAlgorithms.HmacSha256);

    private static string KeyId() => new JsonWebKeySet(TestKeys.Callers.Published).Keys[0].Kid;

    private static async Task<string?> AskAsync(string token)
    {
        await using var service = await ServiceAsync(("CallerKeys:Public", TestKeys.Callers.Published));
        return await AskAsync(service, token);
    }

    private static async Task<string?> AskAsync(WebApplication service, string token)
    {
        using var http = new HttpClient { BaseAddress = new(service.Urls.First()) };
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var answer = await http.GetAsync("/", TestContext.Current.CancellationToken);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
            return null;
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static Task<WebApplication> ServiceAsync((string Key, string Value) keys) =>
        StartAsync(
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.MapGet(
                        "/",
                        (Caller caller) =>
                            $"{caller.Person.UserId} {caller.Person.Name} {caller.Partnership?.Code} {string.Join(',', caller.Roles)}"
                    )
                    .RequireAuthorization();
            },
            builder =>
            {
                builder.Configuration[keys.Key] = keys.Value;
                builder.Services.AddHttpContextAccessor();
                builder.Services.AddScoped(CallerTokens.Read);
                builder.Services.AddAuthorization();
                builder.Services.AddCallers("bids", builder.Configuration);
            }
        );

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["Urls"] = "http://127.0.0.1:0";
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        adjust?.Invoke(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return app;
    }
}
