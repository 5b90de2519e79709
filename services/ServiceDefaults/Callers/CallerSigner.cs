using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Platform.Contracts;

namespace Platform.ServiceDefaults.Callers;

/// <summary>Makes caller tokens. The gateway alone has a key for it.</summary>
public sealed class CallerSigner
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly SigningCredentials credentials;

    /// <summary>A signer with that key.</summary>
    /// <param name="key">A private key of the curve P-256, as PEM.</param>
    /// <param name="others">
    /// Keys of that curve, private or public, as PEM: the one that comes next, the one before. They are published, and sign nothing.
    /// </param>
    /// <exception cref="CryptographicException">A text is no such key.</exception>
    public CallerSigner(string key, IEnumerable<string> others)
    {
        var own = Read(key);
        // Throws for a public key.
        own.ECDsa.ExportParameters(includePrivateParameters: true);
        credentials = new(own, SecurityAlgorithms.EcdsaSha256);
        Published = JsonSerializer.Serialize(new { keys = others.Select(Read).Prepend(own).Select(Public) });
    }

    /// <summary>The public keys that tokens can be checked with: a JSON Web Key Set (RFC 7517).</summary>
    public string Published { get; }

    /// <summary>A new private key, as PEM.</summary>
    public static string NewKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }

    /// <summary>A token that says to that service who the caller is.</summary>
    /// <param name="service">The service: "bids".</param>
    /// <param name="person">The caller.</param>
    /// <param name="roles">Their roles.</param>
    /// <param name="partnership">Their partnership; null for the commissioner's office.</param>
    /// <param name="now">By the system's clock.</param>
    /// <param name="confirmedUntil">
    /// Until when it counts that they have given their password or a second factor again, in seconds of Unix time; null where it does not.
    /// </param>
    public string Issue(
        string service,
        Person person,
        IEnumerable<string> roles,
        Partnership? partnership,
        DateTimeOffset now,
        string? confirmedUntil = null
    )
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = person.UserId.ToString(),
            [JwtRegisteredClaimNames.Name] = person.Name,
            ["roles"] = roles.ToArray(),
        };
        if (confirmedUntil is not null)
            claims[Confirmation.Claim] = confirmedUntil;
        if (partnership is not null)
            claims[Caller.PartnershipClaim] = partnership.Code;
        return handler.CreateToken(
            new SecurityTokenDescriptor
            {
                TokenType = CallerTokens.Type,
                Issuer = CallerTokens.Issuer,
                Audience = service,
                IssuedAt = now.UtcDateTime,
                NotBefore = now.UtcDateTime,
                Expires = (now + CallerTokens.Lifetime).UtcDateTime,
                Claims = claims,
                SigningCredentials = credentials,
            }
        );
    }

    private static ECDsaSecurityKey Read(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        if (key.KeySize != 256)
            throw new CryptographicException("A key for caller tokens must be of the curve P-256.");
        var read = new ECDsaSecurityKey(key);
        read.KeyId = Base64UrlEncoder.Encode(read.ComputeJwkThumbprint());
        return read;
    }

    private static object Public(ECDsaSecurityKey key)
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new
        {
            kty = JsonWebAlgorithmsKeyTypes.EllipticCurve,
            crv = JsonWebKeyECTypes.P256,
            use = JsonWebKeyUseNames.Sig,
            alg = SecurityAlgorithms.EcdsaSha256,
            kid = key.KeyId,
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y),
        };
    }
}
