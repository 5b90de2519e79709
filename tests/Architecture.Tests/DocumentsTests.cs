using System.Text.RegularExpressions;

namespace Platform.Architecture.Tests;

/// <summary>Files that documents name exist.</summary>
public sealed partial class DocumentsTests
{
    [Fact]
    public void Where_EachFileHasTheMemberNamed()
    {
        var rows = WhereRow().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/where.md")));
        Assert.True(rows.Count >= 20, $"{rows.Count} rows were read");
        Assert.All(
            rows,
            row =>
            {
                var file = Path.Combine(Repository.Root, row.Groups["file"].Value);
                Assert.True(File.Exists(file), $"{row.Groups["file"].Value} does not exist");
                var member = row.Groups["member"].Value;
                var declared =
                    $@"(?m)^(    (public|internal|protected|private) .*\b{member}(<\w+>)?( =| \{{|\()|create view (\w+\.)?{member}\b)";
                Assert.Matches(declared, File.ReadAllText(file));
            }
        );
    }

    /// <summary>
    /// A path is relative to the repository's root or to the README's own folder; a bare file name is in that folder or below it.
    /// </summary>
    [Theory]
    [InlineData("CONTRIBUTING.md")]
    [MemberData(nameof(Readmes))]
    public void Readme_EachFileAndFolderNamedExists(string readme)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, readme))!;
        var below = Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/node_modules/", StringComparison.Ordinal) && !f.Contains("/artifacts/", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f)!)
            .ToHashSet();
        var missing = SourceFile()
            .Matches(File.ReadAllText(Path.Combine(Repository.Root, readme)))
            .Select(m => m.Groups["path"].Value)
            .Where(path => !IsThere(path));
        Assert.Empty(missing);

        bool IsThere(string path) =>
            path.EndsWith('/') ? Directory.Exists(Path.Combine(folder, path)) || Directory.Exists(Path.Combine(Repository.Root, path))
            : path.Contains('/', StringComparison.Ordinal)
                ? File.Exists(Path.Combine(folder, path)) || File.Exists(Path.Combine(Repository.Root, path))
            : below.Contains(path);
    }

    public static TheoryData<string> Readmes() =>
        [
            .. ((string[])["", "contracts", "gateway", "services", "deploy", "tests"])
                .SelectMany(f => f.Length == 0 ? [Path.Combine(Repository.Root, "README.md")] : Repository.Files(f, "README.md"))
                .Select(f => Path.GetRelativePath(Repository.Root, f)),
        ];

    [GeneratedRegex(@"^\| [^|]+ \| `(?<file>[^`]+)` \| `(?<member>\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex WhereRow();

    [GeneratedRegex(@"`(?<path>[\w./-]+\.(?:cs|cshtml|sql)|\w+/[\w/]+/)`")]
    private static partial Regex SourceFile();
}
