using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters.Pages;

/// <summary>No page of this service offers what it will refuse.</summary>
public sealed class OfferedTests(NotificationsHost host) : ContactsTest(host)
{
    [Fact]
    public async Task EveryLink_AsEachRole_Opens()
    {
        await Service.DeliverAsync(Given.Contact(Given.Somebody("No Where"), Given.Melton, Roles.PartnerEditor) with { Version = 2 });
        await Service.DeliverAsync(Given.Chased(10, Roles.PartnerEditor, Roles.PartnerLead, Roles.PartnerChair));
        await Service.DeliverAsync(
            Given.Chased(1, Roles.PartnerLead) with
            {
                Details = Given.Return() with { Partnership = Partnership.Get("BLA") },
            }
        );
        await Service.SweepAsync<DeliverLetters>();
        await Service.DeliverAsync(Given.SentBackEvent());

        await OfferedLinks.AssertOpenAsync(
            ServiceNames.Notifications,
            Roles.All.Select(r => (r, Service.As(Given.Somebody("Robin Ash"), Roles.OfPartnerships.Contains(r) ? Given.Melton : null, r))),
            "/notifications",
            "/failed-messages"
        );
    }
}
