namespace Platform.Architecture.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Every service found on disk.</summary>
    public static IReadOnlyList<string> Services { get; } =
    [
        .. Directory
            .GetDirectories(Path.Combine(Root, "services"))
            .Where(d => File.Exists(Path.Combine(d, "Program.cs")))
            .Select(d => Path.GetFileName(d)!)
            .Order(),
    ];

    /// <summary>The files of a folder that people wrote: nothing generated or fetched.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory
            .EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains("/node_modules/", StringComparison.Ordinal)
                && !f.Contains("/Migrations/", StringComparison.Ordinal)
                && !f.Contains("/artifacts/", StringComparison.Ordinal)
            );

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "package.json")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
