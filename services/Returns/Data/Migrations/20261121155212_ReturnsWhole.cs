using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Returns.Data.Migrations
{
    /// <inheritdoc />
    public partial class ReturnsWhole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "sent_back",
                table: "returns",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "accepted_at",
                table: "returns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "accepted_by",
                table: "returns",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "chased_now_on",
                table: "returns",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "chasing",
                table: "returns",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "On");

            migrationBuilder.AddColumn<string>(
                name: "chasing_reason",
                table: "returns",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "declined",
                table: "returns",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "extended_on",
                table: "returns",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "first_due_on",
                table: "returns",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "grant_version",
                table: "returns",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "hash",
                table: "returns",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "match_promised",
                table: "returns",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<bool>(
                name: "named_to_board",
                table: "returns",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "nil_reason",
                table: "returns",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "not_required_by",
                table: "returns",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "not_required_reason",
                table: "returns",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "overall",
                table: "returns",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "parts",
                table: "returns",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<DateOnly>(
                name: "paused_until",
                table: "returns",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "payment_held",
                table: "returns",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "submitted_at",
                table: "returns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "id",
                table: "programmes",
                type: "uuid",
                nullable: false,
                defaultValueSql: "gen_random_uuid()");

            migrationBuilder.AddColumn<long>(
                name: "variance_floor",
                table: "programmes",
                type: "bigint",
                nullable: false,
                defaultValue: 50000L);

            migrationBuilder.AddColumn<int>(
                name: "variance_percent",
                table: "programmes",
                type: "integer",
                nullable: false,
                defaultValue: 10);

            migrationBuilder.AddColumn<int>(
                name: "version",
                table: "programmes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    request = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_keys", x => new { x.user_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "return_submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "jsonb", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_return_submissions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_returns_due_on",
                table: "returns",
                column: "due_on",
                filter: "first_submitted_at is null and state <> 'NotRequired'");

            migrationBuilder.CreateIndex(
                name: "IX_return_submissions_return_id_at",
                table: "return_submissions",
                columns: new[] { "return_id", "at" });
            migrationBuilder.Sql(
                """
                -- Who saved an intervention had saved all of its pages.
                update returns set parts = coalesce((
                    select jsonb_object_agg((p->>'interventionId') || '/' || page, jsonb_build_object('version', p->'version', 'by', p->'by', 'at', coalesce(ready_at, scheduled_at)))
                    from jsonb_array_elements(preparations) p, unnest(array['progress', 'spending', 'outputs']) page), '{}');
                update returns set submitted_at = first_submitted_at;
                update programmes set ladder = coalesce((
                    select jsonb_agg(case when (r->>'workingDays')::int >= 20 then r || '{"escalates": true}' else r end) from jsonb_array_elements(ladder) r), '[]');
                """);

            migrationBuilder.DropColumn(
                name: "preparations",
                table: "returns");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "return_submissions");

            migrationBuilder.DropIndex(
                name: "IX_returns_due_on",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "accepted_at",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "accepted_by",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "chased_now_on",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "chasing",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "chasing_reason",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "declined",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "extended_on",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "first_due_on",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "grant_version",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "match_promised",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "named_to_board",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "nil_reason",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "not_required_by",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "not_required_reason",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "overall",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "parts",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "paused_until",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "payment_held",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "submitted_at",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "id",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "variance_floor",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "variance_percent",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "version",
                table: "programmes");

            migrationBuilder.DropColumn(
                name: "sent_back",
                table: "returns");

            migrationBuilder.AddColumn<string>(
                name: "preparations",
                table: "returns",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");
        }
    }
}
