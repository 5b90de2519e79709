using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Data;

public class ConcurrencyTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Save_SameVersionTwice_RefusesTheSecondAsAConcurrentChange()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var owed = await service.OpenReturnAsync();
        await using var first = service.Services.CreateAsyncScope();
        await using var second = service.Services.CreateAsyncScope();
        var contexts = new[] { first, second }.Select(s => s.ServiceProvider.GetRequiredService<ReturnsContext>()).ToList();
        foreach (var db in contexts)
            Assert.True(
                (await db.Returns.SingleAsync(r => r.Id == owed.Id, cancellationToken))
                    .SaveLine(Given.LineOf(Given.Hardening), owed.Version, Given.Editor, service.Clock.Now)
                    .IsDone
            );
        await contexts[0].SaveChangesAsync(cancellationToken);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => contexts[1].SaveChangesAsync(cancellationToken));
        Assert.Equal(3, (await service.ReturnAsync(owed.Id)).Version);
    }
}
