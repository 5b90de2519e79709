using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Bids.Data.Migrations
{
    /// <inheritdoc />
    public partial class FillRoundsBoard : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Bids that were written before lists had columns of their own; rounds that were open before they reminded: the job looks at them once.
            migrationBuilder.Sql("""
                update bids set title = coalesce(content->>'title', ''), asked = (
                    select coalesce(sum((line->>'amount')::numeric * 100), 0)::bigint
                    from jsonb_array_elements(coalesce(content->'interventions', '[]')) intervention, jsonb_array_elements(coalesce(intervention->'budget', '[]')) line);
                update rounds set edited_version = version;
                update rounds set next_reminder_at = opens_at where published_at is not null and closed_at is null;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
