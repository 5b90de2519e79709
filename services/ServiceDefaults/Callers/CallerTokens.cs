using System.Globalization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Platform.ServiceDefaults.Hosting;

namespace Platform.ServiceDefaults.Callers;

/// <summary>
/// What a caller token is: a JWT (RFC 7519) signed by the gateway (ES256) for one service and one minute. A service checks it with the
/// gateway's public keys, and has no key that makes one.
/// </summary>
public static class CallerTokens
{
    /// <summary>The authentication scheme of services.</summary>
    public const string Scheme = "caller";

    /// <summary>Who makes them.</summary>
    public const string Issuer = "gateway";

    /// <summary>What they say that they are, so that no other JWT is taken for one.</summary>
    public const string Type = "caller+jwt";

    /// <summary>
    /// The header with the instant at which a request reached the gateway, in UTC ticks. The gateway overwrites what comes from outside.
    /// </summary>
    public const string ArrivedAtHeader = "Platform-Arrived-At";

    /// <summary>
    /// The header with the network address that a request came from. The gateway overwrites what comes from outside.
    /// </summary>
    public const string SourceHeader = "Platform-Source";

    /// <summary>How long a token is valid, at most.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>By how much the clocks of two machines may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(5);

    // Between two looks at the gateway's keys: the next one is published for longer than that before it signs. A service that meets a key
    // which it does not know refuses the token, and looks at once.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Checks caller tokens for this service with the keys at <c>CallerKeys:Address</c>, or those of <c>CallerKeys:Public</c> (a JSON Web
    /// Key Set).
    /// </summary>
    /// <param name="services">The container.</param>
    /// <param name="service">The service, whose tokens no other takes.</param>
    /// <param name="configuration">Of the service.</param>
    /// <exception cref="InvalidOperationException">It says nowhere where the keys are.</exception>
    public static void AddCallers(this IServiceCollection services, string service, IConfiguration configuration)
    {
        // Now, so that a program without keys does not start.
        var keys = KeysOf(configuration);
        services.AddAuthentication(Scheme).AddJwtBearer(Scheme, options => Check(options, service, keys));
    }

    private static BaseConfigurationManager KeysOf(IConfiguration configuration)
    {
        if (configuration["CallerKeys:Public"] is { Length: > 0 } known)
            return new StaticConfigurationManager<OpenIdConnectConfiguration>(Keys(known));
        var address = new Uri(configuration.Required("CallerKeys:Address"));
        Tls.Require(
            configuration,
            "CallerKeys:Address",
            address.Host,
            address.Scheme == Uri.UriSchemeHttps,
            "Use https, and set Tls:Ca where the authority is your own"
        );
        var https = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            SslOptions = { RemoteCertificateValidationCallback = Tls.Check(configuration) },
        };
        return new ConfigurationManager<OpenIdConnectConfiguration>(
            address.ToString(),
            new PublishedKeys(),
            new HttpDocumentRetriever(new HttpClient(https)) { RequireHttps = false }
        )
        {
            RefreshInterval = TimeSpan.FromSeconds(1),
            AutomaticRefreshInterval = Look,
            // A key that is no longer published is no longer believed.
            UseLastKnownGoodConfiguration = false,
        };
    }

    private static void Check(JwtBearerOptions options, string service, BaseConfigurationManager keys)
    {
        // Sign-in runs on the system's own clock, never on one that a demonstration moves.
        options.TimeProvider = TimeProvider.System;
        options.ConfigurationManager = (IConfigurationManager<OpenIdConnectConfiguration>)keys;
        // Without the keys nobody is taken for signed out.
        options.Events = new()
        {
            OnChallenge = context =>
            {
                if (context.AuthenticateFailure is null or SecurityTokenException)
                    return Task.CompletedTask;
                context.HandleResponse();
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return Task.CompletedTask;
            },
        };
        options.TokenValidationParameters = new()
        {
            ValidIssuer = Issuer,
            ValidAudience = service,
            NameClaimType = JwtRegisteredClaimNames.Name,
            ValidTypes = [Type],
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            LifetimeValidator = (from, until, token, _) => IsCurrent(from, until, (JsonWebToken)token, options.TimeProvider.GetUtcNow()),
        };
    }

    // Nothing from the future, and nothing that was made to last.
    private static bool IsCurrent(DateTime? from, DateTime? until, JsonWebToken token, DateTimeOffset now) =>
        from <= now.UtcDateTime + Skew
        && token.IssuedAt != DateTime.MinValue
        && token.IssuedAt <= now.UtcDateTime + Skew
        && until > now.UtcDateTime - Skew
        && until <= now.UtcDateTime + Lifetime + Skew;

    /// <summary>
    /// Who makes the request that is being answered, by its caller token, and when it arrived; the platform itself where there is none.
    /// </summary>
    public static Caller Read(IServiceProvider services)
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (services.GetRequiredService<IHttpContextAccessor>().HttpContext is not { } http)
            return Caller.Platform(now);
        var arrived =
            long.TryParse(http.Request.Headers[ArrivedAtHeader], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && http.User.Identity?.IsAuthenticated == true
                ? new DateTimeOffset(ticks, TimeSpan.Zero)
                : now;
        return Caller.From(http.User, arrived);
    }

    private static OpenIdConnectConfiguration Keys(string published)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = Issuer, JsonWebKeySet = new(published) };
        foreach (var key in configuration.JsonWebKeySet.GetSigningKeys())
            configuration.SigningKeys.Add(key);
        return configuration;
    }

    private sealed class PublishedKeys : IConfigurationRetriever<OpenIdConnectConfiguration>
    {
        public async Task<OpenIdConnectConfiguration> GetConfigurationAsync(
            string address,
            IDocumentRetriever retriever,
            CancellationToken cancel
        ) => Keys(await retriever.GetDocumentAsync(address, cancel));
    }
}
