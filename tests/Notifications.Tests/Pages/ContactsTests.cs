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

        var page = await Service.As(Given.Somebody("Robin Ash"), null, Roles.Administrator).GetPageAsync("/notifications/contacts");

        var gaps = page.QuerySelectorAll("#gaps li").Select(li => li.TextContent).ToList();
        Assert.Equal(8, gaps.Count);
        Assert.Contains("Melton has no lead", gaps);
        Assert.Contains("Blaby has no editor and no lead", gaps);
        Assert.DoesNotContain(gaps, g => g.StartsWith("Rutland", StringComparison.Ordinal));
        Assert.Equal("1 letter had nobody to go to", page.Text("main a[href='/notifications/alerts']"));
        var rows = page.QuerySelectorAll("table tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent))).ToList();
        Assert.Equal(["Sam Carter|editor|sam.carter@melton.example", "Al Rutland|editor, lead|al.rutland@melton.example"], rows);
    }
}
