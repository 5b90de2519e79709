using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Gateway.Tests.Accounts;

public sealed class EventLogTests(Databases given)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<List<EventLogRow>> RowsAsync(Guid id)
    {
        await using var scope = given.Host.Services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<AccountsContext>().EventLog.AsNoTracking();
        return await log.Where(r => r.Aggregate == id).OrderBy(r => r.Version).ToListAsync(Cancellation);
    }

    [Fact]
    public async Task Changes_OfOneAccount_AreChainedWithTheirVersionsAndActor()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var user = await given.Host.GivenUserAsync(Roles.PartnerEditor, "MEL");
        await administrator.PostAsync(
            $"/account/people/{user.Id}/change",
            ("Version", "1"),
            ("Name", "New Name"),
            ("Email", user.Email),
            ("Partnership", "MEL"),
            ("Roles", Roles.PartnerLead)
        );
        await administrator.PostAsync($"/account/people/{user.Id}/disable");

        var rows = await RowsAsync(user.Id);
        Assert.Equal([1, 2, 3], rows.Select(r => r.Version));
        Assert.All(rows, row => Assert.Equal(row.ComputeHash(), row.Hash));
        Assert.Equal([null, rows[0].Hash, rows[1].Hash], rows.Select(r => r.PreviousHash));
        Assert.Equal([Guid.Empty, administrator.UserId, administrator.UserId], rows.Select(r => r.Actor));
        var last = (ContactChanged)rows[2].Read();
        Assert.Equal(
            ("New Name", user.Email, Partnership.Get("MEL"), false),
            (last.Details.Name, last.Details.Email, last.Details.Partnership, last.Details.Active)
        );
        Assert.Equal([Roles.PartnerLead], last.Details.Roles);
    }

    [Fact]
    public async Task Save_Overtaken_LeavesNeitherStateNorEvent()
    {
        var user = await given.Host.GivenUserAsync(Roles.PartnerEditor, "MEL");
        await given.Host.WithUserAsync(
            user.Id,
            async (services, stale) =>
            {
                await given.Host.WithUserAsync(
                    user.Id,
                    async (other, fresh) =>
                    {
                        fresh.Change(
                            new("First", user.Email!, Partnership.Get("MEL"), [Roles.PartnerEditor]),
                            Person.Platform,
                            TimeProvider.System.GetUtcNow()
                        );
                        return await other.GetRequiredService<UserManager<User>>().UpdateAsync(fresh);
                    }
                );
                stale.Disable(Person.Platform, TimeProvider.System.GetUtcNow());
                var result = await services.GetRequiredService<UserManager<User>>().UpdateAsync(stale);
                Assert.False(result.Succeeded);
                return result;
            }
        );
        var row = (await RowsAsync(user.Id))[^1];
        Assert.Equal((2, false), (row.Version, row.Json.Contains("\"active\":false", StringComparison.Ordinal)));
        Assert.False(await given.Host.WithUserAsync(user.Id, (_, u) => Task.FromResult(u.Disabled)));
    }

    [Fact]
    public async Task SignIns_AreNotTold_AndAnotherPasswordToItsOwnerAlone()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        await browser.SignInAsync(browser.Email, "wrong");
        await browser.PostAsync("/account/change-password", ("Current", GatewayHost.Password), ("Password", "another tractor onion"));
        var told = Assert.Single(await given.Host.SentAsync<ContactChanged>(browser.UserId), e => e.Changes.Count > 0);
        Assert.True(told.IsPrivate);
        Assert.StartsWith("The password was changed", Assert.Single(told.Changes));
    }

    [Fact]
    public async Task Model_HasNoPendingChanges()
    {
        await using var scope = given.Host.Services.CreateAsyncScope();
        Assert.False(scope.ServiceProvider.GetRequiredService<AccountsContext>().Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task MakeAdministrator_OnTheServer_GivesALink_UntilThereAreTwo()
    {
        await given.CreateAsync("empty");
        await using var host = GatewayHost.Build(
            given,
            "http://127.0.0.1:1",
            ("ConnectionStrings:Database", given.ConnectionString("empty")),
            ("Platform:PublicAddress", "https://funding.example")
        );
        await host.MigrateAsync();
        var (before, said) = (Console.Out, new StringWriter());
        Console.SetOut(said);
        try
        {
            Assert.Equal(1, await MakeAdministrator.RunAsync(host.Services, ["not-an-address", "First"]));
            Assert.Equal(0, await MakeAdministrator.RunAsync(host.Services, ["first@example.org", "First", "Person"]));
            Assert.Equal(0, await MakeAdministrator.RunAsync(host.Services, ["second@example.org", "Second"]));
            Assert.Equal(1, await MakeAdministrator.RunAsync(host.Services, ["third@example.org", "Third"]));
        }
        finally
        {
            Console.SetOut(before);
        }
        var links = said.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, links.Length);
        Assert.All(links, l => Assert.Contains("https://funding.example/account/accept-invitation?code=", l));
        await using var scope = host.Services.CreateAsyncScope();
        var chosen = await scope
            .ServiceProvider.GetRequiredService<ChoosePassword>()
            .RunAsync(LinkPurpose.Invitation, links[0].Split("code=")[1].Trim(), GatewayHost.Password);
        Assert.Equal(("First Person", "first@example.org"), (chosen.Value.Name, chosen.Value.Email));
        Assert.Equal([Roles.Administrator], chosen.Value.Roles);
    }
}
