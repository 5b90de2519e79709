using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests;

/// <summary>Whatever is sent to an operation of the API, it is answered.</summary>
public sealed class FuzzTests(NotificationsHost host) : NotificationsTest(host)
{
    [Fact]
    public async Task NothingSent_IsAnswered500()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        await Service.SweepAsync<DeliverLetters>();
        var fuzz = new FuzzedService(Service.Address, "services/Notifications", (_, _) => []);
        await fuzz.AssertAsync(Service.AsNobody().SendAsync, Given.Address(Given.Sam));
        await fuzz.AssertAsync(Service.Lead.SendAsync, Given.Address(Given.Sam));
        await fuzz.AssertAsync(Service.Officer.SendAsync);
        await fuzz.AssertAsync(Service.AsNobody().With("Platform-Receipt-Token", "Bearer " + NotificationsHost.ReceiptToken).SendAsync);
    }
}
