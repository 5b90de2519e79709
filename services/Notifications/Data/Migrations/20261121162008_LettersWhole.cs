using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Notifications.Data.Migrations
{
    /// <inheritdoc />
    public partial class LettersWhole : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_letters_not_before",
                table: "letters");

            migrationBuilder.DropIndex(
                name: "IX_alerts_raised_at",
                table: "alerts");

            migrationBuilder.AddColumn<string>(
                name: "about_reference",
                table: "letters",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dealt_with_at",
                table: "letters",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dealt_with_by",
                table: "letters",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "delivered_at",
                table: "letters",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "digest_id",
                table: "letters",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "failed_at",
                table: "letters",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fields",
                table: "letters",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "template",
                table: "letters",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "template_version",
                table: "letters",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "withdrawn_at",
                table: "letters",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "entered_at",
                table: "contacts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "entered_by",
                table: "contacts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "dealt_with_at",
                table: "alerts",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "dealt_with_by",
                table: "alerts",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "handovers",
                columns: table => new
                {
                    letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_handovers", x => x.letter_id);
                });

            migrationBuilder.CreateTable(
                name: "preferences",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    daily_digest = table.Column<bool>(type: "boolean", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_preferences", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "programme_ladders",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    rungs = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programme_ladders", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "template_versions",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    saved_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    saved_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_template_versions", x => new { x.name, x.version });
                });

            migrationBuilder.CreateIndex(
                name: "IX_letters_about_reference_position",
                table: "letters",
                columns: new[] { "about_reference", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_letters_failed_at",
                table: "letters",
                column: "failed_at",
                filter: "state = 'Failed' and dealt_with_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_letters_not_before_position",
                table: "letters",
                columns: new[] { "not_before", "position" },
                filter: "state = 'Queued'");

            migrationBuilder.CreateIndex(
                name: "IX_letters_recipient_id",
                table: "letters",
                column: "recipient_id",
                filter: "state = 'Collected' and digest_id is null");

            migrationBuilder.CreateIndex(
                name: "IX_letters_template_position",
                table: "letters",
                columns: new[] { "template", "position" });

            migrationBuilder.CreateIndex(
                name: "IX_alerts_raised_at",
                table: "alerts",
                column: "raised_at",
                filter: "dealt_with_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "handovers");

            migrationBuilder.DropTable(
                name: "preferences");

            migrationBuilder.DropTable(
                name: "programme_ladders");

            migrationBuilder.DropTable(
                name: "template_versions");

            migrationBuilder.DropIndex(
                name: "IX_letters_about_reference_position",
                table: "letters");

            migrationBuilder.DropIndex(
                name: "IX_letters_failed_at",
                table: "letters");

            migrationBuilder.DropIndex(
                name: "IX_letters_not_before_position",
                table: "letters");

            migrationBuilder.DropIndex(
                name: "IX_letters_recipient_id",
                table: "letters");

            migrationBuilder.DropIndex(
                name: "IX_letters_template_position",
                table: "letters");

            migrationBuilder.DropIndex(
                name: "IX_alerts_raised_at",
                table: "alerts");

            migrationBuilder.DropColumn(
                name: "about_reference",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "dealt_with_at",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "dealt_with_by",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "delivered_at",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "digest_id",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "failed_at",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "fields",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "template",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "template_version",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "withdrawn_at",
                table: "letters");

            migrationBuilder.DropColumn(
                name: "entered_at",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "entered_by",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "dealt_with_at",
                table: "alerts");

            migrationBuilder.DropColumn(
                name: "dealt_with_by",
                table: "alerts");

            migrationBuilder.CreateIndex(
                name: "IX_letters_not_before",
                table: "letters",
                column: "not_before",
                filter: "state = 'Queued'");

            migrationBuilder.CreateIndex(
                name: "IX_alerts_raised_at",
                table: "alerts",
                column: "raised_at");
        }
    }
}
