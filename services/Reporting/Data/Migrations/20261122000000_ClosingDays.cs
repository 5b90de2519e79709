using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Platform.Reporting.Data.Migrations;

/// <summary>Requests that were closed before their closing day was kept: the day of their last step. Its time must come after that of the column.</summary>
[DbContext(typeof(ReportingContext))]
[Migration("20261122000000_ClosingDays")]
public sealed class ClosingDays : Migration
{
    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.Sql(
        """
        update foi_requests set closed_on = ((steps -> -1 ->> 'at')::timestamptz at time zone 'Europe/London')::date
        where closed_on is null and state in ('Answered', 'Withdrawn')
          and (details -> 'review' is null or details -> 'review' = 'null' or details -> 'review' ->> 'answeredOn' is not null);
        """);

    /// <inheritdoc/>
    protected override void Down(MigrationBuilder migrationBuilder) { }
}
