using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Platform.Contracts;
using Platform.Local;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;

namespace Platform.Gateway.Tests.Hosting;

/// <summary>The gateway as it ships, on a port of its own.</summary>
public sealed class GatewayHost : IAsyncDisposable
{
    /// <summary>The password of everybody here.</summary>
    public const string Password = "purple tractor onion";

    private static int people;
    private readonly WebApplication app;

    private GatewayHost(WebApplication app, MovableClock clock) => (this.app, Clock) = (app, clock);

    public MovableClock Clock { get; }

    public string Address => app.Urls.First();

    public IServiceProvider Services => app.Services;

    internal static GatewayHost Build(Databases databases, string upstream, params (string Key, string? Value)[] settings)
    {
        var clock = new MovableClock();
        var app = ServiceHost.Build<GatewayService>(
            [],
            builder =>
            {
                Dictionary<string, string?> values = new()
                {
                    ["Urls"] = "http://127.0.0.1:0",
                    ["ConnectionStrings:Database"] = databases.Gateway,
                    ["CallerKeys:Private"] = TestKeys.CallerKey,
                    ["Session:Certificate"] = TestKeys.Session,
                    ["Session:AllowHttp"] = "true",
                    ["SignIn:PerMinute"] = "100000",
                    // Tests of second factors say whom they are for.
                    ["SignIn:SecondFactorFor"] = "",
                    ["Links:PublicKey"] = TestKeys.Links,
                };
                foreach (var cluster in ServiceNames.BehindTheGateway)
                    values[$"ReverseProxy:Clusters:{cluster}:Destinations:one:Address"] = upstream;
                foreach (var (key, value) in settings)
                    values[key] = value;
                builder.Configuration.AddInMemoryCollection(values);
                builder.Logging.ClearProviders();
                builder.Services.AddSingleton(new InProcessTransport());
                builder.Services.AddSingleton<TimeProvider>(clock);
            }
        );
        return new(app, clock);
    }

    public static async Task<GatewayHost> StartAsync(Databases databases, string upstream, params (string Key, string? Value)[] settings)
    {
        var host = Build(databases, upstream, settings);
        await host.app.StartAsync();
        return host;
    }

    public Task MigrateAsync() => ServiceHost.MigrateAsync(app);

    /// <summary>Somebody new with a password, of the office unless a partnership is named.</summary>
    internal async Task<User> GivenUserAsync(string role = Roles.Officer, string? partnership = null, string? password = Password)
    {
        var number = Interlocked.Increment(ref people);
        await using var scope = Services.CreateAsyncScope();
        var typed = new TypedAccount
        {
            Name = $"Zoë Ng {number}",
            Email = $"zn{number}@example.org",
            Partnership = partnership ?? TypedAccount.Office,
            Roles = [role],
        };
        return (await scope.ServiceProvider.GetRequiredService<MakeAccount>().RunAsync(typed, password)).Value.User;
    }

    /// <summary>Somebody new of the office with a password and an authenticator app, whose key that is.</summary>
    internal async Task<(User User, string Key)> GivenUserWithAppAsync(string role = Roles.Officer, string? partnership = null)
    {
        var (user, key) = (await GivenUserAsync(role, partnership), Totp.NewKey());
        await WithUserAsync(
            user.Id,
            async (services, own) =>
            {
                own.UseAuthenticator(services.GetRequiredService<SecondFactors>().Encrypt(key), 0, []);
                return await services.GetRequiredService<UserManager<User>>().UpdateAsync(own);
            }
        );
        return (user, key);
    }

    /// <summary>A browser in which somebody new has signed in.</summary>
    public async Task<Browser> GivenSignedInAsync(string role = Roles.Officer, string? partnership = null)
    {
        var user = await GivenUserAsync(role, partnership);
        var browser = new Browser(Address) { UserId = user.Id, Email = user.Email! };
        await browser.SignInAsync(user.Email!, Password);
        // Good for what asks for it again within the next minutes.
        await browser.PostAsync("/account/confirm", ("Proof", Password));
        return browser;
    }

    /// <summary>The code of the newest link that was sent about somebody, as the letter has it.</summary>
    internal async Task<string> CodeOfLinkAsync(Guid userId, LinkPurpose purpose)
    {
        var links = await SentAsync<LinkIssued>(userId);
        return SealedCode.Open([TestKeys.Links], links.Last(l => l.Details.Purpose == purpose).Details.Code);
    }

    /// <summary>What was published about somebody's account, oldest first.</summary>
    internal async Task<IReadOnlyList<TEvent>> SentAsync<TEvent>(Guid userId)
        where TEvent : IEvent
    {
        await using var scope = Services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<AccountsContext>().EventLog.AsNoTracking();
        var rows = await log.Where(r => r.Aggregate == userId && r.Type == typeof(TEvent).Name).OrderBy(r => r.Version).ToListAsync();
        return [.. rows.Select(r => (TEvent)r.Read())];
    }

    /// <summary>All that was published of a kind, oldest first.</summary>
    internal async Task<IReadOnlyList<TEvent>> SentAsync<TEvent>()
        where TEvent : IEvent
    {
        await using var scope = Services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<AccountsContext>().EventLog.AsNoTracking();
        var rows = await log.Where(r => r.Type == typeof(TEvent).Name).OrderBy(r => r.Position).ToListAsync();
        return [.. rows.Select(r => (TEvent)r.Read())];
    }

    /// <summary>Runs something as inside one request, with the stored user of that id.</summary>
    internal async Task<T> WithUserAsync<T>(Guid id, Func<IServiceProvider, User, Task<T>> act)
    {
        await using var scope = Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<User>>();
        return await act(scope.ServiceProvider, (await users.FindByIdAsync(id.ToString()))!);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
