using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Platform.Notifications.Model;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Data;

/// <summary>Holds addresses: only the commissioner's office has pages on it, so nothing here is limited to a partnership.</summary>
internal sealed class NotificationsContext(DbContextOptions<NotificationsContext> options, Caller caller) : ServiceDbContext(options, caller)
{
    public DbSet<KnownContact> Contacts => Set<KnownContact>();
    public DbSet<Letter> Letters => Set<Letter>();
    public DbSet<Settled> Settled => Set<Settled>();
    public DbSet<Alert> Alerts => Set<Alert>();
    public DbSet<ReportedFailure> Failures => Set<ReportedFailure>();

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
            letter.HasIndex(l => l.NotBefore).HasFilter("state = 'Queued'");
        });
        model.Entity<Settled>().Property(r => r.Version).IsConcurrencyToken();
        model.Entity<Alert>().HasIndex(a => a.RaisedAt);
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
        new(new DbContextOptionsBuilder<NotificationsContext>().UseNpgsql().Options, Caller.Platform(DateTimeOffset.UnixEpoch));
}
