using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Notifications.Data;
using Platform.Notifications.Model;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>The notifications service that writes letters to a folder. One for a test class; each test begins with empty tables.</summary>
public class NotificationsHost(PostgresFixture postgres) : IAsyncLifetime
{
    public static readonly DateTimeOffset Start = London.At(new(2025, 2, 3), new(9, 0));

    public string Folder { get; } = Directory.CreateTempSubdirectory("platform-letters-").FullName;

    public ServiceUnderTest<NotificationsService> Service { get; private set; } = null!;

    protected virtual Dictionary<string, string?> Mail => new() { ["Mail:Folder"] = Folder };

    public virtual async ValueTask InitializeAsync() => Service = await ServiceUnderTest.StartAsync<NotificationsService>(postgres, new(Start), new Dictionary<string, string?>(Mail)
    {
        ["Mail:From"] = "Community Safety Fund <fund@office.example>",
        ["Platform:PublicAddress"] = "https://csp.office.example",
        ["Platform:ContactName"] = "Alex O’Neil",
        ["Platform:ContactEmail"] = "officer@office.example",
    });

    public async Task ResetAsync()
    {
        await Service.EmptyAsync();
        Service.Clock.Now = Start;
        foreach (var file in Directory.GetFiles(Folder)) File.Delete(file);
    }

    internal Task<List<Letter>> LettersAsync() =>
        Service.InScopeAsync((NotificationsContext db) => db.Letters.OrderBy(l => l.Position).ToListAsync(TestContext.Current.CancellationToken));

    internal Task<List<EventLogRow>> EventsAsync(string type) => Service.InScopeAsync((NotificationsContext db) =>
        db.EventLog.Where(r => r.Type == type).OrderBy(r => r.Position).ToListAsync(TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        await Service.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }
}
