using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Notifications.Delivery;

/// <summary>The service at GOV.UK Notify that letters go through: <c>Mail:Notify</c>.</summary>
/// <param name="Address">The address of its API.</param>
/// <param name="Service">The service's id: the last part but one of the key.</param>
/// <param name="Secret">The last part of the key.</param>
/// <param name="Template">The id of an e-mail template whose subject is ((subject)) and whose body is ((body)).</param>
/// <param name="ReplyTo">The id of a reply-to address that was set up there; null for the service's own.</param>
internal sealed record NotifyAccount(Uri Address, Guid Service, string Secret, Guid Template, Guid? ReplyTo)
{
    private const int IdLength = 36;

    public static NotifyAccount Read(IConfiguration configuration)
    {
        var key = configuration.Required("Mail:Notify:ApiKey");
        if (
            key.Length < 2 * IdLength + 1
            || !Guid.TryParse(key[^IdLength..], out _)
            || !Guid.TryParse(key[^(2 * IdLength + 1)..^(IdLength + 1)], out var service)
        )
            throw new InvalidOperationException(
                "Mail:Notify:ApiKey is not a GOV.UK Notify key: it ends with the service's id and a secret, each 36 characters long."
            );
        var address = configuration["Mail:Notify:Address"] ?? "https://api.notifications.service.gov.uk";
        if (!Uri.TryCreate(address.TrimEnd('/') + "/", UriKind.Absolute, out var uri))
            throw new InvalidOperationException($"Mail:Notify:Address is no address: {address}.");
        return new(
            uri,
            service,
            key[^IdLength..],
            Id(configuration, "Mail:Notify:TemplateId"),
            configuration["Mail:Notify:ReplyToId"] is { Length: > 0 } ? Id(configuration, "Mail:Notify:ReplyToId") : null
        );
    }

    /// <summary>A token for one request (JWT, HS256), good for half a minute around <paramref name="now"/> by the system's clock.</summary>
    public string Token(DateTimeOffset now)
    {
        var signed = Part(new { typ = "JWT", alg = "HS256" }) + "." + Part(new { iss = Service, iat = now.ToUnixTimeSeconds() });
        return signed + "." + Base64(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.ASCII.GetBytes(signed)));
    }

    private static Guid Id(IConfiguration configuration, string key) =>
        Guid.TryParse(configuration.Required(key), out var id)
            ? id
            : throw new InvalidOperationException($"{key} is no id: {configuration[key]}.");

    private static string Part(object part) => Base64(JsonSerializer.SerializeToUtf8Bytes(part));

    private static string Base64(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
