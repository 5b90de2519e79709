using Microsoft.EntityFrameworkCore.Migrations;

namespace Platform.ServiceDefaults.Persistence;

/// <summary>SQL files embedded in a service: what its database itself refuses, and what EF Core cannot express.</summary>
public static class SqlFiles
{
    /// <summary>Has the database refuse to rewrite its event log, as a step of every migration Initial.</summary>
    public static void GuardEventLog(MigrationBuilder migration) => migration.RunFiles<EventLogRow>("EventLogGuards.sql");

    /// <summary>Runs them as the next steps of a migration, in that order.</summary>
    /// <typeparam name="TCarrier">A type of the service's assembly.</typeparam>
    /// <param name="migration">The migration.</param>
    /// <param name="files">Their names: "BlindScores.sql".</param>
    /// <exception cref="InvalidOperationException">The service has no such file.</exception>
    public static void RunFiles<TCarrier>(this MigrationBuilder migration, params IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            using var stream =
                typeof(TCarrier).Assembly.GetManifestResourceStream(file)
                ?? throw new InvalidOperationException($"{typeof(TCarrier).Assembly.GetName().Name} carries no file {file}.");
            using var reader = new StreamReader(stream);
            migration.Sql(reader.ReadToEnd());
        }
    }
}
