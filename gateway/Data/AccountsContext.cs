using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Gateway.Data;

/// <summary>
/// Accounts, and the event log that tells the services about them. Roles are a column of the user; there are no other claims or logins.
/// </summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options)
    : IdentityUserContext<User, Guid>(options),
        IDataProtectionKeyContext
{
    /// <summary>The keys that protect sessions and links, encrypted.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Where people are and were signed in.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<EventLogRow> EventLog => Set<EventLogRow>();

    protected override Version SchemaVersion => IdentitySchemaVersions.Version2;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        PlatformModel.Values(configurationBuilder);

    protected override void OnConfiguring(DbContextOptionsBuilder options) =>
        options.ConfigureWarnings(w => w.Ignore(CoreEventId.MappedEntityTypeIgnoredWarning));

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Ignore<IdentityUserClaim<Guid>>();
        builder.Ignore<IdentityUserLogin<Guid>>();
        builder.Ignore<IdentityUserToken<Guid>>();
        builder.Entity<User>(user =>
        {
            user.ToTable("users");
            user.Property(u => u.Name).HasMaxLength(200);
            user.Ignore(u => u.PhoneNumber);
            user.Ignore(u => u.PhoneNumberConfirmed);
            user.HasIndex(u => u.Name);
            user.HasIndex(u => u.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
        });
        builder.Entity<Session>(session =>
        {
            session.ToTable("sessions");
            session.Property(s => s.Id).HasMaxLength(43);
            session.Property(s => s.Stamp).HasMaxLength(100);
            session.Property(s => s.Device).HasMaxLength(100);
            session.HasIndex(s => s.LastsUntil);
            session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
        });
        PlatformModel.Tables(builder);
    }
}

internal sealed class AccountsContextForDesign : IDesignTimeDbContextFactory<AccountsContext>
{
    public AccountsContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<AccountsContext>().UseNpgsql("Host=none").Options);
}
