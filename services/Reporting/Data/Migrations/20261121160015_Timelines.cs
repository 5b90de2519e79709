using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Reporting.Data.Migrations
{
    /// <inheritdoc />
    public partial class Timelines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_returns_due_on",
                table: "returns");

            migrationBuilder.DropIndex(
                name: "IX_activities_at",
                table: "activities");

            migrationBuilder.RenameColumn(
                name: "is_letter",
                table: "activities",
                newName: "is_quiet");

            migrationBuilder.AddColumn<string>(
                name: "chasing",
                table: "returns",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "On");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_submitted_at",
                table: "returns",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_owed",
                table: "returns",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "payment_held",
                table: "returns",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "about",
                table: "activities",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<bool>(
                name: "is_office_only",
                table: "activities",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "partnership",
                table: "activities",
                type: "character varying(6)",
                maxLength: 6,
                nullable: true);

            migrationBuilder.Sql(
                """
                update returns set is_owed = state <> 'Submitted';
                update activities set about = id;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_returns_due_on",
                table: "returns",
                column: "due_on",
                filter: "is_owed");

            migrationBuilder.CreateIndex(
                name: "IX_activities_about_at",
                table: "activities",
                columns: new[] { "about", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_activities_at",
                table: "activities",
                column: "at",
                filter: "not is_quiet");

            migrationBuilder.CreateIndex(
                name: "IX_activities_partnership_at",
                table: "activities",
                columns: new[] { "partnership", "at" },
                filter: "partnership is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_returns_due_on",
                table: "returns");

            migrationBuilder.DropIndex(
                name: "IX_activities_about_at",
                table: "activities");

            migrationBuilder.DropIndex(
                name: "IX_activities_at",
                table: "activities");

            migrationBuilder.DropIndex(
                name: "IX_activities_partnership_at",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "chasing",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "first_submitted_at",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "is_owed",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "payment_held",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "about",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "is_office_only",
                table: "activities");

            migrationBuilder.DropColumn(
                name: "partnership",
                table: "activities");

            migrationBuilder.RenameColumn(
                name: "is_quiet",
                table: "activities",
                newName: "is_letter");

            migrationBuilder.CreateIndex(
                name: "IX_returns_due_on",
                table: "returns",
                column: "due_on",
                filter: "state <> 'Submitted'");

            migrationBuilder.CreateIndex(
                name: "IX_activities_at",
                table: "activities",
                column: "at",
                filter: "not is_letter");
        }
    }
}
