using System.Net;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>
/// The attack in which one administrator published a record "signed" by three people, by making and taking over accounts: each of its
/// steps now takes a second person.
/// </summary>
public sealed class TwoPeopleTests(Databases given)
{
    private static (string, string?)[] Account(string name, string email, string partnership, params string[] roles) =>
        [("Name", name), ("Email", email), ("Partnership", partnership), .. roles.Select(r => ("Roles", (string?)r))];

    private static string NewAddress() => $"{Guid.NewGuid():n}@example.org";

    private static async Task<Guid> InviteAsync(Browser administrator, params string[] roles)
    {
        var made = await administrator.PostAsync("/account/people/invite", Account("Ann Ash", NewAddress(), "office", roles));
        return Guid.Parse(made.Headers.Location!.OriginalString.Split('/')[^1]);
    }

    private Task<User> UserAsync(Guid id) => given.Host.WithUserAsync(id, (_, u) => Task.FromResult(u));

    private async Task<HttpResponseMessage> ChangeAsync(Browser administrator, Guid id, Func<User, (string, string?)[]> typed)
    {
        var user = await UserAsync(id);
        return await administrator.PostAsync($"/account/people/{id}/change", [("Version", $"{user.Version}"), .. typed(user)]);
    }

    private async Task<HttpResponseMessage> AnswerAsync(Browser second, Guid id, string answer = "yes") =>
        await second.PostAsync($"/account/people/{id}/waiting", ("Version", $"{(await UserAsync(id)).Version}"), ("Answer", answer));

    [Theory]
    [InlineData(Roles.Officer)]
    [InlineData(Roles.Finance)]
    [InlineData(Roles.MonitoringOfficer)]
    [InlineData(Roles.Commissioner)]
    [InlineData(Roles.Administrator)]
    public async Task Role_ThatSignsOrGivesRoles_CountsOnceASecondPersonHasConfirmedIt(string role)
    {
        using var one = await given.Host.GivenSignedInAsync(Roles.Administrator);
        using var other = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var id = await InviteAsync(one, role, Roles.Board);
        Assert.Equal([Roles.Board], (await UserAsync(id)).Roles);
        // Neither whoever asked for it,
        var own = await AnswerAsync(one, id).PageAsync();
        Assert.StartsWith("You asked for this change", Assert.Single(own.Errors()));
        Assert.Equal([Roles.Board], (await UserAsync(id)).Roles);
        // nor somebody who has nothing to do with it.
        using var officer = await given.Host.GivenSignedInAsync(Roles.Officer);
        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync(officer, id)).StatusCode);
        var page = await other.GetAsync("/account/waiting").PageAsync();
        Assert.Contains($"/account/people/{id}/waiting", page.DocumentElement.OuterHtml);
        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(other, id)).StatusCode);
        Assert.Contains(role, (await UserAsync(id)).Roles);
        var told = await given.Host.SentAsync<ContactChanged>(id);
        Assert.All(told, e => Assert.False(e.IsPrivate));
        Assert.Contains("confirmed it", told[^1].Changes[0]);
    }

    [Fact]
    public async Task Role_IsConfirmedByTheHolderOfARoleAbove_AndByNoOther()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var id = await InviteAsync(administrator, Roles.Finance);
        // Told once, with what waits.
        Assert.Equal(
            ["A second person has to confirm this change before it counts", "May do: Finance, was nothing"],
            Assert.Single(await given.Host.SentAsync<ContactChanged>(id)).Changes.Skip(1)
        );
        using var assessor = await given.Host.GivenSignedInAsync(Roles.Assessor);
        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync(assessor, id)).StatusCode);
        using var finance = await given.Host.GivenSignedInAsync(Roles.Finance);
        Assert.Equal(HttpStatusCode.NotFound, (await AnswerAsync(finance, id)).StatusCode);
        using var monitoring = await given.Host.GivenSignedInAsync(Roles.MonitoringOfficer);
        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(monitoring, id)).StatusCode);
        Assert.Equal([Roles.Finance], (await UserAsync(id)).Roles);
    }

    [Fact]
    public async Task OwnAccount_GetsNoSuchRole_EvenWhenAnotherAsksForIt()
    {
        using var one = await given.Host.GivenSignedInAsync(Roles.Officer);
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        await ChangeAsync(administrator, one.UserId, u => Account(u.Name, u.Email!, "office", Roles.Administrator));
        Assert.Equal(HttpStatusCode.Forbidden, (await AnswerAsync(one, one.UserId)).StatusCode);
        await ChangeAsync(
            administrator,
            administrator.UserId,
            u => Account(u.Name, u.Email!, "office", Roles.Administrator, Roles.Finance)
        );
        Assert.Equal([Roles.Administrator], (await UserAsync(administrator.UserId)).Roles);
    }

    [Theory]
    [InlineData(Roles.Officer, Roles.Finance)]
    [InlineData(Roles.Officer, Roles.MonitoringOfficer)]
    [InlineData(Roles.Officer, Roles.Commissioner)]
    [InlineData(Roles.Finance, Roles.MonitoringOfficer)]
    [InlineData(Roles.Finance, Roles.Commissioner)]
    [InlineData(Roles.MonitoringOfficer, Roles.Commissioner)]
    [InlineData(Roles.Administrator, Roles.Officer)]
    [InlineData(Roles.Administrator, Roles.Finance)]
    [InlineData(Roles.Administrator, Roles.MonitoringOfficer)]
    [InlineData(Roles.Administrator, Roles.Commissioner)]
    public async Task Roles_ThatCheckEachOther_AreRefused(string one, string other)
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var page = await administrator
            .PostAsync("/account/people/invite", Account("Ann Ash", NewAddress(), "office", one, other))
            .PageAsync();
        Assert.StartsWith("One person cannot be", page.ErrorAt("Roles"));
    }

    [Fact]
    public async Task Address_OfSomebodyWithAPassword_IsNotTurnedByOneAdministrator()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        foreach (var (role, partnership) in new[] { (Roles.Commissioner, (string?)null), (Roles.PartnerLead, "MEL") })
        {
            var victim = await given.Host.GivenUserAsync(role, partnership);
            var mine = NewAddress();
            await ChangeAsync(administrator, victim.Id, u => Account(u.Name, mine, partnership ?? "office", role));
            using var browser = new Browser(given.Host.Address);
            await browser.PostAsync("/account/forgotten-password", ("Email", mine));
            Assert.Empty(await given.Host.SentAsync<LinkIssued>(victim.Id));
            Assert.Equal(victim.Email, (await UserAsync(victim.Id)).Email);
        }
    }

    [Fact]
    public async Task Name_OfASignatory_IsChangedByNobodyAlone()
    {
        using var finance = await given.Host.GivenSignedInAsync(Roles.Finance);
        await finance.PostAsync("/account/details", ("Name", "Rupert Matthews"), ("Email", finance.Email));
        Assert.NotEqual("Rupert Matthews", (await UserAsync(finance.UserId)).Name);
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        Assert.Equal(HttpStatusCode.Redirect, (await AnswerAsync(administrator, finance.UserId, "no")).StatusCode);
        Assert.Null((await UserAsync(finance.UserId)).Waiting);
        using var editor = await given.Host.GivenSignedInAsync(Roles.PartnerEditor, "MEL");
        await editor.PostAsync("/account/details", ("Name", "Bo Birch"), ("Email", editor.Email));
        Assert.Equal("Bo Birch", (await UserAsync(editor.UserId)).Name);
    }

    [Fact]
    public async Task Confirm_AfterAnotherChange_IsLookedAtAgain()
    {
        using var one = await given.Host.GivenSignedInAsync(Roles.Administrator);
        using var other = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var id = await InviteAsync(one, Roles.Finance);
        var seen = (await UserAsync(id)).Version;
        await ChangeAsync(one, id, u => Account(u.Name, u.Email!, "office", Roles.Commissioner));
        var stale = await other.PostAsync($"/account/people/{id}/waiting", ("Version", $"{seen}"), ("Answer", "yes")).PageAsync();
        Assert.StartsWith("The account has changed", Assert.Single(stale.Errors()));
        Assert.Empty((await UserAsync(id)).Roles);
    }
}
