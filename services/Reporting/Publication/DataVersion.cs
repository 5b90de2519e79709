using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Platform.Reporting.Publication;

/// <summary>
/// Whether what a file is read from has changed, without reading it: each table has a sequence that every change of it moves on
/// (PublicChanges.sql). Sequences do not wait for commits, so a change that is under way is seen as one: until it is over, no two
/// answers are called the same.
/// </summary>
internal sealed class DataVersion(NpgsqlDataSource database, Publisher publisher)
{
    // What a release writes differently, or another publisher, is another file.
    private readonly string program = Convert.ToHexStringLower(
        SHA256.HashData(
            Encoding.UTF8.GetBytes(
                $"{typeof(DataVersion).Assembly.ManifestModule.ModuleVersionId} {publisher} {string.Join(' ', publisher.Partnerships)}"
            )
        )
    )[..12];

    /// <summary>Asked for before the file is read: what is read then is as new as its version says, or newer.</summary>
    public async Task<string> OfAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        // Table names are the code's own. The sequences are read first: who moved one before that and has not ended is among the holders
        // of locks after it.
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
