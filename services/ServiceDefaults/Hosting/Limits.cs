using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.ServiceDefaults.Callers;

namespace Platform.ServiceDefaults.Hosting;

/// <summary>
/// How often a minute one person may ask for what costs much: <c>Limits:Pdf</c> and so on. Who is not signed in is told by the network
/// address. Beyond that the answer is 429, with <c>Retry-After</c>.
/// </summary>
public static class Limits
{
    /// <summary>Making a PDF: 20.</summary>
    public const string Pdf = nameof(Pdf);

    /// <summary>Sending a file; looking at the page does not count: 60.</summary>
    public const string Upload = nameof(Upload);

    /// <summary>Taking a file of data away: 30.</summary>
    public const string Export = nameof(Export);

    /// <summary>Searching for words: 120.</summary>
    public const string Search = nameof(Search);

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>Registers the limits; an endpoint or a page names its own.</summary>
    public static void AddLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                SayWhen(context);
                return ValueTask.CompletedTask;
            };
            Add(Pdf, 20);
            Add(Upload, 60);
            Add(Export, 30);
            Add(Search, 120);

            void Add(string name, int usual)
            {
                var most = configuration.GetValue($"Limits:{name}", usual);
                limiter.AddPolicy(
                    name,
                    http =>
                        name == Upload && HttpMethods.IsGet(http.Request.Method)
                            ? RateLimitPartition.GetNoLimiter("")
                            : RateLimitPartition.GetFixedWindowLimiter(
                                name + WhoseOf(http),
                                _ => new() { PermitLimit = most, Window = Window }
                            )
                );
            }
        });
    }

    /// <summary>Says in the answer to a request that was refused when to try again.</summary>
    public static void SayWhen(OnRejectedContext context)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
        context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Where a request came from, for counting: one subscriber has a whole /64 of IPv6 addresses.</summary>
    public static string SourceOf(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.ToString() ?? "";

    private static string WhoseOf(HttpContext http) =>
        http.User.FindFirstValue(ClaimTypes.NameIdentifier)
        ?? SourceOf(IPAddress.TryParse(http.Request.Headers[CallerTokens.SourceHeader], out var source) ? source : null);
}
