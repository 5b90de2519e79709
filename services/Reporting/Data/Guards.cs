using Microsoft.EntityFrameworkCore.Migrations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Data;

/// <summary>
/// What the database itself refuses, notes, indexes and calls public, in the order in which the migration Initial sets it up.
/// </summary>
internal static class Guards
{
    public static void Run(MigrationBuilder migration) =>
        migration.RunFiles<ReportingContext>("GrantAreas.sql", "PublicGrants.sql", "PublicChanges.sql", "IssuedPapers.sql");
}
