using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Alerts.Pages;

public sealed class AlertsTests(NotificationsHost host) : NotificationsTest(host)
{
    private const string Page = "/notifications/alerts";

    [Fact]
    public async Task Post_DealtWith_LeavesTheListAndSaysWho()
    {
        var sam = Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor);
        await Service.DeliverAsync(sam with { Details = sam.Details with { Email = "nowhere" } });
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(10, Roles.PartnerChair));
        await Service.SweepAsync<DeliverLetters>();

        var page = await Service.Officer.GetPageAsync(Page);
        Assert.Contains("The recipient has no usable e-mail address.", page.Text("#failed tbody tr"));
        Assert.Contains("chair", page.Text("#alerts tbody tr"));
        var deal = page.QuerySelectorAll("form")
            .Select(f => f.GetAttribute("action")!)
            .Where(a => a.StartsWith(Page, StringComparison.Ordinal))
            .ToList();
        Assert.Equal(2, deal.Count);
        var letter = $"/notifications/{(await Service.LettersAsync())[0].Id}";
        Assert.Single((await Service.Officer.GetPageAsync(letter)).QuerySelectorAll($"main form[action='{Page}/{letter.Split('/')[2]}']"));
        foreach (var address in deal.Concat(deal))
            Assert.Equal(Page, await Service.Officer.PostAndFollowAsync(address));

        Assert.Contains("Nothing waits for you", (await Service.Officer.GetPageAsync(Page)).Text("main"));
        Assert.Equal(2, (await Service.EventsAsync(nameof(AlertClosed))).Count);
        var dealt = await Service.Officer.GetPageAsync(letter);
        Assert.Contains("by Robin Ash", dealt.Text(".govuk-summary-list"));
        Assert.Null(dealt.QuerySelector("main form"));
    }

    [Fact]
    public async Task Get_Administrator_SeesWhoWasNotReachedAndNotAboutWhat()
    {
        await Service.DeliverAsync(Given.Chased(10, Roles.PartnerChair));
        var page = await Service.As(Given.Somebody("Robin Ash"), null, Roles.Administrator).GetPageAsync(Page);
        Assert.Single(page.QuerySelectorAll("#alerts tbody tr"));
        Assert.Equal(["Partnership", "Wanted", "When"], page.Texts("#alerts th"));
        Assert.Null(page.QuerySelector("main form"));
    }
}
