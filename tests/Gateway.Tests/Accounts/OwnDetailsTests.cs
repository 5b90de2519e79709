using System.Net;
using Platform.Contracts;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>Another address of one's own: both confirm, and until then nothing changes.</summary>
public sealed class OwnDetailsTests(Databases given)
{
    private static Task<HttpResponseMessage> ConfirmAsync(Browser browser, string code) =>
        browser.PostAsync("/account/confirm-address", ("Code", code));

    [Theory]
    [InlineData(LinkPurpose.NewAddress, LinkPurpose.FormerAddress)]
    [InlineData(LinkPurpose.FormerAddress, LinkPurpose.NewAddress)]
    public async Task Address_CountsOnceBothHaveConfirmed_InWhicheverOrder(LinkPurpose first, LinkPurpose second)
    {
        using var person = await given.Host.GivenSignedInAsync(Roles.PartnerEditor, "MEL");
        var mine = $"{Guid.NewGuid():n}@example.org";
        await person.PostAsync("/account/details", ("Name", "Ann Ash"), ("Email", mine));
        var sent = await given.Host.SentAsync<LinkIssued>(person.UserId);
        Assert.Equal(
            [(LinkPurpose.NewAddress, mine), (LinkPurpose.FormerAddress, person.Email)],
            sent.Select(l => (l.Details.Purpose, l.Details.To.Email))
        );
        using var browser = new Browser(given.Host.Address);
        var code = await given.Host.CodeOfLinkAsync(person.UserId, first);
        // Opened by a scanner.
        Assert.Equal(
            "Confirm the new email address",
            (await browser.GetAsync($"/account/confirm-address?code={code}").PageAsync()).Heading()
        );
        Assert.Equal("One confirmation is missing", (await ConfirmAsync(browser, code).PageAsync()).Heading());
        Assert.Equal("This link cannot be used", (await ConfirmAsync(browser, code).PageAsync()).Heading());
        Assert.Equal(HttpStatusCode.OK, (await browser.SignInAsync(mine, GatewayHost.Password)).StatusCode);
        var done = await ConfirmAsync(browser, await given.Host.CodeOfLinkAsync(person.UserId, second)).PageAsync();
        Assert.Equal("The address is changed", done.Heading());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(mine, GatewayHost.Password)).StatusCode);
        var told = (await given.Host.SentAsync<ContactChanged>(person.UserId))[^1];
        Assert.Equal((mine, person.Email), (told.Details.Email, told.Former!.Email));
    }

    [Fact]
    public async Task Address_AskedForTwice_StillNeedsBothToConfirm()
    {
        using var person = await given.Host.GivenSignedInAsync(Roles.PartnerEditor, "MEL");
        var mine = $"{Guid.NewGuid():n}@example.org";
        for (var i = 0; i < 2; i++)
            await person.PostAsync("/account/details", ("Name", "Ann Ash"), ("Email", mine));
        using var browser = new Browser(given.Host.Address);
        var page = await ConfirmAsync(browser, await given.Host.CodeOfLinkAsync(person.UserId, LinkPurpose.NewAddress)).PageAsync();
        Assert.Equal("One confirmation is missing", page.Heading());
        Assert.Equal(person.Email, await given.Host.WithUserAsync(person.UserId, (_, u) => Task.FromResult(u.Email)));
    }

    [Fact]
    public async Task Address_OfAnotherAccount_IsRefusedBesideTheField_AndWhatWasTypedStays()
    {
        using var person = await given.Host.GivenSignedInAsync(Roles.PartnerEditor, "MEL");
        var other = await given.Host.GivenUserAsync();
        var page = await person.PostAsync("/account/details", ("Name", "Ann Ash"), ("Email", other.Email)).PageAsync();
        Assert.Equal("There is already an account with this email address", page.ErrorAt("Email"));
        Assert.Equal("Ann Ash", page.Typed("Name"));
        page = await person.PostAsync("/account/details").PageAsync();
        Assert.Equal(("Enter your full name", "Enter your email address"), (page.ErrorAt("Name"), page.ErrorAt("Email")));
    }
}
