using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;

namespace Platform.Gateway.SignIn;

/// <summary>How often one address can try passwords: <c>SignIn:PerMinute</c>, 10 if not set.</summary>
internal static class SignInLimit
{
    public const string Policy = "sign-in";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddSignInLimit(this WebApplicationBuilder builder)
    {
        var perMinute = builder.Configuration.GetValue("SignIn:PerMinute", 10);
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var left) ? left : Window;
                context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            limiter.AddPolicy(
                Policy,
                http =>
                    HttpMethods.IsPost(http.Request.Method)
                        ? RateLimitPartition.GetFixedWindowLimiter(
                            Client(http.Connection.RemoteIpAddress),
                            _ => new() { PermitLimit = perMinute, Window = Window }
                        )
                        : RateLimitPartition.GetNoLimiter("")
            );
        });
    }

    // One subscriber has a whole /64 of IPv6 addresses.
    internal static string Client(IPAddress? address) =>
        address is { AddressFamily: System.Net.Sockets.AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address?.ToString() ?? "";
}
