using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Pages;

public sealed class ContactsTests(NotificationsHost host) : NotificationsTest(host)
{
    [Fact]
    public async Task Get_PartnershipsWithGaps_AreNamedAndLostLettersToo()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Al Rutland"), Given.Rutland, Roles.PartnerEditor, Roles.PartnerLead));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerLead));
        using var administrator = Service.Caller(null, Roles.Administrator);

        var page = await administrator.OpenAsync("/notifications/contacts");

        var gaps = page.QuerySelectorAll("#gaps li").Select(li => li.TextContent).ToList();
        Assert.Equal(8, gaps.Count);
        Assert.Contains("Melton has no lead", gaps);
        Assert.Contains("Blaby has no editor and no lead", gaps);
        Assert.DoesNotContain(gaps, g => g.StartsWith("Rutland", StringComparison.Ordinal));
        Assert.Contains("Overdue: quarter 3 return for Melton", page.QuerySelector("#alerts tbody tr")!.TextContent);
        var rows = page.QuerySelectorAll("table:not(#alerts) tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))).ToList();
        Assert.Equal(["Sam Carter|editor|sam.carter@melton.example", "Al Rutland|editor, lead|al.rutland@melton.example"], rows);
    }
}
