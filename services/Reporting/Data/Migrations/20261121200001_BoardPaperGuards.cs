using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Platform.Reporting.Data.Migrations;

/// <summary>What has been issued stays: the database itself refuses to change or delete it. Its time must come after that of the table.</summary>
[DbContext(typeof(ReportingContext))]
[Migration("20261121200001_BoardPaperGuards")]
public sealed class BoardPaperGuards : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        create function refuse_change_of_issued_papers() returns trigger language plpgsql as $$
        begin
            raise exception 'A board paper that has been issued cannot be changed' using errcode = 'BP001';
        end $$;
        create trigger issued_papers_stay before update or delete on board_papers
            for each row when (old.state = 'Issued') execute function refuse_change_of_issued_papers();
        """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        drop trigger issued_papers_stay on board_papers;
        drop function refuse_change_of_issued_papers();
        """);
}
