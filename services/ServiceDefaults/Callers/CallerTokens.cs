using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.BearerToken;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.ServiceDefaults.Callers;

/// <summary>
/// Makes and reads caller tokens: tickets of the framework's bearer-token handler, protected with the platform's key ring. Only the
/// gateway makes them.
/// </summary>
public sealed class CallerTokens(IOptionsMonitor<BearerTokenOptions> options)
{
    /// <summary>The authentication scheme of services.</summary>
    public const string Scheme = "caller";

    /// <summary>
    /// The header with the instant at which a request reached the gateway, in UTC ticks. The gateway overwrites what comes from outside.
    /// </summary>
    public const string ArrivedAtHeader = "Platform-Arrived-At";

    /// <summary>How long a token is valid. A disabled user is out within this time.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    /// <summary>A token that says who the caller is.</summary>
    public string Issue(Person person, IEnumerable<string> roles, Partnership? partnership)
    {
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, person.UserId.ToString()), new(ClaimTypes.Name, person.Name) };
        claims.AddRange(roles.Select(role => new Claim(ClaimTypes.Role, role)));
        if (partnership is not null)
            claims.Add(new(Caller.PartnershipClaim, partnership.Code));
        // Sign-in runs on the system's own clock, never on one that a demonstration moves.
        var expires = TimeProvider.System.GetUtcNow() + Lifetime;
        return options
            .Get(Scheme)
            .BearerTokenProtector.Protect(
                new AuthenticationTicket(
                    new ClaimsPrincipal(new ClaimsIdentity(claims, Scheme)),
                    new AuthenticationProperties { ExpiresUtc = expires },
                    Scheme
                )
            );
    }

    internal static Caller Read(IServiceProvider services)
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
}

/// <summary>Registers callers.</summary>
public static class CallersRegistration
{
    /// <summary>The key ring (<c>ConnectionStrings:Keys</c>), caller tokens, and the injected <see cref="Caller"/>.</summary>
    public static void AddCallers(this WebApplicationBuilder builder)
    {
        var keys = builder.Configuration.Required("ConnectionStrings:Keys");
        builder.Services.AddSingleton(_ => new KeyRing(keys));
        builder.Services.AddDataProtection().SetApplicationName("platform");
        builder.Services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((o, ring) => o.XmlRepository = ring);
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton<CallerTokens>();
        builder.Services.AddScoped(CallerTokens.Read);
        builder.Services.AddAuthentication().AddBearerToken(CallerTokens.Scheme, o => o.TimeProvider = TimeProvider.System);
    }
}
