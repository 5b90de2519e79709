namespace Platform.Local;

public static class RepositoryRoot
{
    /// <summary>The nearest folder above the running program that has a package.json.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "package.json")))
                return folder.FullName;
        throw new InvalidOperationException(
            $"No package.json in {AppContext.BaseDirectory} or above it: run the platform from its repository."
        );
    }
}
