using System.Security.Cryptography;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Gateway.Forwarding;

/// <summary>The key that signs caller tokens, and where the services find the public half of it.</summary>
internal static class CallerKeys
{
    /// <summary>What a service's <c>CallerKeys:Address</c> ends with.</summary>
    public const string Path = "/.well-known/caller-keys.json";

    /// <summary>
    /// Signs with <c>CallerKeys:Private</c>; publishes also <c>CallerKeys:Next</c>, before it signs, and <c>CallerKeys:Previous</c>, while
    /// tokens that it signed are under way.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is none, or one cannot be read.</exception>
    public static void AddCallerKeys(this WebApplicationBuilder builder)
    {
        string?[] others = [builder.Configuration["CallerKeys:Next"], builder.Configuration["CallerKeys:Previous"]];
        try
        {
            builder.Services.AddSingleton(
                new CallerSigner(builder.Configuration.Required("CallerKeys:Private"), others.OfType<string>().Where(key => key.Length > 0))
            );
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new InvalidOperationException(
                $"CallerKeys:Private must be a private key of the curve P-256 as PEM, and :Next and :Previous keys of it: {e.Message}",
                e
            );
        }
        builder.Services.AddSingleton<SessionTokens>();
    }

    public static void MapCallerKeys(this IEndpointRouteBuilder app) =>
        app.MapGet(Path, (CallerSigner signer) => Results.Text(signer.Published, "application/json"))
            .AllowAnonymous()
            .ExcludeFromDescription();
}
