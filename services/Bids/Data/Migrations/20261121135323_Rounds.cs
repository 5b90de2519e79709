using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Bids.Data.Migrations
{
    /// <inheritdoc />
    public partial class Rounds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "deadline_moves",
                table: "rounds",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<int>(
                name: "edited_version",
                table: "rounds",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "next_reminder_at",
                table: "rounds",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int[]>(
                name: "reminders_done",
                table: "rounds",
                type: "integer[]",
                nullable: false,
                defaultValue: new int[0]);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "answered_at",
                table: "extensions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "submitted_title",
                table: "bids",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "submitted_total",
                table: "bids",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.CreateIndex(
                name: "IX_rounds_next_reminder_at",
                table: "rounds",
                column: "next_reminder_at",
                filter: "next_reminder_at is not null");

            migrationBuilder.CreateIndex(
                name: "IX_extensions_one_request",
                table: "extensions",
                columns: new[] { "round_id", "partnership" },
                unique: true,
                filter: "state = 'Requested'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_rounds_next_reminder_at",
                table: "rounds");

            migrationBuilder.DropIndex(
                name: "IX_extensions_one_request",
                table: "extensions");

            migrationBuilder.DropColumn(
                name: "deadline_moves",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "edited_version",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "next_reminder_at",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "reminders_done",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "answered_at",
                table: "extensions");

            migrationBuilder.DropColumn(
                name: "submitted_title",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "submitted_total",
                table: "bids");
        }
    }
}
