using System.Collections.Concurrent;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.ServiceDefaults.Persistence;

/// <summary>
/// Keeps what is personal beside what is hashed. The JSON has a commitment in place of each text that is <see cref="PersonalAttribute"/>: a
/// hash of a random salt, of where it stands, and of itself. Without the salt nobody can guess it, and the JSON and its hash stay as they
/// are when it is forgotten.
/// </summary>
public static class Commitments
{
    /// <summary>What is read in place of a text that was forgotten.</summary>
    public const string NoLongerKept = "no longer kept";

    /// <summary>The member that stands in the JSON in place of a text. No contract has one of that name.</summary>
    public const string Member = "$commitment";

    private static readonly ConcurrentDictionary<Type, bool> known = new();

    /// <summary>The texts that JSON commits to.</summary>
    /// <param name="Salt">Random, in Base64.</param>
    /// <param name="Texts">Each text by where it stands: "details.name", "changes.0".</param>
    public sealed record Beside(string Salt, SortedDictionary<string, string> Texts);

    /// <summary>A value as JSON, and its personal texts as JSON of their own; null where it has none.</summary>
    public static (string Json, string? Personal) Part(object value)
    {
        var type = value.GetType();
        if (!HasPersonal(type))
            return (JsonSerializer.Serialize(value, type, Doors.Json), null);
        var json = JsonSerializer.SerializeToNode(value, type, Doors.Json)!;
        var salt = RandomNumberGenerator.GetBytes(32);
        var beside = new Beside(Convert.ToBase64String(salt), new(StringComparer.Ordinal));
        if (type.IsDefined(typeof(PersonalAttribute)))
            Commit(json["by"]!, typeof(Person), "by", true, salt, beside);
        Commit(json, type, "", false, salt, beside);
        return (json.ToJsonString(Doors.Json), beside.Texts.Count == 0 ? null : JsonSerializer.Serialize(beside, Doors.Json));
    }

    /// <summary>The JSON with its personal texts in place; with <see cref="NoLongerKept"/> where they were forgotten.</summary>
    /// <exception cref="JsonException">Either is no JSON.</exception>
    public static string Whole(string json, string? personal)
    {
        if (!HasCommitments(json))
            return json;
        var texts = personal is null ? null : Read(personal).Texts;
        var whole = JsonNode.Parse(json)!;
        foreach (var (path, _, place) in Places(whole, "").ToList())
            place.ReplaceWith(JsonValue.Create(texts?.GetValueOrDefault(path) ?? NoLongerKept));
        return whole.ToJsonString(Doors.Json);
    }

    /// <summary>Whether the texts are those that the JSON commits to, all of them, and no others. What was forgotten fits.</summary>
    public static bool Fit(string json, string? personal)
    {
        if (personal is null)
            return true;
        try
        {
            var (beside, places) = (Read(personal), Places(JsonNode.Parse(json)!, "").ToList());
            var salt = Convert.FromBase64String(beside.Salt);
            return places.Count == beside.Texts.Count
                && places.All(p => beside.Texts.TryGetValue(p.Path, out var text) && Of(salt, p.Path, text) == p.Commitment);
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return false;
        }
    }

    /// <summary>Whether a value of that type can have personal texts.</summary>
    public static bool HasPersonal(Type type) => known.GetOrAdd(type, t => HasPersonal(t, []));

    /// <summary>Whether the JSON commits to any text.</summary>
    public static bool HasCommitments(string json) => json.Contains($"\"{Member}\":", StringComparison.Ordinal);

    /// <summary>The texts that are kept beside JSON, by where they stand.</summary>
    public static IReadOnlyDictionary<string, string> Texts(string personal) => Read(personal).Texts;

    private static Beside Read(string personal) =>
        JsonSerializer.Deserialize<Beside>(personal, Doors.Json) is { Salt: not null, Texts: not null } beside
            ? beside
            : throw new JsonException("What is kept beside an event is a salt and texts.");

    private static void Commit(JsonNode? node, Type type, string path, bool isPersonal, byte[] salt, Beside beside)
    {
        if (node is JsonObject members)
            foreach (var property in type.GetProperties().Where(p => p.GetMethod is not null))
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
                if (members[name] is { } member)
                    Commit(
                        member,
                        property.PropertyType,
                        path.Length == 0 ? name : $"{path}.{name}",
                        isPersonal || property.IsDefined(typeof(PersonalAttribute)),
                        salt,
                        beside
                    );
            }
        else if (node is JsonArray elements && ElementOf(type) is { } element)
            foreach (var (index, one) in elements.ToList().Index())
                Commit(one, element, $"{path}.{index}", isPersonal, salt, beside);
        else if (isPersonal && type == typeof(string) && node!.GetValue<string>() is { Length: > 0 } text)
        {
            beside.Texts[path] = text;
            node.ReplaceWith(new JsonObject { [Member] = Of(salt, path, text) });
        }
    }

    private static IEnumerable<(string Path, string Commitment, JsonNode Place)> Places(JsonNode node, string path)
    {
        if (node is JsonObject { Count: 1 } place && place[Member] is JsonValue value && value.TryGetValue<string>(out var commitment))
            return [(path, commitment, place)];
        string Below(string name) => path.Length == 0 ? name : $"{path}.{name}";
        return node switch
        {
            JsonObject members => members.Where(m => m.Value is not null).SelectMany(m => Places(m.Value!, Below(m.Key))),
            JsonArray elements => elements.Index().Where(e => e.Item is not null).SelectMany(e => Places(e.Item!, Below($"{e.Index}"))),
            _ => [],
        };
    }

    // No path has a NUL in it.
    private static string Of(byte[] salt, string path, string text) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes($"{path}\0{text}")]));

    private static bool HasPersonal(Type type, HashSet<Type> seen) =>
        seen.Add(type)
        && type.Namespace?.StartsWith("Platform.", StringComparison.Ordinal) == true
        && (
            type.IsDefined(typeof(PersonalAttribute))
            || type.GetProperties()
                .Any(p => p.IsDefined(typeof(PersonalAttribute)) || HasPersonal(ElementOf(p.PropertyType) ?? p.PropertyType, seen))
        );

    private static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericArguments() is [var element] && type.IsAssignableTo(typeof(System.Collections.IEnumerable))
            ? element
        : null;
}
