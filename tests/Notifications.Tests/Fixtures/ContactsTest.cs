using Platform.Contracts;

namespace Platform.Notifications.Tests.Fixtures;

/// <summary>A test in which Melton, Rutland and the office have their people on file.</summary>
public abstract class ContactsTest(NotificationsHost host) : NotificationsTest(host)
{
    protected Person Editor => Given.Sam;
    protected Person Lead { get; } = Given.Somebody("Jo Lead");
    protected Person Rutland { get; } = Given.Somebody("Al Rutland");
    protected Person Officer { get; } = Given.Somebody("Kim Officer");
    protected Person Assessor { get; } = Given.Somebody("Pat Assessor");
    protected Person Finance { get; } = Given.Somebody("Val Finance");
    protected Person Monitoring { get; } = Given.Somebody("Max Monitoring");
    protected Person Commissioner { get; } = Given.Somebody("Lee Commissioner");

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Service.DeliverAsync(Given.Contact(Editor, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Contact(Lead, Given.Melton, Roles.PartnerLead));
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Mo Chair"), Given.Melton, Roles.PartnerChair));
        await Service.DeliverAsync(Given.Contact(Rutland, Given.Rutland, Roles.PartnerLead));
        await Service.DeliverAsync(Given.Contact(Officer, null, Roles.Officer));
        await Service.DeliverAsync(Given.Contact(Assessor, null, Roles.Assessor));
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Other Assessor"), null, Roles.Assessor));
        await Service.DeliverAsync(Given.Contact(Finance, null, Roles.Finance));
        await Service.DeliverAsync(Given.Contact(Monitoring, null, Roles.MonitoringOfficer));
        await Service.DeliverAsync(Given.Contact(Commissioner, null, Roles.Commissioner));
    }

    /// <summary>Delivers the event under two message ids, one of them twice; each person gets one letter, with that subject.</summary>
    internal async Task<Letter> AssertOneEachAsync(IEvent happened, string subject, params Person[] recipients)
    {
        var message = Guid.NewGuid();
        await Service.DeliverAsync(happened, message, Guid.NewGuid());
        await Service.DeliverAsync(happened, message);
        var letters = (await Service.LettersAsync()).Where(l => l.AboutId == happened.Id).ToList();
        Assert.All(letters, l => Assert.Equal(subject, l.Subject));
        Assert.Equal(recipients.Select(r => r.Name).Order(), letters.Select(l => l.ToName).Order());
        return letters[0];
    }

    internal async Task AssertNobodyAsync(IEvent happened)
    {
        await Service.DeliverAsync(happened);
        Assert.Empty(await Service.LettersAsync());
        Assert.Empty(await Service.EventsAsync(nameof(RecipientMissing)));
    }
}
