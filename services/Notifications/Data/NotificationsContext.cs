using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Data;

/// <summary>Holds addresses. Only the commissioner's office has pages here, so nothing is limited to a partnership.</summary>
internal sealed class NotificationsContext(DbContextOptions<NotificationsContext> options, Caller caller, LetterSignal signal)
    : ServiceDbContext(options, caller)
{
    public DbSet<KnownContact> Contacts => Set<KnownContact>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<Settled> Settled => Set<Settled>();
    public DbSet<Alert> Alerts => Set<Alert>();
    public DbSet<ReportedFailure> Failures => Set<ReportedFailure>();
    public DbSet<ReportedFinding> Findings => Set<ReportedFinding>();
    public DbSet<TemplateVersion> TemplateVersions => Set<TemplateVersion>();
    public DbSet<Preference> Preferences => Set<Preference>();
    public DbSet<ProgrammeLadder> Ladders => Set<ProgrammeLadder>();
    public DbSet<Handover> Handovers => Set<Handover>();

    protected override void OnConfiguring(DbContextOptionsBuilder options) => options.AddInterceptors(signal);

    protected override void Tables(ModelBuilder model)
    {
        model.Entity<KnownContact>(contact =>
        {
            contact.HasKey(c => c.UserId);
            contact.Property(c => c.Version).IsConcurrencyToken();
            contact.HasIndex(c => c.Partnership);
        });
        model.Entity<Letter>(letter =>
        {
            letter.Property(l => l.Position).UseIdentityAlwaysColumn();
            letter.HasIndex(l => l.Position).IsUnique();
            letter.HasIndex(l => new { l.Partnership, l.Position });
            letter.HasIndex(l => new { l.NotBefore, l.Position }).HasFilter("state = 'Queued'");
            letter.HasIndex(l => new { l.AboutReference, l.Position });
            letter.HasIndex(l => new { l.Template, l.Position });
            letter.HasIndex(l => l.QueuedAt).HasFilter("forgotten_at is null");
            letter.HasIndex(l => l.FailedAt).HasFilter("state = 'Failed' and dealt_with_at is null");
            letter.HasIndex(l => l.RecipientId).HasFilter("state = 'Collected' and digest_id is null");
            letter.Property(l => l.Fields).HasColumnType("jsonb");
        });
        model.Entity<Settled>().Property(r => r.Version).IsConcurrencyToken();
        model.Entity<Alert>().HasIndex(a => a.RaisedAt).HasFilter("dealt_with_at is null");
        model.Entity<ReportedFinding>().ToTable("reported_findings");
        model.Entity<TemplateVersion>().HasKey(t => new { t.Name, t.Version });
        model.Entity<Preference>().HasKey(p => p.UserId);
        model.Entity<Handover>().HasKey(h => h.LetterId);
        model.Entity<ProgrammeLadder>(ladder =>
        {
            ladder.ToTable("programme_ladders");
            ladder.Property(l => l.Version).IsConcurrencyToken();
            ladder.Property(l => l.Rungs).IsJson();
        });
        model.Entity<ReportedFailure>(failure =>
        {
            failure.ToTable("reported_failures");
            failure.Property(f => f.Failure).IsJson();
            failure.Property(f => f.SettledBy).IsJson();
            failure.HasIndex(f => f.FailureId).IsUnique();
            failure.HasIndex(f => new { f.State, f.At });
        });
    }
}

internal sealed class NotificationsContextForDesign : IDesignTimeDbContextFactory<NotificationsContext>
{
    public NotificationsContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<NotificationsContext>().UseNpgsql().Options, Caller.Platform(DateTimeOffset.UnixEpoch), new());
}
