using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Platform.Returns.Data.Migrations
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "event_log",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    aggregate = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    json = table.Column<string>(type: "json", nullable: false),
                    actor = table.Column<Guid>(type: "uuid", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    previous_hash = table.Column<string>(type: "text", nullable: true),
                    hash = table.Column<string>(type: "text", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handled_messages",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_handled_messages", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "programmes",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    due_rule = table.Column<string>(type: "jsonb", nullable: false),
                    ladder = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programmes", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "returns",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_rung = table.Column<int>(type: "integer", nullable: true),
                    next_chase_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_reference = table.Column<string>(type: "text", nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    quarter = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    interventions = table.Column<string>(type: "jsonb", nullable: false),
                    scheduled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    lines = table.Column<string>(type: "jsonb", nullable: false),
                    preparations = table.Column<string>(type: "jsonb", nullable: false),
                    ready_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    first_submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    submitted_by = table.Column<string>(type: "jsonb", nullable: true),
                    working_days_late = table.Column<int>(type: "integer", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns", x => x.id);
                    table.ForeignKey(
                        name: "FK_returns_programmes_programme",
                        column: x => x.programme,
                        principalTable: "programmes",
                        principalColumn: "name",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_event_log_aggregate_version",
                table: "event_log",
                columns: new[] { "aggregate", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_log_position",
                table: "event_log",
                column: "position",
                filter: "sent_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_returns_grant_id_quarter",
                table: "returns",
                columns: new[] { "grant_id", "quarter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_grant_reference_quarter",
                table: "returns",
                columns: new[] { "grant_reference", "quarter" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_returns_next_chase_at",
                table: "returns",
                column: "next_chase_at",
                filter: "next_chase_at is not null");

            migrationBuilder.CreateIndex(
                name: "IX_returns_opens_at",
                table: "returns",
                column: "opens_at",
                filter: "state = 'Scheduled'");

            migrationBuilder.CreateIndex(
                name: "IX_returns_partnership_due_on",
                table: "returns",
                columns: new[] { "partnership", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_returns_programme",
                table: "returns",
                column: "programme");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "handled_messages");

            migrationBuilder.DropTable(
                name: "returns");

            migrationBuilder.DropTable(
                name: "programmes");
        }
    }
}
