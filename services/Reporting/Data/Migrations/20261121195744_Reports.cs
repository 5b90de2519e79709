using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Platform.Reporting.Data.Migrations
{
    /// <inheritdoc />
    public partial class Reports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The new columns are filled from the logs: the first start after this begins a rebuild by itself.
            migrationBuilder.Sql("truncate rounds, extensions, assessments, decisions, bids, grants, targets, returns, activities");

            migrationBuilder.DropTable(
                name: "achievements");

            migrationBuilder.CreateSequence<int>(
                name: "board_paper_numbers");

            migrationBuilder.AddColumn<long>(
                name: "achieved",
                table: "targets",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<bool>(
                name: "cumulative",
                table: "targets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateOnly>(
                name: "delivery_from",
                table: "targets",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "delivery_to",
                table: "targets",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<string>(
                name: "moved_by",
                table: "targets",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "about",
                table: "rounds",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "available",
                table: "rounds",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "cap_per_bid",
                table: "rounds",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "delivery_from",
                table: "rounds",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<DateOnly>(
                name: "delivery_to",
                table: "rounds",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "match_percent",
                table: "rounds",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "priority_percent",
                table: "rounds",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "programme",
                table: "rounds",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string[]>(
                name: "themes",
                table: "rounds",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<long>(
                name: "assumed",
                table: "returns",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "assumed_from",
                table: "returns",
                type: "character varying(10)",
                maxLength: 10,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "figures_version",
                table: "returns",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "named_to_board",
                table: "returns",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "programme",
                table: "returns",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "bid_id",
                table: "grants",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "decision_reference",
                table: "grants",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateOnly>(
                name: "delivery_from",
                table: "grants",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<bool>(
                name: "is_added_up",
                table: "grants",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "original",
                table: "grants",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "priority_percent",
                table: "grants",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "decided_on",
                table: "decisions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "details",
                table: "decisions",
                type: "jsonb",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<bool>(
                name: "is_public",
                table: "decisions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "is_record_public",
                table: "decisions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string[]>(
                name: "areas",
                table: "bids",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.AddColumn<string>(
                name: "need",
                table: "bids",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "priority_asked",
                table: "bids",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "summary",
                table: "bids",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "theme",
                table: "bids",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "vintage",
                table: "bids",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "assets",
                columns: table => new
                {
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intervention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quarter = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assets", x => new { x.return_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "board_papers",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    meeting = table.Column<string>(type: "text", nullable: false),
                    meeting_on = table.Column<DateOnly>(type: "date", nullable: false),
                    as_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    figures = table.Column<string>(type: "jsonb", nullable: false),
                    words = table.Column<string>(type: "jsonb", nullable: false),
                    flags = table.Column<string>(type: "jsonb", nullable: false),
                    as_issued = table.Column<string>(type: "json", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    issued_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_board_papers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "figures",
                columns: table => new
                {
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intervention_id = table.Column<Guid>(type: "uuid", nullable: true),
                    quarter = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    about = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_figures", x => new { x.return_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "foi_requests",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    details = table.Column<string>(type: "jsonb", nullable: false),
                    requester = table.Column<string>(type: "jsonb", nullable: false),
                    background = table.Column<string>(type: "text", nullable: false),
                    letter = table.Column<string>(type: "text", nullable: true),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foi_requests", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "foi_sequences",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foi_sequences", x => x.year);
                });

            migrationBuilder.CreateTable(
                name: "grant_areas",
                columns: table => new
                {
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    area = table.Column<string>(type: "text", nullable: false),
                    district = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grant_areas", x => new { x.grant_id, x.area });
                });

            migrationBuilder.CreateTable(
                name: "grant_documents",
                columns: table => new
                {
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grant_documents", x => x.grant_id);
                });

            migrationBuilder.CreateTable(
                name: "grant_years",
                columns: table => new
                {
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    original = table.Column<long>(type: "bigint", nullable: false),
                    allocated = table.Column<long>(type: "bigint", nullable: false),
                    actual = table.Column<long>(type: "bigint", nullable: false),
                    forecast = table.Column<long>(type: "bigint", nullable: false),
                    assumed = table.Column<long>(type: "bigint", nullable: false),
                    priority_allocated = table.Column<long>(type: "bigint", nullable: false),
                    priority_percent = table.Column<int>(type: "integer", nullable: false),
                    priority_actual = table.Column<long>(type: "bigint", nullable: false),
                    match_promised = table.Column<long>(type: "bigint", nullable: false),
                    match_received = table.Column<long>(type: "bigint", nullable: false),
                    match_percent = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grant_years", x => new { x.grant_id, x.year });
                });

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

            migrationBuilder.CreateTable(
                name: "profiles",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    priorities = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_profiles", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "progress",
                columns: table => new
                {
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intervention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quarter = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    narrative = table.Column<string>(type: "text", nullable: false),
                    complete_in = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_progress", x => new { x.grant_id, x.intervention_id });
                });

            migrationBuilder.CreateTable(
                name: "punctuality",
                columns: table => new
                {
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    quarter = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    returns = table.Column<int>(type: "integer", nullable: false),
                    on_time = table.Column<int>(type: "integer", nullable: false),
                    late = table.Column<int>(type: "integer", nullable: false),
                    working_days_late = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_punctuality", x => new { x.quarter, x.partnership, x.programme });
                });

            migrationBuilder.CreateTable(
                name: "replays",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    tables = table.Column<int>(type: "integer", nullable: false),
                    types = table.Column<string>(type: "jsonb", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    moved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    after = table.Column<Guid>(type: "uuid", nullable: true),
                    until = table.Column<Guid>(type: "uuid", nullable: true),
                    handled = table.Column<long>(type: "bigint", nullable: false),
                    total = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_replays", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "views",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    report = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false),
                    monthly = table.Column<bool>(type: "boolean", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_deleted = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_views", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_targets_partnership",
                table: "targets",
                column: "partnership");

            migrationBuilder.CreateIndex(
                name: "IX_returns_grant_id_quarter",
                table: "returns",
                columns: new[] { "grant_id", "quarter" });

            migrationBuilder.CreateIndex(
                name: "IX_returns_quarter",
                table: "returns",
                column: "quarter",
                filter: "assumed is not null");

            migrationBuilder.CreateIndex(
                name: "IX_returns_quarter_partnership_grant_reference",
                table: "returns",
                columns: new[] { "quarter", "partnership", "grant_reference" });

            migrationBuilder.CreateIndex(
                name: "IX_grants_decision_reference",
                table: "grants",
                column: "decision_reference");

            migrationBuilder.CreateIndex(
                name: "IX_grants_partnership",
                table: "grants",
                column: "partnership");

            migrationBuilder.CreateIndex(
                name: "IX_grants_reference",
                table: "grants",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "to_add_up",
                table: "grants",
                column: "id",
                filter: "not is_added_up");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_decided_on",
                table: "decisions",
                column: "decided_on",
                filter: "is_public");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_reference",
                table: "decisions",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "IX_assets_grant_id",
                table: "assets",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "IX_board_papers_meeting_on",
                table: "board_papers",
                column: "meeting_on");

            migrationBuilder.CreateIndex(
                name: "IX_board_papers_number",
                table: "board_papers",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_figures_grant_id",
                table: "figures",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "IX_foi_requests_published_at",
                table: "foi_requests",
                column: "published_at",
                filter: "published_at is not null");

            migrationBuilder.CreateIndex(
                name: "IX_foi_requests_reference",
                table: "foi_requests",
                column: "reference",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_foi_requests_state_due_on",
                table: "foi_requests",
                columns: new[] { "state", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_grant_areas_area",
                table: "grant_areas",
                column: "area");

            migrationBuilder.CreateIndex(
                name: "IX_grant_areas_district",
                table: "grant_areas",
                column: "district");

            migrationBuilder.CreateIndex(
                name: "IX_grant_years_partnership_year",
                table: "grant_years",
                columns: new[] { "partnership", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_grant_years_year_partnership",
                table: "grant_years",
                columns: new[] { "year", "partnership" });

            migrationBuilder.CreateIndex(
                name: "IX_profiles_partnership_from",
                table: "profiles",
                columns: new[] { "partnership", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_punctuality_partnership",
                table: "punctuality",
                column: "partnership");

            migrationBuilder.CreateIndex(
                name: "IX_views_next_on",
                table: "views",
                column: "next_on",
                filter: "next_on is not null");

            migrationBuilder.CreateIndex(
                name: "IX_views_owner_id",
                table: "views",
                column: "owner_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assets");

            migrationBuilder.DropTable(
                name: "board_papers");

            migrationBuilder.DropTable(
                name: "figures");

            migrationBuilder.DropTable(
                name: "foi_requests");

            migrationBuilder.DropTable(
                name: "foi_sequences");

            migrationBuilder.DropTable(
                name: "grant_areas");

            migrationBuilder.DropTable(
                name: "grant_documents");

            migrationBuilder.DropTable(
                name: "grant_years");

            migrationBuilder.DropTable(
                name: "money_sums");

            migrationBuilder.DropTable(
                name: "profiles");

            migrationBuilder.DropTable(
                name: "progress");

            migrationBuilder.DropTable(
                name: "punctuality");

            migrationBuilder.DropTable(
                name: "replays");

            migrationBuilder.DropTable(
                name: "views");

            migrationBuilder.DropIndex(
                name: "IX_targets_partnership",
                table: "targets");

            migrationBuilder.DropIndex(
                name: "IX_returns_grant_id_quarter",
                table: "returns");

            migrationBuilder.DropIndex(
                name: "IX_returns_quarter",
                table: "returns");

            migrationBuilder.DropIndex(
                name: "IX_returns_quarter_partnership_grant_reference",
                table: "returns");

            migrationBuilder.DropIndex(
                name: "IX_grants_decision_reference",
                table: "grants");

            migrationBuilder.DropIndex(
                name: "IX_grants_partnership",
                table: "grants");

            migrationBuilder.DropIndex(
                name: "IX_grants_reference",
                table: "grants");

            migrationBuilder.DropIndex(
                name: "to_add_up",
                table: "grants");

            migrationBuilder.DropIndex(
                name: "IX_decisions_decided_on",
                table: "decisions");

            migrationBuilder.DropIndex(
                name: "IX_decisions_reference",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "achieved",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "cumulative",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "delivery_from",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "delivery_to",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "moved_by",
                table: "targets");

            migrationBuilder.DropColumn(
                name: "about",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "available",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "cap_per_bid",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "delivery_from",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "delivery_to",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "match_percent",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "priority_percent",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "programme",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "themes",
                table: "rounds");

            migrationBuilder.DropColumn(
                name: "assumed",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "assumed_from",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "figures_version",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "named_to_board",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "programme",
                table: "returns");

            migrationBuilder.DropColumn(
                name: "bid_id",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "decision_reference",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "delivery_from",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "is_added_up",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "original",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "priority_percent",
                table: "grants");

            migrationBuilder.DropColumn(
                name: "decided_on",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "details",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "is_public",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "is_record_public",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "areas",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "need",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "priority_asked",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "summary",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "theme",
                table: "bids");

            migrationBuilder.DropColumn(
                name: "vintage",
                table: "bids");

            migrationBuilder.DropSequence(
                name: "board_paper_numbers");

            migrationBuilder.CreateTable(
                name: "achievements",
                columns: table => new
                {
                    return_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intervention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_achievements", x => new { x.return_id, x.intervention_id, x.indicator });
                });

            migrationBuilder.CreateIndex(
                name: "IX_achievements_grant_id_intervention_id_indicator",
                table: "achievements",
                columns: new[] { "grant_id", "intervention_id", "indicator" });
        }
    }
}
