using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.ServiceDefaults.Persistence;

/// <summary>
/// A service's database as one caller sees it: every query for an <see cref="IOfPartnership"/> is limited to the caller's own partnership
/// by the filter named <see cref="OwnPartnership"/>, and once more by PostgreSQL itself: <see cref="RowSecurity"/>.
/// </summary>
public abstract class ServiceDbContext(DbContextOptions options, Caller caller) : DbContext(options)
{
    /// <summary>The name of the query filter; only public pages ignore it.</summary>
    public const string OwnPartnership = "own-partnership";

    /// <summary>The service's event log.</summary>
    public DbSet<EventLogRow> EventLog => Set<EventLogRow>();

    /// <summary>The messages its consumers have handled.</summary>
    public DbSet<HandledMessage> HandledMessages => Set<HandledMessage>();

    private bool SeesEverything => caller.SeesEverything;

    /// <summary>Whose rows PostgreSQL shows: <see cref="RowSecurity"/>.</summary>
    internal string Owner => readsEverybodys || SeesEverything ? RowSecurity.Everybody : Own?.Code ?? "";

    private bool readsEverybodys;

    /// <summary>From now on PostgreSQL shows this context the rows of all owners: for what everybody may read. The filter stays.</summary>
    public void ReadEverybodys() => readsEverybodys = true;

    private Partnership? Own => caller.Partnership;

    /// <summary>The service's own tables.</summary>
    protected abstract void Tables(ModelBuilder model);

    /// <inheritdoc/>
    protected sealed override void OnModelCreating(ModelBuilder model)
    {
        Tables(model);
        var filter = typeof(ServiceDbContext).GetMethod(nameof(Filter), BindingFlags.Instance | BindingFlags.NonPublic)!;
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(IOfPartnership).IsAssignableFrom(e.ClrType)))
        {
            filter.MakeGenericMethod(entity.ClrType).Invoke(this, [model]);
            entity.OwnedByPartnership();
        }
        PlatformModel.Tables(model);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) => PlatformModel.Values(configuration);

    private void Filter<T>(ModelBuilder model)
        where T : class, IOfPartnership =>
        model.Entity<T>().HasQueryFilter(OwnPartnership, thing => SeesEverything || thing.Partnership == Own);
}

/// <summary>Values kept as one JSON document.</summary>
public static class JsonColumn
{
    /// <summary>Stores an immutable value as <c>jsonb</c>; it has changed if its JSON has.</summary>
    public static PropertyBuilder<T> IsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasColumnType("jsonb").HasConversion(value => Write(value), json => Read<T>(json));
        property.Metadata.SetValueComparer(
            new ValueComparer<T>((a, b) => Same(a, b), value => Write(value).GetHashCode(StringComparison.Ordinal), value => value)
        );
        return property;
    }

    /// <summary>
    /// Whether two values have the same JSON. Values are immutable, so a value is not serialized to be compared with itself.
    /// </summary>
    public static bool Same<T>(T a, T b) => ReferenceEquals(a, b) || Write(a) == Write(b);

    private static string Write<T>(T value) => JsonSerializer.Serialize(value, Doors.Json);

    private static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Doors.Json)!;
}
