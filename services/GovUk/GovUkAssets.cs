using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Platform.GovUk;

/// <summary>
/// Styles, scripts and icons, carried in this assembly. Their address holds a hash of what they contain, so a browser may keep them for
/// ever; every service's pages link to that address and the gateway alone serves it.
/// </summary>
public static class GovUkAssets
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
    };

    private static readonly SortedDictionary<string, byte[]> Files = Read();
    private static readonly string Hash = HashOf(Files.Values);

    /// <summary>Address of the stylesheet.</summary>
    public static string Stylesheet { get; } = AddressOf("platform.css");

    /// <summary>Address of the script, a module.</summary>
    public static string Script { get; } = AddressOf("platform.js");

    /// <summary>Address of the favicon.</summary>
    public static string Favicon { get; } = AddressOf("favicon.svg");

    /// <summary>The address of one file, such as "platform.css".</summary>
    public static string AddressOf(string file) => $"/assets/{Hash}/{file}";

    /// <summary>The address of the boundaries of a district's areas, by its ONS code; null where none are shipped.</summary>
    public static string? BoundariesOf(string district) =>
        Files.ContainsKey($"areas-{district}.json") ? AddressOf($"areas-{district}.json") : null;

    /// <summary>What is in one file, for a page that must carry it.</summary>
    public static string TextOf(string file) => Encoding.UTF8.GetString(Files[file]);

    /// <summary>Serves the files at their addresses, to anyone. For the gateway.</summary>
    public static IEndpointConventionBuilder MapGovUkAssets(this IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet(
                $"/assets/{Hash}/{{file}}",
                (string file, HttpContext context) =>
                {
                    if (!Files.TryGetValue(file, out var content))
                        return Results.NotFound();
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                    context.Response.Headers.XContentTypeOptions = "nosniff";
                    return Results.Bytes(
                        content,
                        Types[Path.GetExtension(file)],
                        entityTag: new EntityTagHeaderValue($"\"{HashOf([content])}\"")
                    );
                }
            )
            .AllowAnonymous()
            .ExcludeFromDescription();

    private static SortedDictionary<string, byte[]> Read()
    {
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var assembly = typeof(GovUkAssets).Assembly;
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!Types.ContainsKey(Path.GetExtension(name)))
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            files[name] = new byte[stream.Length];
            stream.ReadExactly(files[name]);
        }
        return files;
    }

    private static string HashOf(IEnumerable<byte[]> contents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var content in contents)
            hash.AppendData(content);
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }
}
