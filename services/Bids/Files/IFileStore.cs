namespace Platform.Bids.Files;

/// <summary>Where the contents of files are kept, by id. What is in it without a row that speaks of it harms nobody.</summary>
internal interface IFileStore
{
    Task WriteAsync(Guid id, byte[] content, CancellationToken cancellation);

    /// <summary>Gives the content as a stream to <paramref name="read"/>, and closes it after.</summary>
    /// <exception cref="FileNotFoundException">There is none of that id.</exception>
    Task<T> ReadAsync<T>(Guid id, Func<Stream, Task<T>> read, CancellationToken cancellation);

    /// <summary>Deletes the content; where there is none, that is done already.</summary>
    Task DeleteAsync(Guid id, CancellationToken cancellation);
}

/// <summary>
/// That a content was stored, written before it is. It has a date of deletion until a bid has the file, and again when the bid has lost it: so nothing stays
/// in the store that nobody can see, whatever ended half way.
/// </summary>
internal sealed class StoredFile
{
    public static readonly TimeSpan KeptUnused = TimeSpan.FromDays(1);

    public Guid Id { get; init; }
    public DateTimeOffset? DeleteAt { get; set; }
}

/// <summary>A content in PostgreSQL.</summary>
internal sealed class FileContents
{
    public Guid Id { get; init; }
    public byte[] Content { get; init; } = [];
}
