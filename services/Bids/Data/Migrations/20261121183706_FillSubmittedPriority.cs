using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Platform.Bids.Data.Migrations;

/// <summary>What bids that were submitted before the column of ProblemProfiles ask for priorities. Its time must come after that of the migration ProblemProfiles.</summary>
[DbContext(typeof(BidsContext))]
[Migration("20261121183706_FillSubmittedPriority")]
public sealed class FillSubmittedPriority : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        update bids set submitted_priority = (
            select coalesce(sum((line->>'amount')::numeric * 100), 0)::bigint
            from jsonb_array_elements(coalesce(content->'interventions', '[]')) intervention, jsonb_array_elements(coalesce(intervention->'budget', '[]')) line
            where (intervention->>'servesPriority')::boolean)
        where submitted_at is not null;
        """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) { }
}
