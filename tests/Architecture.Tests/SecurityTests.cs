using System.Text.RegularExpressions;

namespace Platform.Architecture.Tests;

/// <summary>docs/security.md says of every requirement where it is met, and names nothing that is not there.</summary>
public sealed partial class SecurityTests
{
    private static readonly Lazy<IReadOnlyList<string[]>> Rows = new(() =>
        [
            .. File.ReadLines(Path.Combine(Repository.Root, "docs/security.md"))
                .Where(line => Requirement().IsMatch(line))
                .Select(line => line.Split('|').Select(cell => cell.Trim()).ToArray()),
        ]
    );

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Sources = new(() =>
        ((string[])["contracts", "gateway", "services", "deploy", "tests"])
            .SelectMany(folder => Repository.Files(folder, "*"))
            .Where(file => !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .ToDictionary(file => file, file => file.EndsWith(".cs", StringComparison.Ordinal) ? File.ReadAllText(file) : "")
    );

    [Fact]
    public void EachRequirement_OfLevels1And2_IsThereOnce() =>
        Assert.Equal(
            File.ReadLines(Path.Combine(Repository.Root, "tests/Architecture.Tests/asvs-5.0.txt")).Where(line => !line.StartsWith('#')),
            Rows.Value.Select(row => $"{row[1]} {row[2]}")
        );

    [Fact]
    public void EachRequirement_SaysWhere_OrWhyNot() =>
        Assert.All(
            Rows.Value,
            row => Assert.True(row[4] is "met" or "partly" or "**not met**" or "not applicable" && row[5].Length > 0 && IsSaid(row), row[1])
        );

    // What is not met has a reason besides names of tests.
    private static bool IsSaid(string[] row) =>
        row[4] is "met" or "not applicable" || Name().Replace(row[5] + row[6], "").Any(char.IsLetter);

    [Fact]
    public void EachFileMemberAndTestThatIsNamed_Exists() =>
        Assert.Empty(
            from row in Rows.Value
            from cell in row[5..7]
            from Match name in Name().Matches(cell)
            where !IsThere(name.Groups["name"].Value)
            select $"{row[1]}: {name.Value}"
        );

    private static bool IsThere(string name)
    {
        if (name.Contains('/'))
            return Path.Exists(Path.Combine(Repository.Root, name));
        if (
            name.Contains('.')
            && char.IsLower(name[^1])
            && Path.GetExtension(name) is ".cs" or ".md" or ".txt" or ".json" or ".sql" or ".props"
        )
            return Path.Exists(Path.Combine(Repository.Root, name)) || Sources.Value.Keys.Any(file => Path.GetFileName(file) == name);
        var words = name.Split('.');
        var declared = new Regex($@"\b(class|record|struct|interface|enum|delegate \w+) {words[0]}\b");
        return Sources.Value.Any(source =>
            declared.IsMatch(source.Value) && (words.Length == 1 || Regex.IsMatch(source.Value, $@"\b{words[1]}\b"))
        );
    }

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+ \|")]
    private static partial Regex Requirement();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Name();
}
