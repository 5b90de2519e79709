using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Data;

/// <summary>
/// Two schemas: <see cref="Read"/> has the tables that messages fill, all of which a rebuild empties; <c>public</c> has what is written
/// here.
/// </summary>
internal sealed class ReportingContext(DbContextOptions<ReportingContext> options, Caller caller) : ServiceDbContext(options, caller)
{
    public const string Read = "read";

    // A class's folder decides whether messages fill its table or this service writes it.
    private static readonly string?[] Fed =
    [
        typeof(RoundRow).Namespace,
        typeof(TimelineEntry).Namespace,
        typeof(LogReplay).Namespace,
        typeof(AuditEntry).Namespace,
    ];

    public DbSet<RoundRow> Rounds => Set<RoundRow>();
    public DbSet<ExtensionRow> Extensions => Set<ExtensionRow>();
    public DbSet<ProfileRow> Profiles => Set<ProfileRow>();
    public DbSet<AssessmentRow> Assessments => Set<AssessmentRow>();
    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();
    public DbSet<BidRow> Bids => Set<BidRow>();
    public DbSet<GrantRow> Grants => Set<GrantRow>();
    public DbSet<GrantDocument> GrantDocuments => Set<GrantDocument>();
    public DbSet<GrantArea> GrantAreas => Set<GrantArea>();
    public DbSet<GrantYear> GrantYears => Set<GrantYear>();
    public DbSet<TargetRow> Targets => Set<TargetRow>();
    public DbSet<TargetYear> TargetYears => Set<TargetYear>();
    public DbSet<ReturnRow> Returns => Set<ReturnRow>();
    public DbSet<Figure> Figures => Set<Figure>();
    public DbSet<ProgressRow> Progress => Set<ProgressRow>();
    public DbSet<AssetRow> Assets => Set<AssetRow>();
    public DbSet<Punctuality> Punctuality => Set<Punctuality>();
    public DbSet<TimelineEntry> Activities => Set<TimelineEntry>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<FoiRequest> FoiRequests => Set<FoiRequest>();
    public DbSet<FoiWording> FoiWordings => Set<FoiWording>();

    public DbSet<SavedView> Views => Set<SavedView>();

    protected override void Tables(ModelBuilder model)
    {
        Bidding(model);
        Grant(model);
        Reported(model);
        model.Entity<PublicGrant>().ToView("public_grants", Read).HasKey(g => g.GrantId);
        FoiTables.Add(model);
        model.Entity<KeptAnswer>().ToTable("idempotency_keys").HasKey(k => new { k.UserId, k.Key });
        Paper(model);
        model.Entity<TimelineEntry>(activity =>
        {
            activity.HasKey(a => new { a.Id, a.Version });
            activity.HasIndex(a => a.At).HasFilter("not is_quiet");
            activity.HasIndex(a => new { a.About, a.At });
            activity.HasIndex(a => new { a.Partnership, a.At }).HasFilter("partnership is not null");
            activity.HasIndex(a => a.At, "alerts").HasFilter("is_alert");
            activity.OwnedWhere("not is_office_only and (partnership is null or partnership = :owner)");
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entries").HasKey(e => new { e.Id, e.Version });
            entry.HasIndex(e => e.At);
            entry.HasIndex(e => new { e.Kind, e.At });
        });
        model.Entity<SavedView>(view =>
        {
            view.ToTable("views");
            view.HasIndex(v => v.OwnerId);
            view.HasIndex(v => v.NextOn).HasFilter("next_on is not null");
        });
        model.Entity<LogReplay>(replay =>
        {
            replay.ToTable("replays");
            replay.Property(r => r.Types).IsJson();
            replay.Property(r => r.LeftOut).IsJson();
        });
        foreach (var fed in model.Model.GetEntityTypes().Where(e => Fed.Contains(e.ClrType.Namespace)))
            fed.SetSchema(Read);
        foreach (var line in model.Model.GetEntityTypes().Where(e => typeof(IRow).IsAssignableFrom(e.ClrType)))
            line.FindProperty(nameof(IRow.Version))!.IsConcurrencyToken = true;
    }

    private static void Bidding(ModelBuilder model)
    {
        model.Entity<RoundRow>().HasIndex(r => r.ClosesAt);
        model.Entity<BidRow>(bid =>
        {
            bid.HasIndex(b => new { b.Partnership, b.RoundId });
            bid.HasIndex(b => b.RoundId);
        });
        model.Entity<ExtensionRow>(extension =>
        {
            extension.HasIndex(e => new { e.Partnership, e.RoundId });
            extension.HasIndex(e => e.State).HasFilter("state = 'Requested'");
        });
        model.Entity<ProfileRow>().HasIndex(p => new { p.Partnership, p.From });
        model.Entity<AssessmentRow>().HasIndex(a => a.AssessorId);
        model.Entity<AssessmentRow>().OwnedWhere("false");
        model.Entity<DecisionRow>(decision =>
        {
            decision.Property(d => d.Details).IsJson();
            decision.HasIndex(d => d.Step);
            decision.HasIndex(d => d.Reference);
            decision.HasIndex(d => d.DecidedOn).HasFilter("is_public");
            decision.OwnedWhere("is_public");
        });
    }

    private static void Grant(ModelBuilder model)
    {
        model.Entity<GrantRow>(grant =>
        {
            grant.HasIndex(g => new { g.Programme, g.Partnership });
            grant.HasIndex(g => g.Partnership);
            grant.HasIndex(g => g.Reference);
            grant.HasIndex(g => g.DecisionReference);
            grant.HasIndex(g => g.Id, "to_add_up").HasFilter("not is_added_up");
        });
        model.Entity<GrantDocument>(document =>
        {
            document.ToTable("grant_documents").HasKey(d => d.GrantId);
            document.Property(d => d.Details).IsJson();
            document.OwnedWith<GrantDocument, GrantRow>("grant_id");
        });
        model.Entity<GrantArea>(area =>
        {
            area.ToTable("grant_areas").HasKey(a => new { a.GrantId, a.Area });
            area.HasIndex(a => a.Area);
            area.HasIndex(a => a.District);
            area.OwnedWith<GrantArea, GrantRow>("grant_id");
        });
        model.Entity<GrantYear>(year =>
        {
            year.ToTable("grant_years").HasKey(y => new { y.GrantId, y.Year });
            year.HasIndex(y => new { y.Year, y.Partnership });
            year.HasIndex(y => new { y.Partnership, y.Year });
        });
        model
            .Entity<MoneySum>()
            .ToTable("money_sums")
            .HasKey(m => new
            {
                m.Year,
                m.Partnership,
                m.Programme,
            });
        model.Entity<TargetRow>(target =>
        {
            target.HasKey(t => new
            {
                t.GrantId,
                t.InterventionId,
                t.Indicator,
            });
            target.HasIndex(t => new { t.Programme, t.Partnership });
            target.HasIndex(t => t.Partnership);
        });
        model.Entity<TargetYear>().OwnedWith<TargetYear, GrantRow>("grant_id");
        model
            .Entity<TargetYear>()
            .ToTable("target_years")
            .HasKey(t => new
            {
                t.GrantId,
                t.InterventionId,
                t.Indicator,
                t.Year,
            });
    }

    private static void Reported(ModelBuilder model)
    {
        model.Entity<ReturnRow>(line =>
        {
            line.HasIndex(r => new { r.Partnership, r.DueOn });
            line.HasIndex(r => new { r.GrantId, r.Quarter });
            line.HasIndex(r => new
            {
                r.Quarter,
                r.Partnership,
                r.GrantReference,
            });
            line.HasIndex(r => r.Quarter).HasFilter("assumed is not null");
            // Returns that the office still waits for: few rows, however long the history.
            line.HasIndex(r => r.AwaitedOn).HasFilter("awaited_on is not null");
        });
        model.Entity<Figure>(figure =>
        {
            figure.ToTable("figures").HasKey(f => new { f.ReturnId, f.Number });
            figure.HasIndex(f => f.GrantId);
            figure.OwnedWith<Figure, ReturnRow>("return_id");
        });
        model.Entity<ProgressRow>().OwnedWith<ProgressRow, GrantRow>("grant_id");
        model.Entity<ProgressRow>().ToTable("progress").HasKey(p => new { p.GrantId, p.InterventionId });
        model.Entity<AssetRow>(asset =>
        {
            asset.ToTable("assets").HasKey(a => new { a.ReturnId, a.Id });
            asset.HasIndex(a => a.GrantId);
            asset.OwnedWith<AssetRow, ReturnRow>("return_id");
        });
        model.Entity<Punctuality>(punctuality =>
        {
            punctuality
                .ToTable("punctuality")
                .HasKey(p => new
                {
                    p.Quarter,
                    p.Partnership,
                    p.Programme,
                });
            punctuality.HasIndex(p => p.Partnership);
        });
    }

    /// <summary>Each thing's row with the newest of its events, if it is newer than the row.</summary>
    public async Task<IReadOnlyList<(TRow Line, Event<TDetails> Event)>> NewerAsync<TRow, TDetails>(
        IReadOnlyList<IEvent> events,
        CancellationToken cancellationToken
    )
        where TRow : class, IRow, new()
        where TDetails : notnull
    {
        var newest = events.Cast<Event<TDetails>>().GroupBy(e => e.Id).Select(thing => thing.MaxBy(e => e.Version)!).ToList();
        var ids = newest.Select(e => e.Id).ToList();
        var lines = await Set<TRow>().Where(l => ids.Contains(l.Id)).ToDictionaryAsync(l => l.Id, cancellationToken);
        var found = new List<(TRow, Event<TDetails>)>();
        foreach (var happened in newest)
        {
            if (!lines.TryGetValue(happened.Id, out var line))
                Add(line = new TRow { Id = happened.Id });
            else if (line.Version >= happened.Version)
                continue;
            line.Version = happened.Version;
            found.Add((line, happened));
        }
        return found;
    }

    public const string PaperNumbers = "board_paper_numbers";

    public DbSet<BoardPaper> BoardPapers => Set<BoardPaper>();

    private static void Paper(ModelBuilder model)
    {
        model.HasSequence<int>(PaperNumbers);
        model.Entity<BoardPaper>(paper =>
        {
            paper.ToTable("board_papers");
            paper.Property(p => p.Figures).IsJson();
            paper.Property(p => p.Words).IsJson();
            paper.Property(p => p.Settled).IsJson();
            paper.Property(p => p.Flags).IsJson();
            // Not jsonb, which would reorder the members.
            paper.Property(p => p.AsIssued).IsJson().HasColumnType("json");
            paper.HasIndex(p => p.Number).IsUnique();
            paper.HasIndex(p => p.MeetingOn);
        });
    }
}

internal sealed class ReportingContextForDesign : IDesignTimeDbContextFactory<ReportingContext>
{
    public ReportingContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ReportingContext>().UseNpgsql().Options, Caller.Platform(DateTimeOffset.UnixEpoch));
}
