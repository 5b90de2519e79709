using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>What leads do with their own partnership, and the annual review.</summary>
public sealed class TeamTests(Databases given)
{
    private static DateOnly Today => London.DateOf(TimeProvider.System.GetUtcNow());

    private static (string, string?)[] Until(DateOnly day) =>
        [("Until.Day", $"{day.Day}"), ("Until.Month", $"{day.Month}"), ("Until.Year", $"{day.Year}")];

    private static async Task SweepAsync<TSweep>(GatewayHost host)
        where TSweep : notnull, Platform.ServiceDefaults.Jobs.ISweep
    {
        await using var scope = host.Services.CreateAsyncScope();
        while (await scope.ServiceProvider.GetRequiredService<TSweep>().RunAsync(default) > 0) { }
    }

    [Fact]
    public async Task Lead_SeesTheTeam_InvitesAndRemovesEditors()
    {
        using var lead = await given.Host.GivenSignedInAsync(Roles.PartnerLead, "HAR");
        var elsewhere = await given.Host.GivenUserAsync(Roles.PartnerEditor, "BLA");
        var email = $"{Guid.NewGuid():n}@example.org";
        var id = (await lead.GetAsync("/account/team").PageAsync()).Typed("AccountId");
        (string, string?)[] typed = [("AccountId", id), ("Name", "Ed Elm"), ("Email", email)];
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostAsync("/account/team", typed)).StatusCode);
        var page = await lead.GetAsync("/account/team").PageAsync();
        Assert.Contains(email, page.Text("main"));
        Assert.DoesNotContain(elsewhere.Email!, page.Text("main"));
        var row = page.QuerySelectorAll("tbody tr").Single(r => r.TextContent.Contains(email, StringComparison.Ordinal));
        id = row.QuerySelector("a")!.GetAttribute("href")!.Split('/')[^1];
        var invited = await given.Host.WithUserAsync(Guid.Parse(id), (_, u) => Task.FromResult(u));
        Assert.Equal(("HAR", Roles.PartnerEditor), (invited.Partnership!.Code, Assert.Single(invited.Roles)));
        Assert.Equal(HttpStatusCode.Redirect, (await lead.PostAsync($"/account/team/{id}?handler=remove")).StatusCode);
        Assert.True(await given.Host.WithUserAsync(invited.Id, (_, u) => Task.FromResult(u.Disabled)));
        page = await lead.PostAsync("/account/team", ("Name", ""), ("Email", "x")).PageAsync();
        Assert.Equal("Enter their full name", page.ErrorAt("Name"));
    }

    [Fact]
    public async Task Lead_TouchesNobodyElse()
    {
        using var lead = await given.Host.GivenSignedInAsync(Roles.PartnerLead, "HIN");
        foreach (var (role, partnership) in new[] { (Roles.PartnerEditor, "BLA"), (Roles.PartnerLead, "HIN"), (Roles.Officer, null) })
        {
            var other = await given.Host.GivenUserAsync(role, partnership);
            Assert.Equal(HttpStatusCode.NotFound, (await lead.PostAsync($"/account/team/{other.Id}?handler=remove")).StatusCode);
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await lead.PostAsync($"/account/team/{other.Id}?handler=deputy", Until(Today))).StatusCode
            );
            Assert.False(await given.Host.WithUserAsync(other.Id, (_, u) => Task.FromResult(u.Disabled || u.DeputyUntil is not null)));
        }
    }

    [Fact]
    public async Task Deputy_IsALead_UntilTheEndOfTheLastDay_AndCannotProlongIt()
    {
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address);
        using var lead = await host.GivenSignedInAsync(Roles.PartnerLead, "CHA");
        using var editor = await host.GivenSignedInAsync(Roles.PartnerEditor, "CHA");
        var last = Today.AddDays(7);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await lead.PostAsync($"/account/team/{editor.UserId}?handler=deputy", Until(last))).StatusCode
        );
        await editor.GetAsync("/bids/deputy");
        Assert.Equal([Roles.PartnerEditor, Roles.PartnerLead], given.Upstream["/bids/deputy"].Caller.Roles);
        Assert.Contains(Roles.PartnerLead, (await host.SentAsync<ContactChanged>(editor.UserId))[^1].Details.Roles);
        await editor.PostAsync("/account/confirm", ("Proof", GatewayHost.Password));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await editor.PostAsync($"/account/team/{editor.UserId}?handler=deputy", Until(last.AddDays(30)))).StatusCode
        );
        host.Clock.MoveTo(London.At(last.AddDays(1), default).AddSeconds(-1));
        await editor.GetAsync("/bids/deputy");
        Assert.Contains(Roles.PartnerLead, given.Upstream["/bids/deputy"].Caller.Roles);
        host.Clock.MoveTo(London.At(last.AddDays(1), default));
        await editor.GetAsync("/bids/deputy");
        Assert.Equal([Roles.PartnerEditor], given.Upstream["/bids/deputy"].Caller.Roles);
        await SweepAsync<EndDeputies>(host);
        var told = (await host.SentAsync<ContactChanged>(editor.UserId))[^1];
        Assert.Equal([Roles.PartnerEditor], told.Details.Roles);
        Assert.Contains("no longer stands in", told.Changes[0]);
    }

    [Fact]
    public async Task Deputy_ForLongerThanThreeMonths_OrInThePast_IsRefusedBesideTheField()
    {
        using var lead = await given.Host.GivenSignedInAsync(Roles.PartnerLead, "CHA");
        var editor = await given.Host.GivenUserAsync(Roles.PartnerEditor, "CHA");
        var path = $"/account/team/{editor.Id}?handler=deputy";
        Assert.StartsWith("The last day must be", (await lead.PostAsync(path, Until(Today.AddDays(93))).PageAsync()).ErrorAt("Until"));
        Assert.StartsWith(
            "The last day must be today",
            (await lead.PostAsync(path, Until(Today.AddDays(-1))).PageAsync()).ErrorAt("Until")
        );
        Assert.Equal("Enter the last day", (await lead.PostAsync(path).PageAsync()).ErrorAt("Until"));
    }

    [Fact]
    public async Task Review_EveryAccountIsConfirmed_OrLapses()
    {
        await given.CreateAsync("review");
        (string, string?) database = ("ConnectionStrings:Database", given.ConnectionString("review"));
        await using (var migrating = GatewayHost.Build(given, given.Upstream.Address, database))
            await migrating.MigrateAsync();
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address, database);
        var begun = TimeProvider.System.GetUtcNow();
        var (administrator, other) = (await host.GivenUserAsync(Roles.Administrator), await host.GivenUserAsync(Roles.Administrator));
        var (kept, lapsed) = (await host.GivenUserAsync(Roles.PartnerEditor, "MEL"), await host.GivenUserAsync(Roles.PartnerEditor, "MEL"));
        host.Clock.MoveTo(begun.AddDays(334));
        await SweepAsync<LapseAccounts>(host);
        Assert.DoesNotContain(await host.SentAsync<ContactChanged>(kept.Id), e => e.Changes.Count > 0);
        host.Clock.MoveTo(begun.AddDays(336));
        await SweepAsync<LapseAccounts>(host);
        await SweepAsync<LapseAccounts>(host);
        Assert.StartsWith(
            "Annual review",
            Assert.Single(await host.SentAsync<ContactChanged>(kept.Id), e => e.Changes.Count > 0).Changes[0]
        );
        using var lead = await host.GivenSignedInAsync(Roles.PartnerLead, "MEL");
        await lead.PostAsync("/account/team?handler=review", ("Id", $"{kept.Id}"));
        using var elsewhere = await host.GivenSignedInAsync(Roles.PartnerLead, "BLA");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await elsewhere.PostAsync("/account/team?handler=review", ("Id", $"{lapsed.Id}"))).StatusCode
        );
        host.Clock.MoveTo(begun.AddDays(367));
        await SweepAsync<LapseAccounts>(host);
        bool[] disabled = [];
        foreach (var id in new[] { kept.Id, lapsed.Id, administrator.Id, other.Id })
            disabled = [.. disabled, await host.WithUserAsync(id, (_, u) => Task.FromResult(u.Disabled))];
        // The last two administrators stay, or nobody could let anybody in.
        Assert.Equal([false, true, false, false], disabled);
    }

    [Fact]
    public async Task Review_ForgottenForYears_AsksFirst()
    {
        await given.CreateAsync("late-review");
        (string, string?) database = ("ConnectionStrings:Database", given.ConnectionString("late-review"));
        await using (var migrating = GatewayHost.Build(given, given.Upstream.Address, database))
            await migrating.MigrateAsync();
        await using var host = await GatewayHost.StartAsync(given, given.Upstream.Address, database);
        var user = await host.GivenUserAsync(Roles.PartnerEditor, "MEL");
        host.Clock.MoveTo(TimeProvider.System.GetUtcNow().AddDays(1000));
        await SweepAsync<LapseAccounts>(host);
        Assert.False(await host.WithUserAsync(user.Id, (_, u) => Task.FromResult(u.Disabled)));
        host.Clock.MoveTo(TimeProvider.System.GetUtcNow().AddDays(1031));
        await SweepAsync<LapseAccounts>(host);
        Assert.True(await host.WithUserAsync(user.Id, (_, u) => Task.FromResult(u.Disabled)));
    }
}
