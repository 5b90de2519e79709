using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Reporting.Data.Migrations
{
    /// <inheritdoc />
    public partial class MoneySums : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_returns_quarter",
                table: "returns");

            migrationBuilder.CreateTable(
                name: "money_sums",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    grants = table.Column<long>(type: "bigint", nullable: false),
                    original = table.Column<long>(type: "bigint", nullable: false),
                    allocated = table.Column<long>(type: "bigint", nullable: false),
                    actual = table.Column<long>(type: "bigint", nullable: false),
                    forecast = table.Column<long>(type: "bigint", nullable: false),
                    assumed = table.Column<long>(type: "bigint", nullable: false),
                    underspend = table.Column<long>(type: "bigint", nullable: false),
                    overspend = table.Column<long>(type: "bigint", nullable: false),
                    priority_allocated = table.Column<long>(type: "bigint", nullable: false),
                    priority_required = table.Column<long>(type: "bigint", nullable: false),
                    priority_actual = table.Column<long>(type: "bigint", nullable: false),
                    match_promised = table.Column<long>(type: "bigint", nullable: false),
                    match_expected = table.Column<long>(type: "bigint", nullable: false),
                    match_received = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_money_sums", x => new { x.year, x.partnership, x.programme });
                });

            migrationBuilder.CreateIndex(
                name: "IX_returns_quarter",
                table: "returns",
                column: "quarter",
                filter: "assumed is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "money_sums");

            migrationBuilder.DropIndex(
                name: "IX_returns_quarter",
                table: "returns");

            migrationBuilder.CreateIndex(
                name: "IX_returns_quarter",
                table: "returns",
                column: "quarter");
        }
    }
}
