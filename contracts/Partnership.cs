using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A Community Safety Partnership, known by its code, "MEL". In JSON the code alone.</summary>
[JsonConverter(typeof(PartnershipJson))]
[JsonText("^[A-Z]{2,6}$", "MEL")]
public sealed record Partnership
{
    private static readonly Dictionary<string, Partnership> ByCode = Load();

    private Partnership(string code, string name, IReadOnlyList<string> districts)
    {
        Code = code;
        Name = name;
        Districts = districts;
    }

    /// <summary>Two to six capital letters that references contain, as in <c>CSP2025-MEL-03</c>. Never changes.</summary>
    public string Code { get; }

    /// <summary>What people call it: "Melton".</summary>
    public string Name { get; }

    /// <summary>The local authority districts it covers, by the names that LSOA names begin with.</summary>
    public IReadOnlyList<string> Districts { get; }

    /// <summary>
    /// Every partnership of this police area, by name. Data: <c>contracts/partnerships.json</c>, or the file that the environment variable
    /// <c>Partnerships__File</c> names, of the same shape.
    /// </summary>
    public static IReadOnlyList<Partnership> All { get; } = [.. ByCode.Values.OrderBy(p => p.Name, StringComparer.Ordinal)];

    /// <summary>The partnership with that code, in upper or lower case.</summary>
    /// <returns>Null when there is none.</returns>
    public static Partnership? Find(string? code) => code is not null && ByCode.TryGetValue(code, out var found) ? found : null;

    /// <summary>The partnership with that code.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Partnership Get(string code) =>
        Find(code) ?? throw new ArgumentException($"There is no partnership {code}.", nameof(code));

    /// <inheritdoc/>
    public bool Equals(Partnership? other) => other?.Code == Code;

    /// <inheritdoc/>
    public override int GetHashCode() => Code.GetHashCode(StringComparison.Ordinal);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private sealed record Row(string Code, string Name, string[] Districts);

    private static Dictionary<string, Partnership> Load()
    {
        using var file = Environment.GetEnvironmentVariable("Partnerships__File") is { Length: > 0 } own
            ? File.OpenRead(own)
            : typeof(Partnership).Assembly.GetManifestResourceStream("partnerships.json")!;
        return JsonSerializer
            .Deserialize<Row[]>(file, JsonSerializerOptions.Web)!
            .ToDictionary(
                r => r.Code,
                r => new Partnership(r.Code, TypedText.Line(r.Name), [.. r.Districts.Select(TypedText.Line)]),
                StringComparer.OrdinalIgnoreCase
            );
    }

    private sealed class PartnershipJson : JsonConverter<Partnership>
    {
        public override Partnership Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Find(reader.GetString()) ?? throw new JsonException("A partnership is named by its code, like \"MEL\".");

        public override void Write(Utf8JsonWriter writer, Partnership value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Code);
    }
}
