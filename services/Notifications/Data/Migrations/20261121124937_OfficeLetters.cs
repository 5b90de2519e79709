using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Notifications.Data.Migrations
{
    /// <inheritdoc />
    public partial class OfficeLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A rename, so that no return that is in is chased after the upgrade.
            migrationBuilder.DropPrimaryKey(name: "PK_submitted_returns", table: "submitted_returns");
            migrationBuilder.RenameTable(name: "submitted_returns", newName: "settled");
            migrationBuilder.AddPrimaryKey(name: "PK_settled", table: "settled", column: "id");

            migrationBuilder.RenameColumn(
                name: "asks_for_return",
                table: "letters",
                newName: "is_request");

            migrationBuilder.AlterColumn<string>(
                name: "partnership",
                table: "alerts",
                type: "character varying(6)",
                maxLength: 6,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(6)",
                oldMaxLength: 6);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(name: "PK_settled", table: "settled");
            migrationBuilder.RenameTable(name: "settled", newName: "submitted_returns");
            migrationBuilder.AddPrimaryKey(name: "PK_submitted_returns", table: "submitted_returns", column: "id");

            migrationBuilder.RenameColumn(
                name: "is_request",
                table: "letters",
                newName: "asks_for_return");

            migrationBuilder.AlterColumn<string>(
                name: "partnership",
                table: "alerts",
                type: "character varying(6)",
                maxLength: 6,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "character varying(6)",
                oldMaxLength: 6,
                oldNullable: true);
        }
    }
}
