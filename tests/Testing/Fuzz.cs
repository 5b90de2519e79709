using System.Text;
using System.Text.Json.Nodes;

namespace Platform.Testing;

/// <summary>A request that a fuzz made.</summary>
/// <param name="Operation">"PUT /api/bids/{reference}".</param>
/// <param name="Wrong">What is wrong with it; "nothing" where it looks right.</param>
public sealed record FuzzedRequest(string Operation, string Wrong)
{
    internal string Address { get; init; } = "";
    internal byte[]? Content { get; init; }
    internal string? ContentType { get; init; }
    internal IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>The request, with its address as it was written.</summary>
    public HttpRequestMessage To(Uri server)
    {
        var asWritten = new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true };
        var request = new HttpRequestMessage(
            new HttpMethod(Operation.Split(' ')[0]),
            new Uri(server.GetLeftPart(UriPartial.Authority) + Address, asWritten)
        );
        if (Content is not null)
        {
            request.Content = new ByteArrayContent(Content);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        }
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Operation} ({Wrong}) {Address[..Math.Min(Address.Length, 120)]}";
}

/// <summary>
/// Requests made from the description of an API: for every operation one that looks right, and some in which one thing is what nobody would
/// send by mistake. The same seed makes the same requests.
/// </summary>
/// <param name="description">The OpenAPI document.</param>
/// <param name="seed">Of the choices.</param>
/// <param name="known">Values for a parameter of a path, by path and name: ids of things that are there; empty for none.</param>
public sealed class Fuzz(JsonNode description, int seed, Func<string, string, IReadOnlyList<string>> known)
{
    private const string Here = "@@here@@";

    private static readonly string Long = new('a', 70_000);

    // As they stand in JSON: some are no valid strings or numbers.
    private static readonly string[] Values =
    [
        "null",
        "true",
        "0",
        "-1",
        "1.5",
        "2147483648",
        "-9223372036854775809",
        "1e309",
        "[]",
        "{}",
        "[null]",
        "[[[[[[[[[[]]]]]]]]]]",
        """{"a":1,"a":2}""",
        "\"\"",
        "\"  \"",
        """
            "\u0000"
            """.Trim(),
        """
            "\ud800"
            """.Trim(),
        """
            "\u202e\u200b\ufeff"
            """.Trim(),
        "\"😀 é ñ 中文\"",
        "\"0001-01-01\"",
        "\"9999-12-31\"",
        "\"9999-12-31T23:59:59+14:00\"",
        "\"2025-02-30\"",
        "\"-0.01\"",
        "\"99999999999999999999.99\"",
        "\"NaN\"",
        "\"9999/00\"",
        "\"00000000-0000-0000-0000-000000000000\"",
        "\"MEL\"",
        "\"'; drop table bids; --\"",
        "\"<script>alert(1)</script>\"",
        "\"${7*7}{{7*7}}{0}%s%n\"",
        "\"../../../etc/passwd\"",
        """
            "a\r\nSet-Cookie: a=b"
            """.Trim(),
        $"\"{Long}\"",
        $"[{string.Join(',', Enumerable.Repeat("1", 5_000))}]",
    ];

    private static readonly string[] Bodies =
    [
        "",
        "null",
        "[]",
        "\"x\"",
        "{",
        "{}x",
        "\ufeff{}",
        new('[', 20_000),
        string.Concat(Enumerable.Repeat("{\"a\":", 5_000)),
        "{\"\\u0000\":\"\\u0000\"}",
    ];

    // Some are escaped already, or wrongly.
    private static readonly string[] InAddresses =
    [
        "%00",
        "%",
        "%zz",
        "%ff%fe",
        "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "..%5c..%5cappsettings.json",
        "%0d%0aSet-Cookie:%20a=b",
        "%27%20or%20%271%27=%271",
        "%27%3bselect%20pg_sleep(9)--",
        "%3Cscript%3E",
        "%F0%9F%98%80",
        "%E2%80%AE",
        "-1",
        "0",
        "1.5",
        "99999999999999999999",
        "null",
        "true",
        "*",
        "00000000-0000-0000-0000-000000000000",
        "0001-01-01",
        "9999-12-31",
        "9999-99-q9",
        new('a', 3_000),
    ];

    private static readonly string[] Versions =
    [
        "*",
        "1",
        "\"\"",
        "\"-1\"",
        "\"99999999999999999999\"",
        "W/\"1\"",
        "\"1\", \"2\"",
        "\"a\tb\"",
        "\"",
    ];
    private static readonly string[] Files =
    [
        "%PDF-1.7\nxref",
        "PK\u0003\u0004",
        "<html><script>alert(1)</script>",
        "\u0089PNG\r\n\u001a\n",
        "",
        "MZ",
    ];
    private static readonly string[] FileNames =
    [
        "a.pdf",
        "../../a.pdf",
        "a.pdf\0.exe",
        "a.xlsx",
        "a.svg",
        "a.docx",
        new('a', 400),
        "😀.png",
    ];

    private readonly Random random = new(seed);

    /// <summary>The requests.</summary>
    /// <param name="each">How many of each operation have something wrong.</param>
    public IEnumerable<FuzzedRequest> Requests(int each)
    {
        foreach (var (path, methods) in description["paths"]!.AsObject())
        foreach (var (method, operation) in methods!.AsObject())
            for (var i = 0; i <= each; i++)
                yield return Make($"{method.ToUpperInvariant()} {path}", operation!, i > 0);
    }

    private FuzzedRequest Make(string name, JsonNode operation, bool isWrong)
    {
        var path = name[(name.IndexOf(' ') + 1)..];
        var parameters = (operation["parameters"]?.AsArray() ?? []).Select(p => p!).ToList();
        var kinds = operation["requestBody"]?["content"]?.AsObject();
        // What is in the body is most of what can be wrong.
        string[] places =
        [
            .. parameters.Select(p => p["name"]!.GetValue<string>()),
            .. kinds is null ? ["body"] : Enumerable.Repeat("body", parameters.Count + 2),
        ];
        var wrong = isWrong ? Pick(places) : null;
        var address = path;
        var query = new List<string>();
        var headers = new List<(string, string)>();
        foreach (var parameter in parameters)
        {
            var own = parameter["name"]!.GetValue<string>();
            var isHere = own == wrong;
            switch (parameter["in"]!.GetValue<string>())
            {
                case "path":
                    address = address.Replace($"{{{own}}}", isHere ? Pick(InAddresses) : Right(path, own, parameter["schema"]!));
                    break;
                case "query" when isHere || random.Next(4) == 0:
                    query.Add($"{own}={(isHere ? Pick(InAddresses) : Right(path, own, parameter["schema"]!))}");
                    break;
                case "header" when own == "If-Match":
                    headers.Add((own, isHere ? Pick(Versions) : "\"1\""));
                    break;
                case "header" when isHere:
                    headers.Add((own, Pick(["", "a b", new string('k', 5_000), "00000000-0000-0000-0000-000000000000"])));
                    break;
            }
        }
        var (content, type) = kinds is { Count: > 0 }
            ? Body(kinds, wrong == "body")
            : (wrong == "body" ? Encoding.UTF8.GetBytes("{}") : null, null);
        return new(name, wrong ?? "nothing")
        {
            Address = address + (query.Count == 0 ? "" : "?" + string.Join('&', query)),
            Content = content,
            ContentType = type ?? "application/json",
            Headers = headers,
        };
    }

    private string Right(string path, string name, JsonNode schema) =>
        known(path, name) is { Count: > 0 } values
            ? Uri.EscapeDataString(Pick(values))
            : Uri.EscapeDataString(Build(schema, 0)?.ToString() ?? "x");

    private (byte[] Content, string Type) Body(JsonObject kinds, bool isWrong)
    {
        var (type, media) = kinds.ElementAt(random.Next(kinds.Count));
        if (type == "application/json")
            return (Encoding.UTF8.GetBytes(isWrong ? WrongJson(media!["schema"]!) : Build(media!["schema"]!, 0)!.ToJsonString()), type);
        if (type == "application/x-www-form-urlencoded")
            return (
                Encoding.UTF8.GetBytes(
                    isWrong ? Pick(["%", "=", "a=%00", "a=" + Long, "grant_type=client_credentials&client_id=%00"]) : "a=b"
                ),
                type
            );
        if (type != "multipart/form-data")
            return (Encoding.Latin1.GetBytes(Pick(Files)), type == "*/*" ? "application/octet-stream" : type);
        var form =
            $"--B\r\nContent-Disposition: form-data; name=\"File\"; filename=\"{Pick(FileNames)}\"\r\nContent-Type: application/pdf\r\n\r\n"
            + $"{Pick(Files)}\r\n{(isWrong ? "" : "--B--\r\n")}";
        return (Encoding.UTF8.GetBytes(form), "multipart/form-data; boundary=B");
    }

    private string WrongJson(JsonNode schema)
    {
        if (random.Next(5) == 0)
            return Pick(Bodies);
        var right = Build(schema, 0)!;
        var places = PlacesOf(right).ToList();
        var (holder, key) = places.Count == 0 ? (null, null) : places[random.Next(places.Count)];
        if (holder is JsonObject thing)
            thing[(string)key!] = Here;
        else if (holder is JsonArray list)
            list[(int)key!] = Here;
        else
            return Pick(Values);
        return right.ToJsonString().Replace($"\"{Here}\"", Pick(Values), StringComparison.Ordinal);
    }

    private static IEnumerable<(JsonNode Holder, object Key)> PlacesOf(JsonNode? node) =>
        node switch
        {
            JsonObject thing => thing.SelectMany(member => PlacesOf(member.Value).Prepend((thing, member.Key))),
            JsonArray list => list.SelectMany((item, i) => PlacesOf(item).Prepend((list, i))),
            _ => [],
        };

    // What the description says, deep enough for every form and not for ever.
    private JsonNode? Build(JsonNode schema, int depth)
    {
        if (schema["$ref"] is { } reference)
            return Build(description["components"]!["schemas"]![reference.GetValue<string>().Split('/')[^1]]!, depth);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray any)
            return Build(any.Last(one => one!["type"]?.ToString() != "null")!, depth);
        if (schema["enum"] is JsonArray words)
            return words[random.Next(words.Count)]?.DeepClone();
        if (schema["examples"] is JsonArray { Count: > 0 } examples)
            return examples[0]!.DeepClone();
        var type = schema["type"] is JsonArray several
            ? several.First(t => t!.ToString() != "null")!.ToString()
            : schema["type"]?.ToString();
        return type switch
        {
            "object" when depth > 8 => null,
            "object" => new JsonObject(
                (schema["properties"]?.AsObject() ?? []).Select(p => KeyValuePair.Create(p.Key, Build(p.Value!, depth + 1)))
            ),
            "array" when depth > 8 => new JsonArray(),
            "array" => new JsonArray(schema["items"] is { } item ? Build(item, depth + 1) : null),
            "integer" => random.Next(1, 4),
            "number" => 1.5,
            "boolean" => random.Next(2) == 0,
            _ => schema["format"]?.ToString() switch
            {
                "date" => "2025-02-28",
                "date-time" => "2025-02-03T10:00:00Z",
                "uuid" => new Guid(random.Next(), 1, 2, 3, 4, 5, 6, 7, 8, 9, 10).ToString(),
                _ => "Text",
            },
        };
    }

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    /// <summary>What is wrong with an answer; null for nothing.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="status">Of the answer.</param>
    /// <param name="said">The answer.</param>
    /// <param name="secrets">Words that whoever asked may not read.</param>
    public static string? Fault(FuzzedRequest request, int status, string said, IEnumerable<string> secrets) =>
        status >= 500 ? $"{request}: {status}"
        : secrets.FirstOrDefault(word => said.Contains(word, StringComparison.Ordinal)) is { } secret ? $"{request}: says {secret}"
        : Inner.FirstOrDefault(word => said.Contains(word, StringComparison.Ordinal)) is { } inner ? $"{request}: tells of {inner}"
        : null;

    // Of a stack trace, of a database, of a type of ours.
    private static readonly string[] Inner = ["   at ", "Npgsql", "SqlState", "System.", "Microsoft.", "Platform."];
}
