using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;

namespace Platform.ServiceDefaults.Audit;

/// <summary>
/// The heads of a service's log outside its database: <c>bids.heads</c> in <c>Audit:Folder</c>, a line for each. A line is a compact JSON
/// Web Signature (RFC 7515), by ES256 with <c>Audit:Key</c>, a private key of P-256 as PEM; without one, an unsecured one. Whoever only
/// checks it has the public key, in <c>Audit:Public</c>.
/// </summary>
internal sealed class HeadsFile(IConfiguration configuration, ServiceName service)
{
    private static readonly JsonWebTokenHandler Tokens = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Where it is; null where heads are not handed outside.</summary>
    public string? Location =>
        configuration["Audit:Folder"] is { Length: > 0 } folder ? Path.Combine(folder, service.Value + ".heads") : null;

    /// <summary>Adds those of the heads that are later than what it has.</summary>
    /// <exception cref="CryptographicException">The key is none.</exception>
    public async Task AppendAsync(IEnumerable<EventLogHead> heads, CancellationToken cancellationToken)
    {
        if (Location is not { } file)
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var key = Key("Audit:Key");
        var last = File.Exists(file) ? File.ReadLines(file).Max(l => Read(l, null)?.Number) ?? 0 : 0;
        await File.AppendAllLinesAsync(file, heads.Where(h => h.Number > last).Select(h => Line(h, key)), cancellationToken);
    }

    /// <summary>
    /// The heads of a file, each with its line's number; null for a line that is not of this service, or not signed as it should be.
    /// </summary>
    /// <exception cref="CryptographicException">The key is none.</exception>
    public IEnumerable<(int Line, EventLogHead? Head)> Read(string file)
    {
        using var key = Key("Audit:Public") ?? Key("Audit:Key");
        var number = 0;
        foreach (var line in File.ReadLines(file))
            yield return (++number, Read(line, key));
    }

    private ECDsa? Key(string name)
    {
        if (configuration[name] is not { Length: > 0 } pem)
            return null;
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return key;
    }

    private string Line(EventLogHead head, ECDsa? key)
    {
        var said = JsonSerializer.Serialize(new Said(service.Value, head), Doors.Json);
        return key is null
            ? Tokens.CreateToken(said)
            : Tokens.CreateToken(said, new SigningCredentials(Of(key), SecurityAlgorithms.EcdsaSha256));
    }

    private EventLogHead? Read(string line, ECDsa? key)
    {
        try
        {
            var token = Tokens.ReadJsonWebToken(line);
            if (key is not null && !IsSigned(token, key))
                return null;
            var said = JsonSerializer.Deserialize<Said>(Base64UrlEncoder.Decode(token.EncodedPayload), Doors.Json);
            return said?.Service == service.Value ? said.Head : null;
        }
        catch (Exception e) when (e is FormatException or JsonException or ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private static bool IsSigned(JsonWebToken token, ECDsa key)
    {
        var check = new TokenValidationParameters
        {
            IssuerSigningKey = Of(key),
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            // A head is no token: it is for everybody, and for ever.
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        };
        return Tokens.ValidateTokenAsync(token, check).GetAwaiter().GetResult().IsValid;
    }

    // Its own crypto, so that a key which is disposed of is not used again.
    private static ECDsaSecurityKey Of(ECDsa key) => new(key) { CryptoProviderFactory = new() { CacheSignatureProviders = false } };

    private sealed record Said(string Service, EventLogHead Head);
}
