using Microsoft.EntityFrameworkCore;
using Platform.Testing;

namespace Platform.Reporting.Tests.Data;

public sealed class ReportingContextTests(RunningService<ReportingService> service)
{
    // The fixture began with an empty database.
    [Fact]
    public async Task Migrations_FromEmpty_LeaveNothingPending()
    {
        Assert.False(await service.ReadAsync((ReportingContext db) => Task.FromResult(db.Database.HasPendingModelChanges())));
        Assert.Empty(await service.ReadAsync(async (ReportingContext db) => (await db.Database.GetPendingMigrationsAsync()).ToList()));
        Assert.NotEmpty(await service.ReadAsync(async (ReportingContext db) => (await db.Database.GetAppliedMigrationsAsync()).ToList()));
    }
}
