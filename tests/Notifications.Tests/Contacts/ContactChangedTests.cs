using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Contacts;

public sealed class ContactChangedTests(NotificationsHost host) : NotificationsTest(host)
{
    private static ContactChanged At(int version, bool active = true) =>
        Given.Contact(Given.Sam, Given.Melton) with
        {
            Version = version,
            Details = new("Sam", $"v{version}@melton.example", Given.Melton, [Roles.PartnerEditor], active),
        };

    [Fact]
    public async Task Changed_OlderVersionComesLater_NewestStays()
    {
        await Service.DeliverAsync(At(2));
        await Service.DeliverAsync(At(3));
        await Service.DeliverAsync(At(1));

        Assert.Equal("v3@melton.example", await EmailAsync());
    }

    [Fact]
    public async Task Changed_VersionsAtOnce_NewestStays()
    {
        await Task.WhenAll(Enumerable.Range(1, 6).Select(v => Service.DeliverAsync(At(v))));
        await Service.DeliverAsync(At(1));

        Assert.Equal("v6@melton.example", await EmailAsync());
    }

    [Fact]
    public async Task Disabled_ThenChased_NoLetterGoesThere()
    {
        await Service.DeliverAsync(At(1));
        await Service.DeliverAsync(At(2, active: false));

        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));

        Assert.Empty(await Service.LettersAsync());
        Assert.Single(await Service.EventsAsync(nameof(RecipientMissing)));
    }

    private Task<string> EmailAsync() =>
        Service.ReadAsync((NotificationsContext db) => db.Contacts.Select(c => c.Email).SingleAsync(TestContext.Current.CancellationToken));
}
