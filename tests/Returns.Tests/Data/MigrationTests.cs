using Microsoft.EntityFrameworkCore;

namespace Platform.Returns.Tests.Data;

public class MigrationTests(RunningService<ReturnsService> service)
{
    [Fact]
    public Task Migrations_AllApplied_LeaveNoPendingModelChanges() =>
        service.ReadAsync(
            (ReturnsContext db) =>
            {
                Assert.False(db.Database.HasPendingModelChanges());
                return Task.FromResult(true);
            }
        );

    [Fact]
    public async Task Sweeps_LookUpWhatIsDueByIndex()
    {
        var indexes = await service.ReadAsync(
            (ReturnsContext db) =>
                db
                    .Database.SqlQuery<string>($"select indexdef as \"Value\" from pg_indexes where tablename = 'returns'")
                    .ToListAsync(TestContext.Current.CancellationToken)
        );
        Assert.Contains(indexes, i => i.Contains("(next_chase_at) WHERE (next_chase_at IS NOT NULL)"));
        Assert.Contains(indexes, i => i.Contains("(opens_at) WHERE ((state)::text = 'Scheduled'::text)"));
    }
}
