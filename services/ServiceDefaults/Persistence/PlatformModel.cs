using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Messaging;

namespace Platform.ServiceDefaults.Persistence;

/// <summary>What every service's database shares: the event log, the handled messages, how values are stored and named.</summary>
public static partial class PlatformModel
{
    /// <summary>How the shared language is stored: money in pence, partnerships by code, enums by name.</summary>
    public static void Values(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Money>().HaveConversion<PenceConverter>();
        configuration.Properties<Partnership>().HaveConversion<PartnershipConverter>().HaveMaxLength(6);
        configuration.Properties<FinancialYear>().HaveConversion<FinancialYearConverter>();
        configuration.Properties<Quarter>().HaveConversion<QuarterConverter>().HaveMaxLength(10);
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>The shared tables, snake_case names, and <see cref="IAggregate.Version"/> as concurrency token. Call last.</summary>
    public static void Tables(ModelBuilder model)
    {
        model.Entity<EventLogRow>(row =>
        {
            row.ToTable("event_log");
            row.Property(r => r.Position).UseIdentityAlwaysColumn();
            row.Property(r => r.Json).HasColumnType("json");
            row.Property(r => r.Personal).HasColumnType("json");
            row.HasIndex(r => new { r.Aggregate, r.Version }).IsUnique();
            row.HasIndex(r => r.Position).HasFilter("sent_at is null");
            row.HasIndex(r => r.Position, "IX_event_log_place").IsUnique();
            row.HasIndex(r => r.OccurredAt).HasFilter("type = 'AccessNoted' and personal is not null");
        });
        model.Entity<EventLogHead>(head =>
        {
            head.ToTable("event_log_heads").HasKey(h => h.Number);
            head.Property(h => h.Number).ValueGeneratedNever();
        });
        model.Entity<AuditFinding>().ToTable("audit_findings");
        model.Entity<HandledMessage>().ToTable("handled_messages").HasKey(m => new { m.MessageId, m.Consumer });
        model.Entity<FailedMessage>(message =>
        {
            message.ToTable("failed_messages");
            message.Property(m => m.Json).HasColumnType("json");
            message.HasIndex(m => new { m.MessageId, m.Queue }).IsUnique();
        });
        foreach (var entity in model.Model.GetEntityTypes())
        {
            if (typeof(IAggregate).IsAssignableFrom(entity.ClrType))
                entity.FindProperty(nameof(IAggregate.Version))!.IsConcurrencyToken = true;
            if (entity.GetTableName() is { } table)
                entity.SetTableName(Snake(table));
            // What is inside a JSON column has no column of its own.
            foreach (var property in entity.IsMappedToJson() ? [] : entity.GetProperties())
                property.SetColumnName(Snake(property.GetColumnName()));
        }
    }

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex WordStart();

    private static string Snake(string name) => WordStart().Replace(name, "_$1").ToLowerInvariant();

    private sealed class PenceConverter() : ValueConverter<Money, long>(m => m.Pence, p => new Money(p));

    private sealed class PartnershipConverter() : ValueConverter<Partnership, string>(p => p.Code, c => Partnership.Get(c));

    private sealed class FinancialYearConverter() : ValueConverter<FinancialYear, int>(y => y.Start, s => new FinancialYear(s));

    private sealed class QuarterConverter() : ValueConverter<Quarter, string>(q => q.ToString(), t => Quarter.Parse(t)!.Value);
}
