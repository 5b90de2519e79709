using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Bids.Data.Migrations
{
    /// <inheritdoc />
    public partial class Decisions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "step",
                table: "decisions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Decided");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "decided_on",
                table: "decisions",
                type: "date",
                nullable: true,
                oldClrType: typeof(DateOnly),
                oldType: "date");

            migrationBuilder.AddColumn<Guid>(
                name: "approver",
                table: "decisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "commissioner",
                table: "decisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "details",
                table: "decisions",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<Guid>(
                name: "determiner",
                table: "decisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "published_at",
                table: "decisions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "returned_because",
                table: "decisions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "writers",
                table: "decisions",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.CreateTable(
                name: "decision_sequences",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decision_sequences", x => x.year);
                });

            // What was recorded before records had steps was decided.
            migrationBuilder.Sql("""
                update decisions set details = jsonb_build_object('reference', reference, 'title', title, 'summary', summary, 'decision', decision,
                    'decidedOn', decided_on, 'date', decided_on, 'bids', to_jsonb(bids), 'step', 'Decided');
                insert into decision_sequences (year, last)
                    select 2000 + right(reference, 2)::int, max(substring(reference from 4 for 3)::int) from decisions where reference ~ '^EXE[0-9]{3}-[0-9]{2}$' group by 1;
                alter table decisions alter column details drop default, alter column step drop default, alter column writers drop default;
                """);

            migrationBuilder.DropColumn(
                name: "summary",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "title",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "decision",
                table: "decisions");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_published_at",
                table: "decisions",
                column: "published_at",
                filter: "published_at is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "decision_sequences");

            migrationBuilder.DropIndex(
                name: "IX_decisions_published_at",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "approver",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "commissioner",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "details",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "determiner",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "published_at",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "returned_because",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "writers",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "step",
                table: "decisions");

            migrationBuilder.AddColumn<string>(
                name: "decision",
                table: "decisions",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AlterColumn<DateOnly>(
                name: "decided_on",
                table: "decisions",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1),
                oldClrType: typeof(DateOnly),
                oldType: "date",
                oldNullable: true);

            migrationBuilder.AddColumn<string>(
                name: "summary",
                table: "decisions",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "title",
                table: "decisions",
                type: "text",
                nullable: false,
                defaultValue: "");
        }
    }
}
