using Microsoft.EntityFrameworkCore;
using Platform.Bids;
using Platform.ServiceDefaults.Hosting;

namespace Platform.ServiceDefaults.Tests;

/// <summary>Tables that another version has made are not touched.</summary>
public sealed class MigrationTests(TwoServices services)
{
    [Fact]
    public async Task Migrate_AnotherVersionsDatabase_IsRefusedWithWhatToDo()
    {
        await using var app = await services.StartAsync<BidsService>();
        await using var db = services.Open("bids");
        await db.Database.ExecuteSqlAsync(
            $"""insert into "__EFMigrationsHistory" values ('20200101000000_Other', '10')""",
            TestContext.Current.CancellationToken
        );
        try
        {
            var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => ServiceHost.MigrateAsync(app));
            Assert.StartsWith("The database of Bids was made by another version of the platform (20200101000000_Other).", refused.Message);
        }
        finally
        {
            await db.Database.ExecuteSqlAsync(
                $"""delete from "__EFMigrationsHistory" where "MigrationId" = '20200101000000_Other'""",
                CancellationToken.None
            );
            await app.StopAsync(CancellationToken.None);
        }
    }
}
