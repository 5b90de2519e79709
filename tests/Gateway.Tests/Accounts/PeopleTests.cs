using System.Net;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

public sealed class PeopleTests(Databases given)
{
    [Theory]
    [InlineData("/account/people")]
    [InlineData("/account/people/invite")]
    public async Task Get_NotAnAdministrator_SaysYouCannot(string path)
    {
        using var officer = await given.Host.GivenSignedInAsync(Roles.Officer);
        var answer = await officer.GetAsync(path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("You cannot see this page", (await answer.PageAsync()).Heading());
    }

    [Fact]
    public async Task Invite_NothingTyped_ShowsEachErrorBesideItsField()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var page = await administrator.PostAsync("/account/people/invite").PageAsync();
        Assert.Equal("Enter their full name", page.ErrorAt("Name"));
        Assert.Equal("Enter their email address", page.ErrorAt("Email"));
        Assert.Equal("Select where they work", page.ErrorAt("Partnership"));
        Assert.Equal("Select what they can do", page.ErrorAt("Roles"));
        Assert.Equal(
            ["Enter their full name", "Enter their email address", "Select where they work", "Select what they can do"],
            page.Errors()
        );
    }

    [Fact]
    public async Task Invite_AddressTaken_ShowsErrorAndKeepsWhatWasTyped()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var page = await administrator
            .PostAsync(
                "/account/people/invite",
                ("Name", "Ann Ash"),
                ("Email", administrator.Email.ToUpperInvariant()),
                ("Partnership", "MEL"),
                ("Roles", Roles.PartnerEditor),
                ("Roles", Roles.PartnerLead)
            )
            .PageAsync();
        Assert.Equal("There is already an account with this email address", page.ErrorAt("Email"));
        Assert.Equal("Ann Ash", page.Typed("Name"));
        Assert.Equal(2, page.QuerySelectorAll("input[name='Roles'][checked]").Length);
        Assert.Equal("MEL", page.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Invite_PressedTwice_MakesOneAccount()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var id = (await administrator.GetAsync("/account/people/invite").PageAsync()).Typed("AccountId");
        (string, string?)[] form =
        [
            ("AccountId", id),
            ("Name", "Ann Ash"),
            ("Email", $"{Guid.NewGuid():n}@example.org"),
            ("Partnership", "MEL"),
            ("Roles", Roles.PartnerEditor),
        ];
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => administrator.PostAsync("/account/people/invite", form)));
        var made = Assert.Single(answers.Select(a => a.Headers.Location?.OriginalString).Distinct());
        Assert.StartsWith("/account/people/", made);
        var other = await administrator.PostAsync("/account/people/invite", [("AccountId", $"{Guid.NewGuid()}"), .. form[1..]]).PageAsync();
        Assert.Equal("There is already an account with this email address", other.ErrorAt("Email"));

        // Who goes back and types somebody else invites somebody else.
        var next = await administrator.PostAsync(
            "/account/people/invite",
            [form[0], ("Name", "Bo Birch"), ("Email", $"{Guid.NewGuid():n}@example.org"), .. form[3..]]
        );
        Assert.NotEqual(made, next.Headers.Location?.OriginalString);
        Assert.Equal("Bo Birch", (await administrator.GetAsync(next.Headers.Location!.OriginalString).PageAsync()).Heading());
    }

    [Fact]
    public async Task Invite_Typed_LeadsToThePerson()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var email = $"o'{Guid.NewGuid():n}@example.org";
        var answer = await administrator.PostAsync(
            "/account/people/invite",
            ("Name", "Ann O'Neill"),
            ("Email", email),
            ("Partnership", "RUT"),
            ("Roles", Roles.PartnerChair)
        );
        var page = await administrator.GetAsync(answer.Headers.Location!.ToString()).PageAsync();
        Assert.Equal("Ann O'Neill", page.Heading());
        Assert.Contains("Rutland", page.QuerySelector(".govuk-summary-list")!.TextContent);
        Assert.Contains("has not chosen a password yet", page.Text("main"));
        var found = await administrator.GetAsync($"/account/people?search={Uri.EscapeDataString(email)}").PageAsync();
        Assert.Equal("1 person", found.QuerySelector("caption")!.TextContent.Trim());
        Assert.Contains("Invited", found.QuerySelector("tbody")!.TextContent);
    }

    [Fact]
    public async Task Change_SecondOfTwoAdministrators_DoesNotUndoTheFirst()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var user = await given.Host.GivenUserAsync(Roles.PartnerEditor, "MEL");
        var path = $"/account/people/{user.Id}/change";
        var version = (await administrator.GetAsync(path).PageAsync()).Typed("Version");
        (string, string?)[] Typed(string name) =>
            [("Version", version), ("Name", name), ("Email", user.Email), ("Partnership", "BLA"), ("Roles", Roles.PartnerLead)];
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync(path, Typed("First"))).StatusCode);
        var second = await administrator.PostAsync(path, Typed("Second")).PageAsync();
        Assert.StartsWith("Somebody else has changed this account", Assert.Single(second.Errors()));
        Assert.Equal("First", (await administrator.GetAsync($"/account/people/{user.Id}").PageAsync()).Heading());
    }

    [Fact]
    public async Task Disable_User_CannotSignInUntilEnabled()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        using var user = await given.Host.GivenSignedInAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.PostAsync($"/account/people/{user.UserId}/disable")).StatusCode);
        Assert.StartsWith(
            "Enter the email address",
            Assert.Single((await user.SignInAsync(user.Email, GatewayHost.Password).PageAsync()).Errors())
        );
        await administrator.PostAsync($"/account/people/{user.UserId}/enable");
        Assert.Equal(HttpStatusCode.Redirect, (await user.SignInAsync(user.Email, GatewayHost.Password)).StatusCode);
    }

    [Fact]
    public async Task Disable_PressedTwiceAtOnce_IsNoError()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var user = await given.Host.GivenUserAsync(Roles.PartnerEditor, "MEL");
        var presses = Enumerable.Range(0, 6).Select(_ => administrator.PostAsync($"/account/people/{user.Id}/disable"));
        Assert.All(await Task.WhenAll(presses), p => Assert.Equal(HttpStatusCode.Redirect, p.StatusCode));
    }

    [Fact]
    public async Task Disable_OwnAccount_IsRefused()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var own = await administrator.GetAsync($"/account/people/{administrator.UserId}").PageAsync();
        Assert.Empty(own.QuerySelectorAll("a[href$='/disable']"));
        Assert.Equal(HttpStatusCode.Redirect, (await administrator.GetAsync($"/account/people/{administrator.UserId}/disable")).StatusCode);
        var page = await administrator.PostAsync($"/account/people/{administrator.UserId}/disable").PageAsync();
        Assert.StartsWith("You cannot disable your own account", Assert.Single(page.Errors()));
    }

    [Fact]
    public async Task Get_UnknownPerson_IsNotFound()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        var answer = await administrator.GetAsync($"/account/people/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("Page not found", (await answer.PageAsync()).Heading());
    }

    [Fact]
    public async Task Get_MorePeopleThanAPage_HasPages()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        for (var i = 0; i < 26; i++)
            await given.Host.GivenUserAsync(Roles.PartnerEditor, "OAD", password: null);
        var page = await administrator.GetAsync("/account/people?search=oadby&page=2").PageAsync();
        Assert.StartsWith("People (page 2 of 2)", page.Title);
        Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("?search=oadby&page=1", page.QuerySelectorAll(".govuk-pagination a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task ChangePassword_Right_KeepsThisSessionAndEndsOthers()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        Assert.Equal(
            "Enter the password that you have now. After 5 wrong passwords you can try again 15 minutes later",
            (
                await browser.PostAsync("/account/change-password", ("Current", "wrong"), ("Password", "another tractor onion")).PageAsync()
            ).ErrorAt("Current")
        );
        Assert.StartsWith(
            "Password must be 12",
            (
                await browser.PostAsync("/account/change-password", ("Current", GatewayHost.Password), ("Password", "short")).PageAsync()
            ).ErrorAt("Password")
        );
        var done = await browser.PostAsync(
            "/account/change-password",
            ("Current", GatewayHost.Password),
            ("Password", "another tractor onion")
        );
        Assert.Equal("Your password has been changed", (await browser.GetAsync(done.Headers.Location!.ToString()).PageAsync()).Heading());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(browser.Email, "another tractor onion")).StatusCode);
    }
}
