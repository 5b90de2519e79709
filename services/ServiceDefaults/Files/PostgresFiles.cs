using System.Data;
using Npgsql;

namespace Platform.ServiceDefaults.Files;

/// <summary>Keeps files in the service's own database: one backup has everything.</summary>
internal sealed class PostgresFiles(NpgsqlDataSource database) : IFileStore
{
    public async Task WriteAsync(Guid id, byte[] content, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("insert into file_contents (id, content) values ($1, $2)");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = content });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<T> ReadAsync<T>(Guid id, Func<Stream, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("select content from file_contents where id = $1");
        command.Parameters.Add(new() { Value = id });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            throw new FileNotFoundException($"There is no file {id}");
        await using var content = await reader.GetStreamAsync(0, cancellationToken);
        return await read(content);
    }

    public async Task DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("delete from file_contents where id = $1");
        command.Parameters.Add(new() { Value = id });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
