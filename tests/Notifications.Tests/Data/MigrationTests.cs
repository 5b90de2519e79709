using Microsoft.EntityFrameworkCore;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Data;

public sealed class MigrationTests(NotificationsHost host) : NotificationsTest(host)
{
    [Fact]
    public async Task Migrations_FromEmpty_LeaveNothingPending() =>
        await Service.ReadAsync(
            async (NotificationsContext db) =>
            {
                Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
                Assert.False(db.Database.HasPendingModelChanges());
                return 0;
            }
        );
}
