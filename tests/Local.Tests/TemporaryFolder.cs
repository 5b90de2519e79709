namespace Platform.Local.Tests;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("platform-local-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
