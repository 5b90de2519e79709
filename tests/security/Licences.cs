using System.Text.Json.Nodes;

namespace Platform.Security;

/// <summary>Which licences the platform's packages are under, by their CycloneDX documents.</summary>
internal static class Licences
{
    /// <param name="list">
    /// The licences that are allowed, a line each; "busboy: MIT" for a package that does not say its own.
    /// </param>
    /// <param name="documents">The CycloneDX documents, as JSON.</param>
    public static int Check(string list, string[] documents)
    {
        var allowed = File.ReadLines(list).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).ToHashSet();
        var known = allowed.Where(line => line.Contains(": ")).Select(line => line.Split(": ")).ToDictionary(l => l[0], l => l[1]);
        var packages = documents
            .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["components"]!.AsArray())
            .Select(c => (Name: $"{c!["name"]} {c["version"]}", Licences: Of(c, known)))
            .OrderBy(p => p.Name, StringComparer.Ordinal)
            .ToList();
        Console.WriteLine("| licence | packages |");
        Console.WriteLine("|---|---|");
        foreach (var group in packages.GroupBy(p => string.Join(" or ", p.Licences)).OrderByDescending(g => g.Count()))
            Console.WriteLine($"| {group.Key} | {group.Count()} |");
        // Of several, one that is allowed is enough: they are a choice.
        var refused = packages.Where(p => !p.Licences.Any(allowed.Contains)).ToList();
        Console.WriteLine($"\n{packages.Count} packages; {refused.Count} under a licence that is not on `tests/security/licences.txt`.");
        foreach (var package in refused)
            Console.WriteLine($"- **{package.Name}**: {string.Join(", ", package.Licences.DefaultIfEmpty("none is named"))}");
        return refused is [] ? 0 : 1;
    }

    private static string[] Of(JsonNode component, Dictionary<string, string> known)
    {
        var said = (component["licenses"]?.AsArray() ?? [])
            .Select(l => (l!["license"]?["id"] ?? l["license"]?["name"] ?? l["expression"])!.ToString())
            .ToArray();
        return said is [] && known.TryGetValue(component["name"]!.ToString(), out var licence) ? [licence] : said;
    }
}
