using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Platform.Reporting.Model;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Reporting.Data;

internal sealed class ReportingContext(DbContextOptions<ReportingContext> options, Caller caller) : ServiceDbContext(options, caller)
{
    public DbSet<RoundLine> Rounds => Set<RoundLine>();
    public DbSet<ExtensionLine> Extensions => Set<ExtensionLine>();
    public DbSet<ProfileLine> Profiles => Set<ProfileLine>();
    public DbSet<AssessmentLine> Assessments => Set<AssessmentLine>();
    public DbSet<DecisionLine> Decisions => Set<DecisionLine>();
    public DbSet<BidLine> Bids => Set<BidLine>();
    public DbSet<GrantLine> Grants => Set<GrantLine>();
    public DbSet<TargetLine> Targets => Set<TargetLine>();
    public DbSet<ReturnLine> Returns => Set<ReturnLine>();
    public DbSet<AchievementLine> Achievements => Set<AchievementLine>();
    public DbSet<Activity> Activities => Set<Activity>();

    protected override void Tables(ModelBuilder model)
    {
        model.Entity<RoundLine>().HasIndex(r => r.ClosesAt);
        model.Entity<BidLine>(bid =>
        {
            bid.HasIndex(b => new { b.Partnership, b.RoundId });
            bid.HasIndex(b => b.RoundId);
        });
        model.Entity<ExtensionLine>(extension =>
        {
            extension.HasIndex(e => new { e.Partnership, e.RoundId });
            extension.HasIndex(e => e.State).HasFilter("state = 'Requested'");
        });
        model.Entity<ProfileLine>().HasIndex(p => new { p.Partnership, p.From });
        model.Entity<AssessmentLine>().HasIndex(a => a.AssessorId);
        model.Entity<DecisionLine>().HasIndex(d => d.Step);
        model.Entity<GrantLine>().HasIndex(g => new { g.Programme, g.Partnership });
        model.Entity<TargetLine>(target =>
        {
            target.HasKey(t => new { t.GrantId, t.InterventionId, t.Indicator });
            target.HasIndex(t => new { t.Programme, t.Partnership });
        });
        model.Entity<ReturnLine>(line =>
        {
            line.HasIndex(r => new { r.Partnership, r.DueOn });
            // What is not in: few rows, whatever the history.
            line.HasIndex(r => r.DueOn).HasFilter("is_owed");
        });
        model.Entity<AchievementLine>(line =>
        {
            line.HasKey(a => new { a.ReturnId, a.InterventionId, a.Indicator });
            line.HasIndex(a => new { a.GrantId, a.InterventionId, a.Indicator });
        });
        model.Entity<Activity>(activity =>
        {
            activity.HasKey(a => new { a.Id, a.Version });
            activity.HasIndex(a => a.At).HasFilter("not is_quiet");
            activity.HasIndex(a => new { a.About, a.At });
            activity.HasIndex(a => new { a.Partnership, a.At }).HasFilter("partnership is not null");
            activity.HasIndex(a => a.At, "alerts").HasFilter("is_alert");
        });
        foreach (var line in model.Model.GetEntityTypes().Where(e => typeof(ILine).IsAssignableFrom(e.ClrType)))
            line.FindProperty(nameof(ILine.Version))!.IsConcurrencyToken = true;
    }

    /// <summary>The row to fill from an event of that version, or null when a newer one has been seen.</summary>
    public async Task<T?> NewerAsync<T>(Guid id, int version, CancellationToken cancellation) where T : class, ILine, new()
    {
        var line = await Set<T>().SingleOrDefaultAsync(l => l.Id == id, cancellation);
        if (line is null) Add(line = new T { Id = id });
        else if (line.Version >= version) return null;
        line.Version = version;
        return line;
    }
}

internal sealed class ReportingContextForDesign : IDesignTimeDbContextFactory<ReportingContext>
{
    public ReportingContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ReportingContext>().UseNpgsql().Options, Caller.Platform(DateTimeOffset.UnixEpoch));
}
