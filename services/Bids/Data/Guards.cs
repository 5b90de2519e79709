using Microsoft.EntityFrameworkCore.Migrations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Data;

/// <summary>What the database itself refuses, in the order in which the migration Initial sets it up.</summary>
internal static class Guards
{
    public static void Run(MigrationBuilder migration) => migration.RunFiles<BidsContext>("BlindScores.sql", "SeparateDuties.sql");
}
