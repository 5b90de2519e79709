using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Bids.Data.Migrations
{
    /// <inheritdoc />
    public partial class Grants : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "accepted_variations",
                table: "grants",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "delivery_from",
                table: "grants",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "delivery_to",
                table: "grants",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "programme",
                table: "grants",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_grants_programme_made_at",
                table: "grants",
                columns: new[] { "programme", "made_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_grants_programme_made_at",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "accepted_variations",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "delivery_from",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "delivery_to",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "programme",
                table: "grants");
        }
    }
}
