using System.Text.Json.Nodes;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Gateway.Tests.Reference;

public sealed class ReadersDocumentTests(Databases given)
{
    private static readonly string[] Programs =
    [
        "gateway",
        .. ServiceNames.BehindTheGateway.Select(name => $"services/{char.ToUpperInvariant(name[0])}{name[1..]}"),
    ];

    [Fact]
    public async Task Get_HasEveryOperationOfEveryProgramAsItIs()
    {
        var all = await GetAsync();
        Assert.StartsWith("3.1", all["openapi"]!.GetValue<string>());
        var parts = Programs.Select(OpenApiDocument.CheckedIn).ToList();
        Assert.Equal(
            parts.SelectMany(p => p["paths"]!.AsObject()).Select(p => p.Key).Order(StringComparer.Ordinal),
            all["paths"]!.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal)
        );
        foreach (var (address, operations) in parts.SelectMany(p => p["paths"]!.AsObject()))
            Assert.True(JsonNode.DeepEquals(operations, all["paths"]![address]), address);
        foreach (var (name, schema) in parts.SelectMany(p => p["components"]!["schemas"]!.AsObject()))
            Assert.True(
                JsonNode.DeepEquals(Undescribed(schema), Undescribed(all["components"]!["schemas"]![name])),
                $"{name} is two different things"
            );
        Assert.Equal("bearer", all["components"]!["securitySchemes"]![ApiDescription.Token]!["scheme"]!.GetValue<string>());
    }

    [Fact]
    public async Task Get_EveryReference_LeadsSomewhere()
    {
        var all = await GetAsync();
        var references = ReferencesIn(all).Distinct().ToList();
        Assert.NotEmpty(references);
        Assert.All(references, r => Assert.NotNull(r[2..].Split('/').Aggregate((JsonNode?)all, (node, name) => node?[name])));
    }

    [Fact]
    public async Task Get_Operations_TakeATokenExceptThoseForEverybody()
    {
        var all = await GetAsync();
        Assert.Equal(
            ["GET /api/rounds", "GET /api/rounds/{reference}", "POST /api/receipts", "POST /api/tokens"],
            from path in all["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            where operation.Value!["security"] is not JsonArray { Count: > 0 }
            let name = $"{operation.Key.ToUpperInvariant()} {path.Key}"
            orderby name
            select name
        );
    }

    private async Task<JsonNode> GetAsync()
    {
        using var browser = new Browser(given.Host.Address);
        var answer = await browser.GetAsync("/api/openapi.json");
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    private static JsonObject Undescribed(JsonNode? schema)
    {
        var copy = schema!.DeepClone().AsObject();
        copy.Remove("description");
        return copy;
    }

    private static IEnumerable<string> ReferencesIn(JsonNode? node) =>
        node switch
        {
            JsonObject thing => thing.SelectMany(p =>
                p.Key == "$ref" && p.Value is JsonValue value ? [value.GetValue<string>()] : ReferencesIn(p.Value)
            ),
            JsonArray list => list.SelectMany(ReferencesIn),
            _ => [],
        };
}
