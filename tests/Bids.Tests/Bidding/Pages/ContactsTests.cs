using Platform.Contracts;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class ContactsTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_KeepsThemHereAndOutOfMessages()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        Assert.Equal(
            $"/bids/{bid}/sections/contacts",
            await service
                .Editor()
                .PostAndFollowAsync(
                    $"/bids/{bid}/contacts",
                    ("Version", "1"),
                    ("Lead.Name", "Ann Reed"),
                    ("Lead.Email", "ann@melton.example"),
                    ("Finance.Name", "Bo Lee")
                )
        );
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/contacts");
        Assert.Equal(
            ("Ann Reed", "ann@melton.example", "Bo Lee"),
            (page.Typed("Lead.Name"), page.Typed("Lead.Email"), page.Typed("Finance.Name"))
        );
        Assert.DoesNotContain(
            "ann@melton.example",
            (await service.LogAsync((await service.BidAsync(bid)).Id))[^1].Json,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("Lead.Email", "ann", "Enter an email address in the correct format, like name@example.com")]
    [InlineData("Finance.Phone", "12", "Enter a telephone number, like 01632 960 001 or 07700 900 982")]
    public async Task Post_OneThingWrong_SaysItBesideTheFieldAndKeepsIt(string field, string typed, string message)
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/contacts", ("Version", "1"), (field, typed));
        Assert.Equal([message], page.Errors());
        Assert.Equal("Error: " + message, page.Text(".govuk-error-message"));
        Assert.Equal(typed, page.Typed(field));
    }

    [Fact]
    public async Task Get_SentBackWithoutIt_LeadsToTheBid()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        await service.SendBackAsync(bid, BidSections.Risks);
        Assert.Equal($"/bids/{bid}", (await service.Editor().GetAsync($"/bids/{bid}/contacts")).Headers.Location!.OriginalString);
        var page = await service.Editor().PostAndStayAsync($"/bids/{bid}/contacts", ("Version", "9"), ("Lead.Name", "Bo"));
        Assert.Equal(["Contacts was not sent back, and stays as it was submitted"], page.Errors());
    }
}
