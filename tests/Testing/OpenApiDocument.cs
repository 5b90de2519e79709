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
    /// take a change over, run the test with <c>WRITE_OPENAPI=1</c>.
    /// </summary>
    public static async Task AssertCheckedInAsync(Visitor visitor, string service)
    {
        var answer = await visitor.GetAsync("/openapi.json");
        await AssertCheckedInAsync(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            $"services/{service}/openapi.json"
        );
    }

    /// <summary>The same for a description that is kept in another file of the repository.</summary>
    public static async Task AssertCheckedInAsync(string description, string checkedIn)
    {
        var served = JsonNode.Parse(description)!.AsObject();
        Assert.StartsWith("3.1", served["openapi"]!.GetValue<string>());
        var text = served.ToJsonString(Indented) + "\n";
        var file = Path.Combine(Repository, checkedIn);
        if (Environment.GetEnvironmentVariable("WRITE_OPENAPI") == "1")
            await File.WriteAllTextAsync(file, text);
        Assert.Equal(await File.ReadAllTextAsync(file), text);
    }

    /// <summary>What is checked in for that program: "services/Bids", "gateway".</summary>
    public static JsonNode CheckedIn(string program) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository, program, "openapi.json")))!;

    private static string Repository
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
