using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Platform.Reporting.Data.Migrations;

/// <summary>
/// What tells readers of open data that nothing has changed: a sequence for each table that open data is read from, moved on by every statement that changes it,
/// and a lock that such a statement's transaction shares with all others until it ends, so that a reader sees that one is under way. Nobody waits for either.
/// Its time must come after that of the tables.
/// </summary>
[DbContext(typeof(ReportingContext))]
[Migration("20261121200000_PublicChanges")]
public sealed class PublicChanges : Migration
{
    private static readonly string[] Tables =
        ["rounds", "decisions", "bids", "grants", "grant_documents", "grant_areas", "grant_years", "targets", "returns", "figures", "progress", "assets"];

    /// <inheritdoc/>
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql("""
            -- Only its number is used: it says whose advisory locks these are.
            create table public_changes ();
            create function note_public_change() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock_shared('public_changes'::regclass::oid::int, tg_relid::int);
                perform nextval(tg_argv[0]::regclass);
                return null;
            end $$;
            -- Searched by how a place's name begins, whatever its case.
            create index ix_grant_areas_area_begins on grant_areas (lower(area) text_pattern_ops);
            """);
        foreach (var table in Tables)
            migrationBuilder.Sql($"""
                create sequence changes_of_{table};
                create trigger note_public_change after insert or update or delete on {table} for each statement execute function note_public_change('changes_of_{table}');
                create trigger note_public_truncation after truncate on {table} for each statement execute function note_public_change('changes_of_{table}');
                """);
    }
}
