using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Platform.Reporting.Figures;

/// <summary>Writes many rows in one statement, because the change tracker is too slow for that.</summary>
internal static class Rows
{
    /// <summary>Adds rows; those with an existing key are skipped.</summary>
    public static async Task InsertAsync<T>(this DbContext db, IReadOnlyList<T> rows, CancellationToken cancellationToken)
        where T : class
    {
        if (rows.Count == 0)
            return;
        var type = db.Model.FindEntityType(typeof(T))!;
        var columns = type.GetProperties().Where(p => p.PropertyInfo is not null).ToList();
        var parameters = columns
            .Select(column => new NpgsqlParameter { Value = Values(column, rows), DataTypeName = column.GetColumnType() + "[]" })
            .ToArray();
        var names = string.Join(", ", columns.Select(c => $"\"{c.GetColumnName()}\""));
        var values = string.Join(", ", columns.Select((c, i) => $"{{{i}}}"));
#pragma warning disable EF1002 // Names of the model alone.
        await db.Database.ExecuteSqlRawAsync(
            $"insert into {type.GetTableName()} ({names}) select * from unnest({values}) on conflict do nothing",
            parameters,
            cancellationToken
        );
#pragma warning restore EF1002
    }

    private static Array Values<T>(IProperty column, IReadOnlyList<T> rows)
    {
        var converter = column.GetTypeMapping().Converter;
        var kind = converter?.ProviderClrType ?? column.ClrType;
        if (kind.IsValueType && column.IsNullable && Nullable.GetUnderlyingType(kind) is null)
            kind = typeof(Nullable<>).MakeGenericType(kind);
        var values = Array.CreateInstance(kind, rows.Count);
        for (var i = 0; i < rows.Count; i++)
        {
            var value = column.PropertyInfo!.GetValue(rows[i]);
            values.SetValue(value is not null && converter is not null ? converter.ConvertToProvider(value) : value, i);
        }
        return values;
    }
}
