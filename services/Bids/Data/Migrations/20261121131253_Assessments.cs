using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Bids.Data.Migrations
{
    /// <inheritdoc />
    public partial class Assessments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "assessments",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bid_reference = table.Column<string>(type: "text", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    assessor_name = table.Column<string>(type: "text", nullable: false),
                    assigned_by = table.Column<string>(type: "jsonb", nullable: false),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    interest = table.Column<string>(type: "text", nullable: true),
                    completed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "decision_signatures",
                columns: table => new
                {
                    decision_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bid_reference = table.Column<string>(type: "text", nullable: false),
                    signer = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_signatures", x => new { x.decision_id, x.bid_reference });
                });

            migrationBuilder.CreateTable(
                name: "moderations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    bid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bid_reference = table.Column<string>(type: "text", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    scores = table.Column<string>(type: "jsonb", nullable: false),
                    percent = table.Column<decimal>(type: "numeric(5,2)", precision: 5, scale: 2, nullable: false),
                    recommended = table.Column<string>(type: "jsonb", nullable: false),
                    conditions = table.Column<string[]>(type: "text[]", nullable: false),
                    comment = table.Column<string>(type: "text", nullable: false),
                    agreed_by = table.Column<string>(type: "jsonb", nullable: false),
                    agreed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_moderations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "office_people",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_office_people", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "assessment_scores",
                columns: table => new
                {
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    criterion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    score = table.Column<int>(type: "integer", nullable: true),
                    justification = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment_scores", x => new { x.assessment_id, x.criterion_id });
                    table.ForeignKey(
                        name: "FK_assessment_scores_assessments_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessments",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_assessments_assessor_id_assigned_at",
                table: "assessments",
                columns: new[] { "assessor_id", "assigned_at" });

            migrationBuilder.CreateIndex(
                name: "IX_assessments_bid_id_assessor_id",
                table: "assessments",
                columns: new[] { "bid_id", "assessor_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessments_bid_reference_assessor_id",
                table: "assessments",
                columns: new[] { "bid_reference", "assessor_id" });

            migrationBuilder.CreateIndex(
                name: "IX_assessments_round_id",
                table: "assessments",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "IX_decision_signatures_bid_reference_signer",
                table: "decision_signatures",
                columns: new[] { "bid_reference", "signer" });

            migrationBuilder.CreateIndex(
                name: "IX_moderations_bid_id",
                table: "moderations",
                column: "bid_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_moderations_round_id",
                table: "moderations",
                column: "round_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assessment_scores");

            migrationBuilder.DropTable(
                name: "decision_signatures");

            migrationBuilder.DropTable(
                name: "moderations");

            migrationBuilder.DropTable(
                name: "office_people");

            migrationBuilder.DropTable(
                name: "assessments");
        }
    }
}
