namespace Platform.Local;

/// <summary>
/// Locks a data folder for one running program. The operating system frees it however the program ends, so a server still found there
/// belongs to nobody and may be stopped.
/// </summary>
internal sealed class FolderLock : IDisposable
{
    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <summary>Creates the folder if need be and takes it.</summary>
    /// <exception cref="InvalidOperationException">Another running program has it.</exception>
    public static FolderLock Take(string folder)
    {
        Directory.CreateDirectory(folder);
        try
        {
            return new(new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException error)
        {
            throw new InvalidOperationException($"{folder} is in use by another running copy of the platform: stop that one first.", error);
        }
    }

    /// <summary>Lets the next program in.</summary>
    public void Dispose() => file.Dispose();
}
