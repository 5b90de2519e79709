namespace Platform.ServiceDefaults.Files;

/// <summary>Keeps the contents of files, by id. Content that no row refers to does no harm.</summary>
public interface IFileStore
{
    /// <summary>Keeps content under a new id.</summary>
    Task WriteAsync(Guid id, byte[] content, CancellationToken cancellationToken);

    /// <summary>Gives the content as a stream to <paramref name="read"/>, and closes it after.</summary>
    /// <exception cref="FileNotFoundException">There is none of that id.</exception>
    Task<T> ReadAsync<T>(Guid id, Func<Stream, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Deletes the content, if there is any.</summary>
    Task DeleteAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>
/// A note that content is in the store, written before the content is. It has a date of deletion until a row refers to the file, and again
/// once none does, so nothing that nobody can see stays in the store, whatever failed half way.
/// </summary>
public sealed class StoredFile
{
    /// <summary>How long content stays that nothing refers to: a day.</summary>
    public static readonly TimeSpan KeptUnused = TimeSpan.FromDays(1);

    /// <summary>The content's id.</summary>
    public Guid Id { get; init; }

    /// <summary>When the content is deleted (UTC); null while something refers to it.</summary>
    public DateTimeOffset? DeleteAt { get; set; }
}

/// <summary>Content in PostgreSQL.</summary>
public sealed class FileContents
{
    /// <summary>The content's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The content, to the byte.</summary>
    public byte[] Content { get; init; } = [];
}
