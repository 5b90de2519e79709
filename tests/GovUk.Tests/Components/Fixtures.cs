using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Platform.GovUk.Tests.Components;

/// <summary>The examples that GOV.UK Frontend ships with each component: options, and the HTML that they must become.</summary>
internal static class Fixtures
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
        Converters = { new AnyScalarAsText() },
    };

    public static IReadOnlyList<(string Name, JsonObject Options, string Html)> Of(string component)
    {
        var file = Path.Combine(Packages(), "govuk-frontend/dist/govuk/components", component, "fixtures.json");
        var fixtures = JsonNode.Parse(File.ReadAllText(file))!["fixtures"]!.AsArray();
        return [.. fixtures.Select(one => ((string)one!["name"]!, one["options"]!.AsObject(), (string)one["html"]!))];
    }

    public static T Read<T>(JsonObject options)
        where T : class => Tidy(options.DeepClone()).Deserialize<T>(Options)!;

    /// <summary>Nunjucks takes "", 0, false and, in lists, {} for nothing where it looks for an object; here that is null.</summary>
    private static JsonNode Tidy(JsonNode node)
    {
        if (node is JsonArray array)
            for (var i = 0; i < array.Count; i++)
                if (IsFalsy(array[i]))
                    array[i] = null;
                else
                    Tidy(array[i]!);
        if (node is not JsonObject fields)
            return node;
        foreach (var (name, value) in fields.ToList())
            if (name is "day" or "month" or "year" or "html" && IsFalsy(value))
                fields[name] = null;
            else if (name == "end" && value is JsonValue)
                fields[name] = new JsonObject { ["html"] = (string)value! };
            else if (value is not null)
                Tidy(value);
        return node;
    }

    private static bool IsFalsy(JsonNode? node) => node is null || node.ToJsonString() is "false" or "\"\"" or "0" or "{}";

    private static string Packages()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "node_modules/govuk-frontend")))
                return Path.Combine(folder.FullName, "node_modules");
        throw new DirectoryNotFoundException("No node_modules above " + AppContext.BaseDirectory + ": run npm ci.");
    }

    /// <summary>Macros print numbers and booleans where our options are text.</summary>
    private sealed class AnyScalarAsText : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Null => null,
                JsonTokenType.True => "true",
                JsonTokenType.False => "false",
                JsonTokenType.Number => reader.GetDecimal().ToString(System.Globalization.CultureInfo.InvariantCulture),
                _ => throw new JsonException($"{reader.TokenType} where text belongs."),
            };

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}
