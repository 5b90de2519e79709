using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Reporting.Data.Migrations
{
    /// <inheritdoc />
    public partial class BidsWhole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_bids_round_id",
                table: "bids");

            migrationBuilder.AddColumn<int>(
                name: "original",
                table: "targets",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "invited",
                table: "rounds",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<bool>(
                name: "published",
                table: "rounds",
                type: "boolean",
                nullable: false,
                // Until now there were no others.
                defaultValue: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "accepted_at",
                table: "grants",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answer_by",
                table: "bids",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "decision",
                table: "bids",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    bid_reference = table.Column<string>(type: "text", nullable: false),
                    assessor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "extensions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_reference = table.Column<string>(type: "text", nullable: false),
                    round_name = table.Column<string>(type: "text", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_extensions", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_bids_round_id",
                table: "bids",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_assessor_id",
                table: "assessments",
                column: "assessor_id");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_step",
                table: "decisions",
                column: "step");

            migrationBuilder.CreateIndex(
                name: "IX_extensions_partnership_round_id",
                table: "extensions",
                columns: new[] { "partnership", "round_id" });

            migrationBuilder.CreateIndex(
                name: "IX_extensions_state",
                table: "extensions",
                column: "state",
                filter: "state = 'Requested'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessments");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "extensions");

            migrationBuilder.DropIndex(
                name: "IX_bids_round_id",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "original",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "invited",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "published",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "accepted_at",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "answer_by",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "decision",
                table: "bids");

            migrationBuilder.CreateIndex(
                name: "IX_bids_round_id",
                table: "bids",
                column: "round_id",
                filter: "state = 'Submitted'");
        }
    }
}
