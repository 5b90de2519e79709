using Microsoft.EntityFrameworkCore;
using Platform.Demo;
using Platform.Gateway.Data;
using Platform.Gateway.People;
using Platform.Gateway.SignIn;

namespace Platform.Standalone;

/// <summary>The accounts of the demonstration: made on the server, as the first administrator of an office is.</summary>
internal static class Accounts
{
    /// <summary>Who looks after accounts.</summary>
    private static readonly DemoPerson[] Administrators =
    [
        new(ServiceSettings.Administrator, "Alex Kerr", null, [Contracts.Roles.Administrator]),
        new("admin2@opcc.example", "Nia Probert", null, [Contracts.Roles.Administrator]),
    ];

    /// <summary>Who can sign in.</summary>
    public static IReadOnlyList<DemoPerson> All => [.. Administrators, .. DemoData.People];

    /// <summary>The present code of everybody's authenticator app.</summary>
    public static string Code(Settings settings) =>
        Totp.CodeOf(settings.Secrets.Authenticator, Totp.StepOf(TimeProvider.System.GetUtcNow()));

    /// <summary>Whether somebody is asked for it.</summary>
    public static bool HasCode(DemoPerson person) => SecondFactors.Always.Intersect(person.Roles).Any();

    /// <summary>Makes them.</summary>
    /// <param name="gateway">The gateway's container; it need not run.</param>
    /// <param name="settings">Their password and the key of their app.</param>
    public static async Task MakeAsync(IServiceProvider gateway, Settings settings)
    {
        foreach (var person in All)
        {
            await using var scope = gateway.CreateAsyncScope();
            var key = HasCode(person)
                ? scope.ServiceProvider.GetRequiredService<SecondFactors>().Encrypt(settings.Secrets.Authenticator)
                : null;
            var typed = new TypedAccount
            {
                Name = person.Name,
                Email = person.Email,
                Partnership = person.Partnership ?? TypedAccount.Office,
                Roles = [.. person.Roles],
            };
            var made = await scope.ServiceProvider.GetRequiredService<MakeAccount>().RunAsync(typed, settings.Secrets.People, key);
            if (!made.IsDone)
                throw new InvalidOperationException($"{person.Email}: {made.Outcome.Problems[0].Message}");
        }
    }

    /// <summary>Says of everybody that their account is still needed.</summary>
    public static async Task ReviewAsync(IServiceProvider gateway)
    {
        await using var scope = gateway.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AccountsContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var user in await db.Users.ToListAsync())
            user.Review(Contracts.Person.Platform, now);
        await db.SaveChangesAsync();
    }
}
