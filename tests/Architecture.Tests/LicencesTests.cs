using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Platform.Architecture.Tests;

/// <summary>Every package, also of packages, is under a licence that somebody has decided on.</summary>
public sealed class LicencesTests
{
    [Fact]
    public void EachPackage_IsUnderALicenceOfTheList()
    {
        var lines = File.ReadLines(Path.Combine(Repository.Root, "tests/security/licences.txt"))
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0)
            .ToList();
        // "busboy: MIT" is what a package says elsewhere than in its own description.
        var known = lines.Where(line => line.Contains(": ")).Select(line => line.Split(": ")).ToDictionary(l => l[0], l => l[1]);
        var packages = NuGet().Concat(Npm()).ToList();
        Assert.True(packages.Count > 200, $"{packages.Count} packages were read");
        Assert.Empty(
            packages.Where(p => !(p.Licence ?? known.GetValueOrDefault(p.Name, "none")).Split(" OR ").Any(lines.Contains)).Distinct()
        );
        Assert.Empty(known.Keys.Except(packages.Where(p => p.Licence is null).Select(p => p.Name)));
    }

    // As the build restored them.
    private static IEnumerable<(string Name, string? Licence)> NuGet() =>
        from file in Directory.EnumerateFiles(
            Path.Combine(Repository.Root, "artifacts/obj"),
            "project.assets.json",
            SearchOption.AllDirectories
        )
        let assets = JsonNode.Parse(File.ReadAllText(file))!
        let folder = assets["packageFolders"]!.AsObject().First().Key
        from library in assets["libraries"]!.AsObject()
        where library.Value!["type"]!.GetValue<string>() == "package"
        group Path.Combine(folder, library.Value["path"]!.GetValue<string>()) by library.Key into one
        let description = XDocument.Load(Directory.EnumerateFiles(one.First(), "*.nuspec").Single())
        select (one.Key, description.Descendants().FirstOrDefault(e => e.Name.LocalName == "license")?.Value);

    private static IEnumerable<(string Name, string? Licence)> Npm() =>
        from package in JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "package-lock.json")))!["packages"]!.AsObject()
        where package.Key.Length > 0
        select (package.Key.Split("node_modules/")[^1], package.Value!["license"]?.GetValue<string>());
}
