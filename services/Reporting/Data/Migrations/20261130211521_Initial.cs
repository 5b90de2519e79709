using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Platform.Reporting.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "read");

            migrationBuilder.CreateSequence<int>(
                name: "board_paper_numbers");

            migrationBuilder.CreateTable(
                name: "activities",
                schema: "read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    bid_reference = table.Column<string>(type: "text", nullable: true),
                    about = table.Column<Guid>(type: "uuid", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: true),
                    is_quiet = table.Column<bool>(type: "boolean", nullable: false),
                    is_office_only = table.Column<bool>(type: "boolean", nullable: false),
                    is_alert = table.Column<bool>(type: "boolean", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_activities", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                schema: "read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    bid_reference = table.Column<string>(type: "text", nullable: false),
                    assessor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessments", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assets",
                schema: "read",
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
                name: "audit_entries",
                schema: "read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    to = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    thing = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    times = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entries", x => new { x.id, x.version });
                });

            migrationBuilder.CreateTable(
                name: "audit_findings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_head = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_findings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bids",
                schema: "read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    theme = table.Column<string>(type: "text", nullable: false),
                    summary = table.Column<string>(type: "text", nullable: false),
                    need = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    ready_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    asked = table.Column<long>(type: "bigint", nullable: false),
                    priority_asked = table.Column<long>(type: "bigint", nullable: false),
                    vintage = table.Column<int>(type: "integer", nullable: true),
                    answer_by = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_bids", x => x.id);
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
                    settled = table.Column<string>(type: "jsonb", nullable: false),
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
                name: "decisions",
                schema: "read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    step = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    decided_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_public = table.Column<bool>(type: "boolean", nullable: false),
                    is_record_public = table.Column<bool>(type: "boolean", nullable: false),
                    details = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event_log",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    aggregate = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    schema_version = table.Column<int>(type: "integer", nullable: false),
                    json = table.Column<string>(type: "json", nullable: false),
                    personal = table.Column<string>(type: "json", nullable: true),
                    actor = table.Column<Guid>(type: "uuid", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    traceparent = table.Column<string>(type: "text", nullable: true),
                    previous_hash = table.Column<string>(type: "text", nullable: true),
                    hash = table.Column<string>(type: "text", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    not_before = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_log", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "event_log_heads",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    position = table.Column<long>(type: "bigint", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_event_log_heads", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "extensions",
                schema: "read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    round_id = table.Column<Guid>(type: "uuid", nullable: false),
                    round_reference = table.Column<string>(type: "text", nullable: false),
                    round_name = table.Column<string>(type: "text", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_extensions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "failed_messages",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    queue = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false),
                    json = table.Column<string>(type: "json", nullable: false),
                    forgotten = table.Column<bool>(type: "boolean", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_failed_messages", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "figures",
                schema: "read",
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
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    is_challenged = table.Column<bool>(type: "boolean", nullable: false)
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
                    public_words = table.Column<string>(type: "text", nullable: false),
                    requester = table.Column<string>(type: "jsonb", nullable: false),
                    background = table.Column<string>(type: "text", nullable: false),
                    letter = table.Column<string>(type: "text", nullable: true),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    requester_deleted_on = table.Column<DateOnly>(type: "date", nullable: true),
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
                name: "foi_wordings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sentences = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_foi_wordings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "grant_areas",
                schema: "read",
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
                schema: "read",
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
                schema: "read",
                columns: table => new
                {
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    original = table.Column<long>(type: "bigint", nullable: false),
                    cut = table.Column<long>(type: "bigint", nullable: false),
                    added = table.Column<long>(type: "bigint", nullable: false),
                    moved_in = table.Column<long>(type: "bigint", nullable: false),
                    moved_out = table.Column<long>(type: "bigint", nullable: false),
                    moved_within = table.Column<long>(type: "bigint", nullable: false),
                    allocated = table.Column<long>(type: "bigint", nullable: false),
                    actual = table.Column<long>(type: "bigint", nullable: false),
                    actual_challenged = table.Column<long>(type: "bigint", nullable: false),
                    priority_challenged = table.Column<long>(type: "bigint", nullable: false),
                    match_challenged = table.Column<long>(type: "bigint", nullable: false),
                    across = table.Column<long>(type: "bigint", nullable: false),
                    paper_quarters = table.Column<int>(type: "integer", nullable: false),
                    forecast = table.Column<long>(type: "bigint", nullable: false),
                    assumed = table.Column<long>(type: "bigint", nullable: false),
                    priority_allocated = table.Column<long>(type: "bigint", nullable: false),
                    priority_percent = table.Column<int>(type: "integer", nullable: false),
                    priority_actual = table.Column<long>(type: "bigint", nullable: false),
                    match_promised = table.Column<long>(type: "bigint", nullable: false),
                    match_received = table.Column<long>(type: "bigint", nullable: false),
                    match_percent = table.Column<int>(type: "integer", nullable: false),
                    underspend = table.Column<long>(type: "bigint", nullable: false),
                    overspend = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grant_years", x => new { x.grant_id, x.year });
                });

            migrationBuilder.CreateTable(
                name: "grants",
                schema: "read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    bid_id = table.Column<Guid>(type: "uuid", nullable: false),
                    decision_reference = table.Column<string>(type: "text", nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    delivery_from = table.Column<DateOnly>(type: "date", nullable: false),
                    delivery_to = table.Column<DateOnly>(type: "date", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    original = table.Column<long>(type: "bigint", nullable: false),
                    priority_percent = table.Column<int>(type: "integer", nullable: false),
                    waiting = table.Column<int>(type: "integer", nullable: true),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    accepted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_added_up = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_grants", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handled_messages",
                columns: table => new
                {
                    message_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consumer = table.Column<string>(type: "text", nullable: false),
                    handled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_handled_messages", x => new { x.message_id, x.consumer });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    request = table.Column<string>(type: "text", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: true),
                    location = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency_keys", x => new { x.user_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "money_sums",
                schema: "read",
                columns: table => new
                {
                    year = table.Column<int>(type: "integer", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    grants = table.Column<long>(type: "bigint", nullable: false),
                    original = table.Column<long>(type: "bigint", nullable: false),
                    cut = table.Column<long>(type: "bigint", nullable: false),
                    added = table.Column<long>(type: "bigint", nullable: false),
                    moved_in = table.Column<long>(type: "bigint", nullable: false),
                    moved_out = table.Column<long>(type: "bigint", nullable: false),
                    moved_within = table.Column<long>(type: "bigint", nullable: false),
                    allocated = table.Column<long>(type: "bigint", nullable: false),
                    actual = table.Column<long>(type: "bigint", nullable: false),
                    across = table.Column<long>(type: "bigint", nullable: false),
                    paper_quarters = table.Column<long>(type: "bigint", nullable: false),
                    forecast = table.Column<long>(type: "bigint", nullable: false),
                    assumed = table.Column<long>(type: "bigint", nullable: false),
                    underspend = table.Column<long>(type: "bigint", nullable: false),
                    overspend = table.Column<long>(type: "bigint", nullable: false),
                    priority_allocated = table.Column<long>(type: "bigint", nullable: false),
                    priority_base = table.Column<long>(type: "bigint", nullable: false),
                    priority_of_base = table.Column<long>(type: "bigint", nullable: false),
                    priority_required = table.Column<long>(type: "bigint", nullable: false),
                    priority_actual = table.Column<long>(type: "bigint", nullable: false),
                    match_promised = table.Column<long>(type: "bigint", nullable: false),
                    match_base = table.Column<long>(type: "bigint", nullable: false),
                    match_of_base = table.Column<long>(type: "bigint", nullable: false),
                    match_expected = table.Column<long>(type: "bigint", nullable: false),
                    match_received = table.Column<long>(type: "bigint", nullable: false),
                    actual_challenged = table.Column<long>(type: "bigint", nullable: false),
                    priority_challenged = table.Column<long>(type: "bigint", nullable: false),
                    match_challenged = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_money_sums", x => new { x.year, x.partnership, x.programme });
                });

            migrationBuilder.CreateTable(
                name: "profiles",
                schema: "read",
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
                schema: "read",
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
                schema: "read",
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
                schema: "read",
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
                    left_out = table.Column<string>(type: "jsonb", nullable: false),
                    left_out_count = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_replays", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "returns",
                schema: "read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    figures_version = table.Column<int>(type: "integer", nullable: false),
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    grant_reference = table.Column<string>(type: "text", nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    quarter = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    back_by = table.Column<DateOnly>(type: "date", nullable: true),
                    awaited_on = table.Column<DateOnly>(type: "date", nullable: true),
                    rework_days_late = table.Column<int>(type: "integer", nullable: true),
                    challenged = table.Column<string[]>(type: "text[]", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    first_submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    working_days_late = table.Column<int>(type: "integer", nullable: true),
                    rung = table.Column<int>(type: "integer", nullable: true),
                    chasing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    payment_held = table.Column<bool>(type: "boolean", nullable: false),
                    named_to_board = table.Column<bool>(type: "boolean", nullable: false),
                    is_owed = table.Column<bool>(type: "boolean", nullable: false),
                    on_paper = table.Column<bool>(type: "boolean", nullable: false),
                    assumed = table.Column<long>(type: "bigint", nullable: true),
                    assumed_from = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_returns", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rounds",
                schema: "read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    reference = table.Column<string>(type: "text", nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    opens_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closes_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    delivery_from = table.Column<DateOnly>(type: "date", nullable: false),
                    delivery_to = table.Column<DateOnly>(type: "date", nullable: false),
                    cap_per_bid = table.Column<long>(type: "bigint", nullable: true),
                    available = table.Column<long>(type: "bigint", nullable: true),
                    match_percent = table.Column<int>(type: "integer", nullable: false),
                    priority_percent = table.Column<int>(type: "integer", nullable: false),
                    themes = table.Column<string[]>(type: "text[]", nullable: false),
                    published = table.Column<bool>(type: "boolean", nullable: false),
                    invited = table.Column<string[]>(type: "text[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rounds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "target_years",
                schema: "read",
                columns: table => new
                {
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intervention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    achieved = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_target_years", x => new { x.grant_id, x.intervention_id, x.indicator, x.year });
                });

            migrationBuilder.CreateTable(
                name: "targets",
                schema: "read",
                columns: table => new
                {
                    grant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    intervention_id = table.Column<Guid>(type: "uuid", nullable: false),
                    indicator = table.Column<string>(type: "text", nullable: false),
                    partnership = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    programme = table.Column<string>(type: "text", nullable: false),
                    grant_reference = table.Column<string>(type: "text", nullable: false),
                    intervention = table.Column<string>(type: "text", nullable: false),
                    order = table.Column<int>(type: "integer", nullable: false),
                    delivery_from = table.Column<DateOnly>(type: "date", nullable: false),
                    delivery_to = table.Column<DateOnly>(type: "date", nullable: false),
                    target = table.Column<int>(type: "integer", nullable: false),
                    original = table.Column<int>(type: "integer", nullable: true),
                    moved_by = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cumulative = table.Column<bool>(type: "boolean", nullable: false),
                    achieved = table.Column<long>(type: "bigint", nullable: false),
                    challenged = table.Column<long>(type: "bigint", nullable: false),
                    on_paper = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_targets", x => new { x.grant_id, x.intervention_id, x.indicator });
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
                name: "IX_activities_about_at",
                schema: "read",
                table: "activities",
                columns: new[] { "about", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_activities_at",
                schema: "read",
                table: "activities",
                column: "at",
                filter: "not is_quiet");

            migrationBuilder.CreateIndex(
                name: "IX_activities_partnership_at",
                schema: "read",
                table: "activities",
                columns: new[] { "partnership", "at" },
                filter: "partnership is not null");

            migrationBuilder.CreateIndex(
                name: "alerts",
                schema: "read",
                table: "activities",
                column: "at",
                filter: "is_alert");

            migrationBuilder.CreateIndex(
                name: "IX_assessments_assessor_id",
                schema: "read",
                table: "assessments",
                column: "assessor_id");

            migrationBuilder.CreateIndex(
                name: "IX_assets_grant_id",
                schema: "read",
                table: "assets",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_at",
                schema: "read",
                table: "audit_entries",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "IX_audit_entries_kind_at",
                schema: "read",
                table: "audit_entries",
                columns: new[] { "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "IX_bids_partnership_round_id",
                schema: "read",
                table: "bids",
                columns: new[] { "partnership", "round_id" });

            migrationBuilder.CreateIndex(
                name: "IX_bids_round_id",
                schema: "read",
                table: "bids",
                column: "round_id");

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
                name: "IX_decisions_decided_on",
                schema: "read",
                table: "decisions",
                column: "decided_on",
                filter: "is_public");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_reference",
                schema: "read",
                table: "decisions",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_step",
                schema: "read",
                table: "decisions",
                column: "step");

            migrationBuilder.CreateIndex(
                name: "IX_event_log_aggregate_version",
                table: "event_log",
                columns: new[] { "aggregate", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_log_occurred_at",
                table: "event_log",
                column: "occurred_at",
                filter: "type = 'AccessNoted' and personal is not null");

            migrationBuilder.CreateIndex(
                name: "IX_event_log_place",
                table: "event_log",
                column: "position",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_event_log_position",
                table: "event_log",
                column: "position",
                filter: "sent_at is null");

            migrationBuilder.CreateIndex(
                name: "IX_extensions_partnership_round_id",
                schema: "read",
                table: "extensions",
                columns: new[] { "partnership", "round_id" });

            migrationBuilder.CreateIndex(
                name: "IX_extensions_state",
                schema: "read",
                table: "extensions",
                column: "state",
                filter: "state = 'Requested'");

            migrationBuilder.CreateIndex(
                name: "IX_failed_messages_message_id_queue",
                table: "failed_messages",
                columns: new[] { "message_id", "queue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_figures_grant_id",
                schema: "read",
                table: "figures",
                column: "grant_id");

            migrationBuilder.CreateIndex(
                name: "IX_foi_requests_closed_on",
                table: "foi_requests",
                column: "closed_on",
                filter: "requester_deleted_on is null");

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
                schema: "read",
                table: "grant_areas",
                column: "area");

            migrationBuilder.CreateIndex(
                name: "IX_grant_areas_district",
                schema: "read",
                table: "grant_areas",
                column: "district");

            migrationBuilder.CreateIndex(
                name: "IX_grant_years_partnership_year",
                schema: "read",
                table: "grant_years",
                columns: new[] { "partnership", "year" });

            migrationBuilder.CreateIndex(
                name: "IX_grant_years_year_partnership",
                schema: "read",
                table: "grant_years",
                columns: new[] { "year", "partnership" });

            migrationBuilder.CreateIndex(
                name: "IX_grants_decision_reference",
                schema: "read",
                table: "grants",
                column: "decision_reference");

            migrationBuilder.CreateIndex(
                name: "IX_grants_partnership",
                schema: "read",
                table: "grants",
                column: "partnership");

            migrationBuilder.CreateIndex(
                name: "IX_grants_programme_partnership",
                schema: "read",
                table: "grants",
                columns: new[] { "programme", "partnership" });

            migrationBuilder.CreateIndex(
                name: "IX_grants_reference",
                schema: "read",
                table: "grants",
                column: "reference");

            migrationBuilder.CreateIndex(
                name: "to_add_up",
                schema: "read",
                table: "grants",
                column: "id",
                filter: "not is_added_up");

            migrationBuilder.CreateIndex(
                name: "IX_profiles_partnership_from",
                schema: "read",
                table: "profiles",
                columns: new[] { "partnership", "from" });

            migrationBuilder.CreateIndex(
                name: "IX_punctuality_partnership",
                schema: "read",
                table: "punctuality",
                column: "partnership");

            migrationBuilder.CreateIndex(
                name: "IX_returns_awaited_on",
                schema: "read",
                table: "returns",
                column: "awaited_on",
                filter: "awaited_on is not null");

            migrationBuilder.CreateIndex(
                name: "IX_returns_grant_id_quarter",
                schema: "read",
                table: "returns",
                columns: new[] { "grant_id", "quarter" });

            migrationBuilder.CreateIndex(
                name: "IX_returns_partnership_due_on",
                schema: "read",
                table: "returns",
                columns: new[] { "partnership", "due_on" });

            migrationBuilder.CreateIndex(
                name: "IX_returns_quarter",
                schema: "read",
                table: "returns",
                column: "quarter",
                filter: "assumed is not null");

            migrationBuilder.CreateIndex(
                name: "IX_returns_quarter_partnership_grant_reference",
                schema: "read",
                table: "returns",
                columns: new[] { "quarter", "partnership", "grant_reference" });

            migrationBuilder.CreateIndex(
                name: "IX_rounds_closes_at",
                schema: "read",
                table: "rounds",
                column: "closes_at");

            migrationBuilder.CreateIndex(
                name: "IX_targets_partnership",
                schema: "read",
                table: "targets",
                column: "partnership");

            migrationBuilder.CreateIndex(
                name: "IX_targets_programme_partnership",
                schema: "read",
                table: "targets",
                columns: new[] { "programme", "partnership" });

            migrationBuilder.CreateIndex(
                name: "IX_views_next_on",
                table: "views",
                column: "next_on",
                filter: "next_on is not null");

            migrationBuilder.CreateIndex(
                name: "IX_views_owner_id",
                table: "views",
                column: "owner_id");

            Platform.ServiceDefaults.Persistence.SqlFiles.GuardEventLog(migrationBuilder);
            Guards.Run(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "activities",
                schema: "read");

            migrationBuilder.DropTable(
                name: "assessments",
                schema: "read");

            migrationBuilder.DropTable(
                name: "assets",
                schema: "read");

            migrationBuilder.DropTable(
                name: "audit_entries",
                schema: "read");

            migrationBuilder.DropTable(
                name: "audit_findings");

            migrationBuilder.DropTable(
                name: "bids",
                schema: "read");

            migrationBuilder.DropTable(
                name: "board_papers");

            migrationBuilder.DropTable(
                name: "decisions",
                schema: "read");

            migrationBuilder.DropTable(
                name: "event_log");

            migrationBuilder.DropTable(
                name: "event_log_heads");

            migrationBuilder.DropTable(
                name: "extensions",
                schema: "read");

            migrationBuilder.DropTable(
                name: "failed_messages");

            migrationBuilder.DropTable(
                name: "figures",
                schema: "read");

            migrationBuilder.DropTable(
                name: "foi_requests");

            migrationBuilder.DropTable(
                name: "foi_sequences");

            migrationBuilder.DropTable(
                name: "foi_wordings");

            migrationBuilder.DropTable(
                name: "grant_areas",
                schema: "read");

            migrationBuilder.DropTable(
                name: "grant_documents",
                schema: "read");

            migrationBuilder.DropTable(
                name: "grant_years",
                schema: "read");

            migrationBuilder.DropTable(
                name: "grants",
                schema: "read");

            migrationBuilder.DropTable(
                name: "handled_messages");

            migrationBuilder.DropTable(
                name: "idempotency_keys");

            migrationBuilder.DropTable(
                name: "money_sums",
                schema: "read");

            migrationBuilder.DropTable(
                name: "profiles",
                schema: "read");

            migrationBuilder.DropTable(
                name: "progress",
                schema: "read");

            migrationBuilder.DropTable(
                name: "punctuality",
                schema: "read");

            migrationBuilder.DropTable(
                name: "replays",
                schema: "read");

            migrationBuilder.DropTable(
                name: "returns",
                schema: "read");

            migrationBuilder.DropTable(
                name: "rounds",
                schema: "read");

            migrationBuilder.DropTable(
                name: "target_years",
                schema: "read");

            migrationBuilder.DropTable(
                name: "targets",
                schema: "read");

            migrationBuilder.DropTable(
                name: "views");

            migrationBuilder.DropSequence(
                name: "board_paper_numbers");
        }
    }
}
