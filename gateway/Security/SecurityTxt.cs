using System.Globalization;

namespace Platform.Gateway.Security;

/// <summary>Says to whoever finds a fault in our security whom to tell (RFC 9116).</summary>
internal static class SecurityTxt
{
    public const string Path = "/.well-known/security.txt";

    // Less than a year, as the RFC asks: an address that nobody reads any more ends with the platform that names it.
    private static readonly TimeSpan GoodFor = TimeSpan.FromDays(180);

    public static void MapSecurityTxt(this WebApplication app) =>
        app.MapGet(
                Path,
                (IConfiguration configuration, HttpRequest request) =>
                    (configuration["Security:Contact"] ?? configuration["Platform:ContactEmail"]) is { Length: > 0 } contact
                        ? Results.Text(Write(contact, configuration["Platform:PublicAddress"] ?? $"{request.Scheme}://{request.Host}"))
                        : Results.NotFound()
            )
            .AllowAnonymous()
            .ExcludeFromDescription();

    private static string Write(string contact, string address) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            Contact: {(contact.Contains(':') ? contact : "mailto:" + contact)}
            Expires: {TimeProvider.System.GetUtcNow() + GoodFor:yyyy-MM-ddTHH:mm:ssZ}
            Preferred-Languages: en
            Canonical: {address.TrimEnd('/')}{Path}

            """
        );
}
