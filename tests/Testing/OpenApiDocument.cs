using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Platform.Testing;

/// <summary>The description of a service's API, as it is served and as it is checked in.</summary>
public static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Asserts that what is served is what <c>services/&lt;service&gt;/openapi.json</c> says: a change of the API is seen in review. To
    /// accept a change, run the test with <c>WRITE_OPENAPI=1</c>.
    /// </summary>
    public static async Task AssertCheckedInAsync(Visitor visitor, string service)
    {
        var answer = await visitor.GetAsync("/openapi.json");
        await AssertCheckedInAsync(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            $"services/{service}/openapi.json"
        );
    }

    /// <summary>The same for a description that is checked in as another file.</summary>
    public static async Task AssertCheckedInAsync(string description, string checkedIn)
    {
        var served = JsonNode.Parse(description)!.AsObject();
        Assert.StartsWith("3.1", served["openapi"]!.GetValue<string>());
        var text = served.ToJsonString(Indented) + "\n";
        var file = Path.Combine(Repository, checkedIn);
        if (Environment.GetEnvironmentVariable("WRITE_OPENAPI") == "1")
            await File.WriteAllTextAsync(file, text);
        Assert.Empty(Silent(served));
        Assert.Equal(await File.ReadAllTextAsync(file), text);
    }

    /// <summary>What a description does not say: summaries, parameters, answers, types, fields.</summary>
    public static IEnumerable<string> Silent(JsonNode description)
    {
        foreach (var (address, methods) in description["paths"]!.AsObject())
        foreach (var (method, operation) in methods!.AsObject())
        {
            var place = $"{method.ToUpperInvariant()} {address}";
            if (!Says(operation, "summary"))
                yield return $"{place} has no summary";
            foreach (var parameter in operation!["parameters"]?.AsArray() ?? [])
                if (!Says(parameter, "description"))
                    yield return $"{place} does not say what {parameter!["name"]} is";
            foreach (var (status, answer) in operation["responses"]!.AsObject())
                if (status == "200" && answer!["content"] is null)
                    yield return $"{place} does not say what it answers";
        }
        foreach (var (name, schema) in description["components"]!["schemas"]!.AsObject())
        {
            if (!HasType(schema))
                yield return $"{name} has no type";
            foreach (var (property, its) in schema!["properties"]?.AsObject() ?? [])
            {
                if (!HasType(its))
                    yield return $"{name}.{property} has no type";
                if (!IsDescribed(its))
                    yield return $"{name} does not say what {property} is";
            }
        }
    }

    private static bool Says(JsonNode? thing, string what) => thing?[what]?.GetValue<string>() is { Length: > 0 };

    // Of a thing that may be null, the words stand beside the reference to it.
    private static bool IsDescribed(JsonNode? property) =>
        Says(property, "description") || property?["oneOf"]?.AsArray().Any(one => Says(one, "description")) == true;

    private static bool HasType(JsonNode? schema) =>
        new[] { "type", "$ref", "oneOf", "anyOf", "allOf" }.Any(key => schema?[key] is not null);

    /// <summary>What is checked in for that program: "services/Bids", "gateway".</summary>
    public static JsonNode CheckedIn(string program) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository, program, "openapi.json")))!;

    internal static string Repository
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Platform.sln")))
                folder = Path.GetDirectoryName(folder)!;
            return folder;
        }
    }
}
