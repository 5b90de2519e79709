using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Notifications.Tests.Letters;

/// <summary>Whom a letter went to and what it said is forgotten three years after it was written.</summary>
public sealed class ForgetLettersTests(NotificationsHost host) : NotificationsTest(host)
{
    private static readonly DateTimeOffset Over = NotificationsHost.Start.AddYears(3);

    [Fact]
    public async Task Sweep_ThreeYearsLater_NothingRemainsAnywhere_AndAllVerifies()
    {
        await SentAsync();
        Service.Clock.Now = Over.AddSeconds(-1);
        Assert.Equal(0, await Service.SweepAsync<ForgetLetters>());
        Assert.Contains("sam.carter@melton.example", await Service.TextAsync());
        Assert.Single(Directory.GetFiles(Service.Letters));

        Service.Clock.Now = Over;
        Assert.Equal(1, await Service.SweepAsync<ForgetLetters>());
        Assert.Equal(0, await Service.SweepAsync<ForgetLetters>());
        // Their account is closed, and forgotten too.
        await Service.DeliverAsync(
            Given.Contact(Given.Sam, Given.Melton) with
            {
                Version = 2,
                Details = new("no longer kept", "", Given.Melton, [], false),
            }
        );

        var text = await Service.TextAsync();
        foreach (var said in new[] { "sam.carter", "Sam Carter", "Target hardening" })
            Assert.DoesNotContain(said, text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Directory.GetFiles(Service.Letters));
        await using var told = new StringWriter();
        Assert.True(await AuditCommand.RunAsync(Service.Services, null, told, TextWriter.Null) == 0, told.ToString());
        var letter = Assert.Single(await Service.LettersAsync());
        Assert.Equal((LetterState.Sent, Given.Melton), (letter.State, letter.Partnership));
        Assert.Contains("no longer kept", (await Service.Officer.GetPageAsync($"/notifications/{letter.Id}")).Text("main"));
        Assert.Contains("no longer kept", (await Service.Officer.GetPageAsync("/notifications")).Text("main"));
        Assert.Equal(404, (int)(await Service.Officer.GetAsync($"/notifications/{letter.Id}.eml")).StatusCode);
    }

    [Fact]
    public async Task Sweep_LetterThatWaits_IsNotForgotten()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        Service.Clock.Now = Over.AddYears(9);
        Assert.Equal(0, await Service.SweepAsync<ForgetLetters>());
    }

    /// <summary>Whoever changes a letter after it was forgotten is found.</summary>
    [Fact]
    public async Task ForgottenLetter_GivenAnotherRecipient_IsFound()
    {
        await SentAsync();
        Service.Clock.Now = Over;
        await Service.SweepAsync<ForgetLetters>();
        await Service.TamperAsync("update letters set to_name = 'Eve'");
        await using var told = new StringWriter();
        Assert.Equal(1, await AuditCommand.RunAsync(Service.Services, null, told, TextWriter.Null));
        Assert.Contains("is not what its last event says: to", told.ToString());
    }

    [Fact]
    public async Task ContactWithoutAnAccount_AYearAfterNobodyWritesToThem_IsDeleted()
    {
        var id = Guid.NewGuid();
        await Service.ReadAsync(
            async (NotificationsContext db) =>
            {
                db.Add(
                    KnownContact.Entered(
                        id,
                        new("Kit Moss", "kit@melton.example", Given.Melton, [Roles.PartnerChair], false),
                        Given.Somebody("Robin Ash"),
                        NotificationsHost.Start
                    )
                );
                return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            }
        );
        Service.Clock.Now = NotificationsHost.Start.AddYears(1).AddSeconds(-1);
        Assert.Equal(0, await Service.SweepAsync<ForgetContacts>());
        Service.Clock.Now = NotificationsHost.Start.AddYears(1);
        Assert.Equal(1, await Service.SweepAsync<ForgetContacts>());
        Assert.DoesNotContain("kit@melton.example", await Service.TextAsync());
        Assert.Equal(
            (DataKinds.Contacts, 1),
            Assert.Single(await Service.EventsAsync(nameof(PersonalDataErased))).Read() is PersonalDataErased { Details: var d }
                ? (d.Kind, d.Count)
                : default
        );
    }

    [Fact]
    public async Task SubjectAccess_GivesTheirLettersAndNobodyElses()
    {
        await SentAsync();
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Kit Moss"), Given.Melton, Roles.PartnerEditor));
        var subject = new Subject("SAM.carter@melton.example", []);
        var held = await Service.ReadAsync(
            (NotificationsContext db) => new FindSubject(db, [new HeldLetters(db)]).RunAsync(subject, TestContext.Current.CancellationToken)
        );
        Assert.Contains(held, h => h.Kind == DataKinds.Contacts);
        var letter = Assert.Single(held, h => h.Kind == DataKinds.Letters);
        Assert.Contains("Target hardening", letter.Facts.Single(f => f.Name == "Words").Value);
        Assert.DoesNotContain(held.SelectMany(h => h.Facts), f => f.Value.Contains("Kit Moss", StringComparison.Ordinal));
    }

    private async Task SentAsync()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        Assert.Equal(1, await Service.SweepAsync<DeliverLetters>());
    }
}
