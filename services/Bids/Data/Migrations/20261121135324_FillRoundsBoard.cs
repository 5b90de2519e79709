using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Platform.Bids.Data.Migrations;

/// <summary>
/// What was there before the columns of Rounds: submitted bids get their title and sum, and the reminding job looks once at rounds that were open. Its time must come
/// after that of the migration Rounds.
/// </summary>
[DbContext(typeof(BidsContext))]
[Migration("20261121135324_FillRoundsBoard")]
public sealed class FillRoundsBoard : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        update bids set submitted_title = coalesce(content->>'title', ''), submitted_total = (
            select coalesce(sum((line->>'amount')::numeric * 100), 0)::bigint
            from jsonb_array_elements(coalesce(content->'interventions', '[]')) intervention, jsonb_array_elements(coalesce(intervention->'budget', '[]')) line)
        where submitted_at is not null;
        update rounds set edited_version = version;
        update rounds set next_reminder_at = opens_at where published_at is not null and closed_at is null;
        """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) { }
}
