using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Platform.ServiceDefaults.Callers;

/// <summary>
/// The platform's data-protection keys, in a PostgreSQL database of their own, so that sessions and tokens survive restarts and replicas.
/// </summary>
public sealed class KeyRing(string connection) : IXmlRepository, IDisposable
{
    private readonly NpgsqlDataSource database = NpgsqlDataSource.Create(connection);

    /// <summary>Makes the table where it is missing.</summary>
    public async Task CreateAsync()
    {
        await using var command = database.CreateCommand(
            """
            select pg_advisory_lock(20240213);
            create table if not exists data_protection_key (name text primary key, xml text not null);
            select pg_advisory_unlock(20240213);
            """
        );
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        var elements = new List<XElement>();
        using var command = database.CreateCommand("select xml from data_protection_key");
        using var reader = command.ExecuteReader();
        while (reader.Read())
            elements.Add(XElement.Parse(reader.GetString(0)));
        return elements;
    }

    /// <inheritdoc/>
    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand("insert into data_protection_key (name, xml) values ($1, $2) on conflict do nothing");
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }

    /// <inheritdoc/>
    public void Dispose() => database.Dispose();
}
