using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

[assembly: AssemblyFixture(typeof(Platform.Notifications.Tests.Fixtures.NotificationsHost))]
// The tests share a database and a clock.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>The notifications service that writes letters to a folder; each test begins with empty tables.</summary>
public class NotificationsHost : RunningService<NotificationsService>
{
    public static readonly DateTimeOffset Start = London.At(new(2025, 2, 3), new(9, 0));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public const string ReceiptToken = "agreed with the provider";

    public string Letters { get; private set; } = "";

    public Visitor Officer => As(Given.Somebody("Robin Ash"), null, Roles.Officer);

    public Visitor Lead => As(Given.Somebody("Robin Ash"), Given.Melton, Roles.PartnerLead);

    protected override Dictionary<string, string?> Settings(string folder) =>
        new(Mail(Letters = Path.Combine(folder, "letters")))
        {
            ["Mail:From"] = "Community Safety Fund <fund@office.example>",
            ["Platform:PublicAddress"] = "https://csp.office.example",
            ["Platform:ContactName"] = "Alex O’Neil",
            ["Platform:ContactEmail"] = "officer@office.example",
            ["Mail:Receipts:Token"] = ReceiptToken,
            ["Logging:LogLevel:Default"] = "Error",
            // Retries that a test provokes.
            ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "None",
            ["Logging:LogLevel:MassTransit"] = "None",
        };

    protected virtual Dictionary<string, string?> Mail(string letters) => new() { ["Mail:Folder"] = letters };

    /// <summary>How long letters wait for others of their kind; not at all until a test says otherwise.</summary>
    public int GatherSeconds
    {
        set => Services.GetRequiredService<IConfiguration>()["Mail:GatherSeconds"] = $"{value}";
    }

    /// <summary>Empties every table but the migrations' own and the folder of letters, and puts the clock at <see cref="Start"/>.</summary>
    public async Task ResetAsync()
    {
        var tables = await ReadAsync(
            (NotificationsContext db) => Task.FromResult(string.Join(", ", db.Model.GetEntityTypes().Select(e => e.GetTableName())))
        );
        await TamperAsync("truncate " + tables);
        Clock.Now = Start;
        GatherSeconds = 0;
        foreach (var file in Directory.CreateDirectory(Letters).GetFiles())
            file.Delete();
    }

    internal Task<List<Letter>> LettersAsync() =>
        ReadAsync((NotificationsContext db) => db.Letters.OrderBy(l => l.Position).ToListAsync(Cancellation));

    internal Task<List<EventLogRow>> EventsAsync(string type) =>
        ReadAsync((NotificationsContext db) => db.EventLog.Where(r => r.Type == type).OrderBy(r => r.Position).ToListAsync(Cancellation));
}
