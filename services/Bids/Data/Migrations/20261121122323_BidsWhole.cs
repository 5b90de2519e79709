using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Bids.Data.Migrations
{
    /// <inheritdoc />
    public partial class BidsWhole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "about",
                table: "rounds",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "available",
                table: "rounds",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "criteria",
                table: "rounds",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "invited",
                table: "rounds",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "priority_percent",
                table: "rounds",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "published_at",
                table: "rounds",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "questions",
                table: "rounds",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int[]>(
                name: "reminder_days",
                table: "rounds",
                type: "integer[]",
                nullable: false,
                defaultValue: new[] { 28, 14, 7, 1 });

            migrationBuilder.AddColumn<int>(
                name: "threshold_percent",
                table: "rounds",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answer_by",
                table: "bids",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "contacts",
                table: "bids",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "decision",
                table: "bids",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision_reference",
                table: "bids",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_submitted_at",
                table: "bids",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hash",
                table: "bids",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "parts",
                table: "bids",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "sent_back",
                table: "bids",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "extensions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_reference = table.Column<string>(type: "text", nullable: false),
                    round_name = table.Column<string>(type: "text", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    requested_by = table.Column<string>(type: "jsonb", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false),
                    approver = table.Column<string>(type: "jsonb", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_extensions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "submissions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "jsonb", nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_submissions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bids_answer_by",
                table: "bids",
                column: "answer_by",
                filter: "answer_by is not null");

            migrationBuilder.CreateIndex(
                name: "IX_extensions_round_id_partnership",
                table: "extensions",
                columns: new[] { "round_id", "partnership" });

            migrationBuilder.CreateIndex(
                name: "IX_extensions_until",
                table: "extensions",
                column: "until",
                filter: "state = 'Granted'");

            migrationBuilder.CreateIndex(
                name: "IX_submissions_bid_id_at",
                table: "submissions",
                columns: new[] { "bid_id", "at" });

            // What was open before rounds could be drafts has been seen; what was submitted before it could be sent back was submitted once.
            migrationBuilder.Sql("update rounds set published_at = opens_at; update bids set first_submitted_at = submitted_at;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "extensions");

            migrationBuilder.DropTable(
                name: "submissions");

            migrationBuilder.DropIndex(
                name: "IX_bids_answer_by",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "about",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "available",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "criteria",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "invited",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "priority_percent",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "published_at",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "questions",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "reminder_days",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "threshold_percent",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "answer_by",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "contacts",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "decision",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "decision_reference",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "first_submitted_at",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "hash",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "parts",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "sent_back",
                table: "bids");
        }
    }
}
