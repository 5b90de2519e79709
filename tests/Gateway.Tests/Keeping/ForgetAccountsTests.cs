using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Gateway.Tests.Keeping;

/// <summary>Whose an account was is forgotten two years after it was closed; the log stays provable, whatever was forgotten.</summary>
public sealed class ForgetAccountsTests(Databases given)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Account_TwoYearsAfterItWasClosed_IsNowhere_AndAllVerifies()
    {
        await using var host = await StartAsync("forgotten");
        using var administrator = await host.GivenSignedInAsync(Roles.Administrator);
        var (left, _) = await host.GivenUserWithAppAsync(Roles.PartnerEditor, "MEL");
        using (var own = new Browser(host.Address))
        {
            await own.SignInAsync(left.Email!, "wrong");
            await own.SignInAsync(left.Email!, GatewayHost.Password);
        }
        var closed = new DateTimeOffset(2027, 5, 3, 9, 0, 0, TimeSpan.Zero);
        host.Clock.StopAt(closed);
        await administrator.PostAsync($"/account/people/{left.Id}/disable");

        host.Clock.StopAt(closed.AddYears(2).AddSeconds(-1));
        Assert.Equal(0, await SweepAsync<ForgetAccounts>(host));
        Assert.Contains(left.Email!, await TextAsync("forgotten"));

        host.Clock.StopAt(closed.AddYears(2));
        Assert.Equal(1, await SweepAsync<ForgetAccounts>(host));
        Assert.Equal(0, await SweepAsync<ForgetAccounts>(host));
        await SweepAsync<ForgetAccessNotes>(host);

        var text = await TextAsync("forgotten");
        Assert.DoesNotContain(left.Email!, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(left.Name.Replace("ë", "\\u00EB", StringComparison.Ordinal), text);
        Assert.DoesNotContain(left.Name, text);
        Assert.Contains(administrator.Email, text);
        Assert.Equal((0, "nothing was changed."), await VerifyAsync(host));
        Assert.Equal(HttpStatusCode.NotFound, (await administrator.GetAsync($"/account/people/{left.Id}")).StatusCode);
        // The services hear of it, and keep no name either.
        var told = (await host.SentAsync<ContactChanged>(left.Id))[^1];
        Assert.Equal(("no longer kept", "", false), (told.Details.Name, told.Details.Email, told.Details.Active));
        var note = (await host.SentAsync<PersonalDataErased>()).Single(n => n.Details.Kind == DataKinds.Accounts);
        Assert.Equal(("gateway", 1, left.Id), (note.Details.Service, note.Details.Count, Assert.Single(note.Details.Things)));
        // The address can be somebody else's.
        Assert.Equal(HttpStatusCode.Redirect, (await InviteAsync(administrator, left.Email!)).StatusCode);
    }

    /// <summary>Whatever is forgotten, whenever, all verifies; whatever else is changed is found.</summary>
    [Fact]
    public async Task AnySubset_CanBeForgotten_AndNothingElse()
    {
        await using var host = await StartAsync("subsets");
        var random = new Random(79);
        var people = new List<Guid>();
        for (var round = 0; round < 8; round++)
        {
            for (var i = 0; i < 4; i++)
                people.Add((await host.GivenUserAsync()).Id);
            await host.WithUserAsync(
                people[random.Next(people.Count)],
                async (services, user) =>
                {
                    user.Note(Person.Platform, host.Clock.GetUtcNow(), "Something of theirs");
                    return await services.GetRequiredService<AccountsContext>().SaveChangesAsync(Cancellation);
                }
            );
            await InScopeAsync(
                host,
                async services =>
                {
                    var some = people.Where(_ => random.Next(3) == 0).ToList();
                    await services.GetRequiredService<ForgetPersonal>().RunAsync(DataKinds.Accounts, some, Cancellation);
                    return await services.GetRequiredService<AccountsContext>().SaveChangesAsync(Cancellation);
                }
            );
            Assert.Equal((0, "nothing was changed."), await VerifyAsync(host));
        }

        await using var database = NpgsqlDataSource.Create(given.ConnectionString("subsets"));
        foreach (
            var (attack, found) in new[]
            {
                ("personal = replace(personal::text, 'example.org', 'example.com')::json", "what is personal of it is not what it was"),
                ("personal = '{\"salt\":\"\",\"texts\":{}}'", "what is personal of it is not what it was"),
                ("personal = null", "was forgotten, and no note says so"),
                ("json = replace(json::text, '\"active\":true', '\"active\":false')::json", "its hash no longer fits"),
                ("json = regexp_replace(json::text, '{\"\\$commitment\":\"[0-9a-f]+\"}', '\"Eve\"')::json", "its hash no longer fits"),
            }
        )
        {
            await using var change = database.CreateCommand(
                $"""
                alter table event_log disable trigger user; create table before as select * from event_log;
                update event_log set {attack} where id = (select id from event_log where personal is not null and type = 'ContactChanged'
                order by position desc limit 1)
                """
            );
            await change.ExecuteNonQueryAsync(Cancellation);
            var (code, said) = await VerifyAsync(host);
            Assert.True(code == 1 && said.Contains(found, StringComparison.Ordinal), $"{attack}: {said}");
            await using var back = database.CreateCommand(
                "delete from event_log; insert into event_log overriding system value select * from before; drop table before"
            );
            await back.ExecuteNonQueryAsync(Cancellation);
        }
        Assert.Equal((0, "nothing was changed."), await VerifyAsync(host));
    }

    private async Task<GatewayHost> StartAsync(string name)
    {
        await given.CreateAsync(name);
        (string, string?)[] settings = [("ConnectionStrings:Database", given.ConnectionString(name)), ("Jobs:Seconds", "0")];
        await using (var migrating = GatewayHost.Build(given, given.Upstream.Address, settings))
            await migrating.MigrateAsync();
        return await GatewayHost.StartAsync(given, given.Upstream.Address, settings);
    }

    private static Task<HttpResponseMessage> InviteAsync(Browser administrator, string email) =>
        administrator.PostAsync(
            "/account/people/invite",
            ("Name", "Kit Moss"),
            ("Email", email),
            ("Partnership", "MEL"),
            ("Roles", Roles.PartnerEditor)
        );

    private static Task<int> SweepAsync<T>(GatewayHost host)
        where T : ServiceDefaults.Jobs.ISweep => InScopeAsync(host, services => services.GetRequiredService<T>().RunAsync(Cancellation));

    private static async Task<T> InScopeAsync<T>(GatewayHost host, Func<IServiceProvider, Task<T>> act)
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await act(scope.ServiceProvider);
    }

    private async Task<string> TextAsync(string name)
    {
        await using var database = NpgsqlDataSource.Create(given.ConnectionString(name));
        return await DatabaseText.OfAsync(database);
    }

    private static async Task<(int Code, string Said)> VerifyAsync(GatewayHost host)
    {
        await using var said = new StringWriter();
        var code = await AuditCommand.RunAsync(host.Services, null, said, TextWriter.Null);
        return (code, code == 0 ? said.ToString().Trim().Split("), ")[^1] : said.ToString());
    }
}
