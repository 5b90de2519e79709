using Microsoft.EntityFrameworkCore;

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

    // A rebuild empties everything else. Whoever adds a table decides here whether its rows stay.
    [Fact]
    public async Task Tables_WrittenHere_AreOutOfARebuildsReach() =>
        Assert.Equal(
            [
                "audit_findings",
                "board_papers",
                "event_log",
                "event_log_heads",
                "failed_messages",
                "foi_requests",
                "foi_sequences",
                "foi_wordings",
                "handled_messages",
                "idempotency_keys",
                "views",
            ],
            await service.ReadAsync(
                (ReportingContext db) =>
                    Task.FromResult(
                        db.Model.GetEntityTypes()
                            .Where(e => e.GetSchema() != ReportingContext.Read && e.GetViewName() is null)
                            .Select(e => e.GetTableName()!)
                            .Order()
                    )
            )
        );
}
