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
/// Passkeys are in Identity's own table.
/// </summary>
internal sealed class AccountsContext(DbContextOptions<AccountsContext> options)
    : IdentityUserContext<User, Guid>(options),
        IDataProtectionKeyContext
{
    /// <summary>The keys that protect sessions and links, encrypted.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Where people are and were signed in.</summary>
    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>One-time links that were sent.</summary>
    public DbSet<Link> Links => Set<Link>();

    /// <summary>Wrong passwords and codes of late.</summary>
    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();

    /// <summary>The browsers in which people have signed in.</summary>
    public DbSet<KnownDevice> KnownDevices => Set<KnownDevice>();

    /// <summary>The programs that call the API.</summary>
    public DbSet<Client> Clients => Set<Client>();

    public DbSet<EventLogRow> EventLog => Set<EventLogRow>();

    // With passkeys.
    protected override Version SchemaVersion => IdentitySchemaVersions.Version3;

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
            // Locking is of a place, and second factors are kept here: Identity's own columns would say something else.
            user.Ignore(u => u.LockoutEnabled);
            user.Ignore(u => u.LockoutEnd);
            user.Ignore(u => u.AccessFailedCount);
            user.Ignore(u => u.TwoFactorEnabled);
            user.Property(u => u.OfficeSignIn).HasMaxLength(500);
            user.Property(u => u.Waiting).IsJson();
            // Whose it was that is forgotten is nobody to any page.
            user.HasQueryFilter(u => u.ForgottenAt == null);
            user.HasIndex(u => u.Name);
            user.HasIndex(u => u.DisabledAt).HasFilter("disabled and forgotten_at is null");
            user.HasIndex(u => u.OfficeSignIn).IsUnique();
            user.HasIndex(u => u.NormalizedEmail).HasDatabaseName("EmailIndex").IsUnique();
        });
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("passkeys").HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.OwnsOne(p => p.Data).ToJson("data");
            passkey.HasOne<User>().WithMany().HasForeignKey(p => p.UserId);
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
        builder.Entity<Link>(link =>
        {
            link.ToTable("links");
            link.Property(l => l.Id).HasMaxLength(43);
            link.Property(l => l.Address).HasMaxLength(254);
            link.HasIndex(l => new { l.UserId, l.Purpose });
            link.HasOne<User>().WithMany().HasForeignKey(l => l.UserId);
        });
        builder.Entity<SignInAttempt>(attempt =>
        {
            attempt.ToTable("sign_in_attempts").HasKey(a => new { a.UserId, a.Source });
            attempt.Property(a => a.Source).HasMaxLength(60);
            attempt.HasIndex(a => a.LastAt);
            attempt.HasOne<User>().WithMany().HasForeignKey(a => a.UserId);
        });
        builder.Entity<KnownDevice>(device =>
        {
            device.ToTable("known_devices").HasKey(d => new { d.Id, d.UserId });
            device.Property(d => d.Id).HasMaxLength(43);
            device.HasIndex(d => d.LastAt);
            device.HasOne<User>().WithMany().HasForeignKey(d => d.UserId);
        });
        builder.Entity<Client>(client =>
        {
            client.ToTable("clients");
            client.Property(c => c.Name).HasMaxLength(100);
            client.Property(c => c.SecretHash).HasMaxLength(43);
            client.Property(c => c.MadeBy).HasMaxLength(200);
        });
        PlatformModel.Tables(builder);
    }
}

internal sealed class AccountsContextForDesign : IDesignTimeDbContextFactory<AccountsContext>
{
    public AccountsContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<AccountsContext>().UseNpgsql("Host=none").Options);
}
