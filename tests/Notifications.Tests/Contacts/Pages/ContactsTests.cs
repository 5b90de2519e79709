using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Contacts.Pages;

public sealed class ContactsTests(NotificationsHost host) : NotificationsTest(host)
{
    private const string List = "/notifications/contacts";
    private static readonly Guid Community = Guid.NewGuid();
    private static readonly Guid Streets = Guid.NewGuid();
    private readonly string address = $"{List}/{Guid.NewGuid()}";

    private static (string, string)[] Mo(
        string version = "0",
        string email = "mo@chairs.example",
        string role = Roles.PartnerChair,
        string active = "yes",
        string name = "Mo Chair"
    ) => [("Version", version), ("Name", name), ("Email", email), ("Partnership", "MEL"), ("Roles", role), ("Active", active)];

    private static ProgrammeChanged Programme(Guid id, int version, params Rung[] ladder) =>
        new(
            id,
            version,
            NotificationsHost.Start,
            Given.Sam,
            new("Community safety fund", new(DueRuleKind.LastDayOfMonthAfter), ladder, 10, Money.Zero)
        );

    private Task<KnownContact> KeptAsync() =>
        Service.ReadAsync((NotificationsContext db) => db.Contacts.SingleAsync(TestContext.Current.CancellationToken));

    [Fact]
    public async Task Post_PressedTwiceAtOnce_EntersSomebodyOnce()
    {
        var presses = Enumerable.Range(0, 4).Select(_ => Service.Officer.PostAndFollowAsync(address, Mo()));
        Assert.All(await Task.WhenAll(presses), led => Assert.Equal(List, led));
        Assert.Equal(1, (await KeptAsync()).Version);
    }

    [Fact]
    public async Task Get_PartnershipsWithGaps_AreNamedAndLostLettersToo()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Al Rutland"), Given.Rutland, Roles.PartnerEditor, Roles.PartnerLead));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerLead));
        // Whatever the order in which they come, the newest ladder counts.
        foreach (var (version, day) in new[] { (2, 1), (1, 7) })
            await Service.DeliverAsync(
                Programme(
                    Community,
                    version,
                    new(day, [Roles.PartnerEditor, Roles.PartnerLead]),
                    new(10, [Roles.PartnerLead, Roles.PartnerChair])
                )
            );

        var page = await Service.As(Given.Somebody("Robin Ash"), null, Roles.Administrator).GetPageAsync(List);

        var gaps = page.QuerySelectorAll("#gaps li").Select(li => li.TextContent).ToList();
        Assert.Equal(8, gaps.Count);
        Assert.Contains("Melton has no lead", gaps);
        Assert.Contains("Blaby has no editor and no lead", gaps);
        Assert.DoesNotContain(gaps, g => g.StartsWith("Rutland", StringComparison.Ordinal));
        Assert.Equal("1 letter had nobody to go to", page.Text("main a[href='/notifications/alerts']"));
        Assert.Equal(
            [
                "Lead Nobody No lead: letters about receipts, returns to certify or accepted, bids to submit, withdrawn or deferred "
                    + "and grants made reach nobody; overdue letters of rung +1 go only to the editor; overdue letters of rung "
                    + "+10 reach nobody",
                "Editor Sam Carter, sam.carter@melton.example Returns to fill in, declined, sent back, extended or not "
                    + "required; rounds; bids given back, lapsed, sent back, restored or not supported; grants varied; reminders of "
                    + "returns on rung +1",
                "Chair Nobody No chair: overdue letters of rung +10 reach nobody",
                "Stand-in for the chair Nobody None, and no chair: nobody gets the chair’s letters",
                "Finance Nobody No finance: no letter depends on one",
            ],
            page.Texts("table[data-partnership=MEL] tbody tr")
        );
        Assert.Equal(
            "Chair Nobody No chair: overdue letters of rung +10 go only to the lead",
            page.Texts("table[data-partnership=RUT] tbody tr")[2]
        );
        Assert.Equal("Lead Nobody No lead and no editor: letters reach nobody", page.Texts("table[data-partnership=BLA] tbody tr")[0]);
        Assert.Empty(page.QuerySelectorAll("main a[href^='/notifications/contacts/']"));
    }

    [Fact]
    public async Task Get_OneProgrammeIsChanged_TheOthersLadderStillCounts()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Programme(Community, 1, new Rung(1, [Roles.PartnerEditor])));
        await Service.DeliverAsync(Programme(Streets, 1, new Rung(5, [Roles.PartnerEditor])));
        await Service.DeliverAsync(Programme(Community, 2, new Rung(7, [Roles.PartnerEditor])));

        var rows = (await Service.Officer.GetPageAsync(List)).Texts("table[data-partnership=MEL] tbody tr");

        Assert.EndsWith("reminders of returns on rungs +5 and +7", rows[1]);
    }

    [Fact]
    public async Task Post_ChairWithoutAnAccount_IsWrittenToFromThenOn()
    {
        await Service.DeliverAsync(
            Programme(Community, 1, new Rung(10, [Roles.PartnerLead, Roles.PartnerChair]), new Rung(20, [Roles.PartnerChair]))
        );
        var add = (await Service.Officer.GetPageAsync(List))
            .QuerySelectorAll("a")
            .First(a => a.GetAttribute("href")!.Contains("partnership=MEL&role=partner-chair"))
            .GetAttribute("href")!;
        var form = await Service.Officer.GetPageAsync(add);
        Assert.Equal(
            ("MEL", Roles.PartnerChair),
            (
                form.QuerySelector("option[selected]")!.GetAttribute("value"),
                form.QuerySelector("input[checked][name=Roles]")!.GetAttribute("value")
            )
        );

        // Saving the same page twice adds nobody twice.
        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(List, await Service.Officer.PostAndFollowAsync(add.Split('?')[0], Mo()));
        await Service.DeliverAsync(Given.Chased(10, Roles.PartnerLead, Roles.PartnerChair));

        Assert.Equal("mo@chairs.example", Assert.Single(await Service.LettersAsync()).ToAddress);
        var row = (await Service.Officer.GetPageAsync(List)).Texts("table[data-partnership=MEL] tbody tr")[2];
        Assert.StartsWith("Chair Mo Chair, mo@chairs.example (no account, change Mo Chair) Reminders of returns on rungs +10 and +20", row);
    }

    [Fact]
    public async Task Post_NothingOrWrong_SaysWhatToEnterAndNothingIsLost()
    {
        var page = await Service.Officer.PostAndStayAsync(address, ("Version", "0"), ("Active", "yes"));
        Assert.Equal(["Enter a name", "Enter an email address", "Select a partnership", "Select at least one role"], page.Errors());

        page = await Service.Officer.PostAndStayAsync(address, Mo(email: "mo at chairs", role: Roles.Officer));
        Assert.Equal(["Enter an email address in the correct format, like name@example.com", "Select at least one role"], page.Errors());
        Assert.Equal(("Mo Chair", "mo at chairs"), (page.Typed("Name"), page.Typed("Email")));
        Assert.Equal(
            0,
            await Service.ReadAsync((NotificationsContext db) => db.Contacts.CountAsync(TestContext.Current.CancellationToken))
        );
    }

    [Fact]
    public async Task Post_AddressIsThereAlready_SaysWhose()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var page = await Service.Officer.PostAndStayAsync(address, Mo(email: "Sam.Carter@melton.example"));
        Assert.Equal(["Sam Carter is at Melton with this address already: nobody is written to twice"], page.Errors());
    }

    [Fact]
    public async Task Post_ChangedAndSwitchedOff_NoLetterGoesThere()
    {
        await Service.Officer.PostAndFollowAsync(address, Mo());
        Assert.Equal("mo@chairs.example", (await Service.Officer.GetPageAsync(address)).Typed("Email"));
        await Service.Officer.PostAndFollowAsync(address, Mo("1", active: "no"));

        await Service.DeliverAsync(Given.Chased(10, Roles.PartnerChair));

        Assert.Empty(await Service.LettersAsync());
        Assert.Equal(
            (false, "Robin Ash", NotificationsHost.Start),
            ((await KeptAsync()).Active, (await KeptAsync()).EnteredBy, (await KeptAsync()).EnteredAt!.Value)
        );
        Assert.Contains("Mo Chair, Melton", (await Service.Officer.GetPageAsync(List)).Texts("main li"));
    }

    [Fact]
    public async Task Post_SomebodyElseSavedMeanwhile_BothAreShownAndTheSecondPressSaves()
    {
        await Service.Officer.PostAndFollowAsync(address, Mo());
        await Service.Officer.PostAndFollowAsync(address, Mo("1", "theirs@chairs.example"));

        var page = await Service.Officer.PostAndStayAsync(address, Mo("1", "mine@chairs.example"));

        Assert.StartsWith("Someone else changed this contact", Assert.Single(page.Errors()));
        Assert.Contains("theirs@chairs.example", page.Text(".govuk-summary-list"));
        Assert.Equal(("mine@chairs.example", "2"), (page.Typed("Email"), page.Typed("Version")));
        await Service.Officer.PostAndFollowAsync(address, Mo("2", "mine@chairs.example"));
        Assert.Equal("mine@chairs.example", (await KeptAsync()).Email);
    }

    [Fact]
    public async Task Contact_WithAnAccount_IsNotChangedHere()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        Assert.Equal(HttpStatusCode.NotFound, (await Service.Officer.GetAsync($"{List}/{Given.Sam.UserId}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Service.Officer.PostAsync($"{List}/{Given.Sam.UserId}", Mo("1"))).StatusCode);
    }

    // Entered as a chair, invited later: one person.
    [Fact]
    public async Task Entered_ThenInvited_OneLetter()
    {
        await Service.Officer.PostAndFollowAsync(address, Mo(email: "sam.carter@MELTON.example"));
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerChair));

        await Service.DeliverAsync(Given.Chased(10, Roles.PartnerChair));

        Assert.Equal(Given.Sam.UserId, Assert.Single(await Service.LettersAsync()).RecipientId);
    }
}
