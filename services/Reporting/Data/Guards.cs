using Microsoft.EntityFrameworkCore.Migrations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Data;

/// <summary>
/// The SQL files with what the database itself refuses, notes, indexes and makes public, in the order in which the migration Initial
/// runs them.
/// </summary>
internal static class Guards
{
    public static void Run(MigrationBuilder migration) =>
        migration.RunFiles<ReportingContext>("GrantAreas.sql", "PublicGrants.sql", "PublicChanges.sql", "IssuedPapers.sql");
}
