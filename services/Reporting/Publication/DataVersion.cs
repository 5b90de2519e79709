using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Platform.Reporting.Publication;

/// <summary>
/// Tells whether the tables behind a file have changed, without reading them: every change to a table advances its sequence
/// (PublicChanges.sql). Sequences do not wait for commits, so a change under way counts as one: until it is over, versions differ.
/// </summary>
internal sealed class DataVersion(NpgsqlDataSource database, Publisher publisher)
{
    // A new release or another publisher makes a different file.
    private readonly string program = Convert.ToHexStringLower(
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                $"{typeof(DataVersion).Assembly.ManifestModule.ModuleVersionId} {publisher} {string.Join(' ', publisher.Partnerships)}"
            )
        )
    )[..12];

    /// <summary>The version of a file. Read before the file, which is then as new as its version says, or newer.</summary>
    public async Task<string> OfAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        // Table names come from the code. Sequences are read first: a transaction that advanced one before that, and has not ended, still
        // holds its lock afterwards.
        await using var read = database.CreateCommand(
            $"select {string.Join(" || '-' || ", tables.Select(t => $"(select last_value from changes_of_{t})"))}"
        );
        var changes = (await read.ExecuteScalarAsync(cancellationToken))!.ToString();
        await using var pending = database.CreateCommand(
            """
            select pg_current_snapshot()::text where exists (
                select from pg_locks l where l.locktype = 'advisory' and l.database = (select oid from pg_database where datname =
                current_database())
                    and l.classid = 'public_changes'::regclass and l.objid = any(select (c::regclass)::oid from unnest(@tables) c))
            """
        );
        pending.Parameters.AddWithValue("tables", tables.ToArray());
        return await pending.ExecuteScalarAsync(cancellationToken) is string underWay
            ? $"{program}-{changes}-{underWay.Replace(':', '.')}"
            : $"{program}-{changes}";
    }
}
