namespace Platform.ServiceDefaults.Files;

/// <summary>Where the contents of files are kept, by id. What is in it without a row that speaks of it harms nobody.</summary>
public interface IFileStore
{
    /// <summary>Keeps a content under an id that has none.</summary>
    Task WriteAsync(Guid id, byte[] content, CancellationToken cancellationToken);

    /// <summary>Gives the content as a stream to <paramref name="read"/>, and closes it after.</summary>
    /// <exception cref="FileNotFoundException">There is none of that id.</exception>
    Task<T> ReadAsync<T>(Guid id, Func<Stream, Task<T>> read, CancellationToken cancellationToken);

    /// <summary>Deletes the content; where there is none, that is done already.</summary>
    Task DeleteAsync(Guid id, CancellationToken cancellationToken);
}

/// <summary>
/// That a content was stored, written before it is. It has a date of deletion until a row has the file, and again when that row has lost
/// it: so nothing stays in the store that nobody can see, whatever ended half way.
/// </summary>
public sealed class StoredFile
{
    /// <summary>How long a content stays that nothing has: a day.</summary>
    public static readonly TimeSpan KeptUnused = TimeSpan.FromDays(1);

    /// <summary>Of the content.</summary>
    public Guid Id { get; init; }

    /// <summary>When the content is deleted (UTC); null while something has it.</summary>
    public DateTimeOffset? DeleteAt { get; set; }
}

/// <summary>A content in PostgreSQL.</summary>
public sealed class FileContents
{
    /// <summary>Of the content.</summary>
    public Guid Id { get; init; }

    /// <summary>To the byte.</summary>
    public byte[] Content { get; init; } = [];
}
