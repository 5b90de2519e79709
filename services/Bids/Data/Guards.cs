using Microsoft.EntityFrameworkCore.Migrations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Data;

/// <summary>The SQL files with what the database itself refuses, in the order in which the migration Initial runs them.</summary>
internal static class Guards
{
    public static void Run(MigrationBuilder migration) => migration.RunFiles<BidsContext>("BlindScores.sql", "SeparateDuties.sql");
}
