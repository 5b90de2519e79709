using Microsoft.EntityFrameworkCore;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Publication;

/// <summary>A download holds one page of rows in memory, however many there are.</summary>
public sealed class MemoryTests(RunningService<ReportingService> service)
{
    private const int Rows = 100_000;
    private const long Bound = 8 << 20;

    [Fact]
    public async Task ManyRows_NeedNoMoreMemoryThanAFew()
    {
        await service.NothingAsync();
        var grant = Guid.NewGuid();
        await service.DeliverAsync(Given.Grant(grant));
        await service.DeliverAsync(Published("EXE005-24"));
        await service.ReadAsync(
            (ReportingContext db) =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    insert into figures (return_id, number, grant_id, quarter, about, measure, name, amount, is_challenged)
                    select ('00000000-0000-7000-8000-' || lpad((n / 10)::text, 12, '0'))::uuid, n % 10, {grant}, '2024/25 Q1',
                    '2024/25 Q1', 'Achieved', 'homes target hardened', n, false from generate_series(1, {Rows}) n
                    """
                )
        );
        using var http = new HttpClient { BaseAddress = new(service.Address) };
        var before = GC.GetTotalMemory(forceFullCollection: true);
        using var response = await http.GetAsync(
            "/funding/data/figures.csv",
            HttpCompletionOption.ResponseHeadersRead,
            TestContext.Current.CancellationToken
        );
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var (read, most) = (0, 0L);
        // Read slowly, so that the writer gets as far ahead as its buffers allow.
        for (; await lines.ReadLineAsync(TestContext.Current.CancellationToken) is not null; read++)
            if (read % 20_000 == 0)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        Assert.Equal(Rows + 1, read);
        Assert.True(most < Bound, $"{most:N0} bytes were kept");
        await service.NothingAsync();
    }
}
