using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

public sealed class RoundConsumerTests(NotificationsHost host) : ContactsTest(host)
{
    private static readonly Guid Id = Guid.NewGuid();

    private static RoundReminded Reminded(int daysLeft, params Standing[] waiting) =>
        new(Id, 5, London.At(new DateOnly(2025, 2, 28).AddDays(-daysLeft), new(8, 0)), Person.Platform, Given.Round(), daysLeft, waiting);

    [Fact]
    public async Task Opened_LeadsAndEditorsOfTheInvitedAreTold()
    {
        var letter = await AssertOneEachAsync(
            new RoundOpened(Id, 2, NotificationsHost.Start, Officer, Given.Round(Given.Melton)),
            "New round: Community safety fund 2025/26 (closes on Friday 28 February 2025)",
            Editor,
            Lead
        );

        Assert.Contains(
            "You can begin a bid now. The round closes at 11:59:59pm on Friday 28 February 2025. These partnerships may bid: Melton.",
            letter.Text
        );
        Assert.Contains("\n\nhttps://csp.office.example/rounds/CSP2025\n\n", letter.Text);
    }

    [Fact]
    public async Task Opened_ForEverybody_PartnershipsWithoutAnybodyAreEachAlerted()
    {
        var opens = London.At(new(2025, 2, 10), new(9, 0));
        await Service.DeliverAsync(new RoundOpened(Id, 2, NotificationsHost.Start, Officer, Given.Round() with { OpensAt = opens }));

        Assert.Equal(Partnership.All.Count - 2, (await Service.EventsAsync(nameof(RecipientMissing))).Count);
        var letters = await Service.LettersAsync();
        Assert.Equal([Rutland.Name, Lead.Name, Editor.Name], letters.Where(l => l.AboutId == Id).Select(l => l.ToName).Order());
        Assert.Contains("You can begin a bid at 9:00am on Monday 10 February 2025. ", letters.First(l => l.AboutId == Id).Text);
        Assert.Equal(Partnership.All.Count - 2, letters.Count(l => l.ToName == Officer.Name));
    }

    [Fact]
    public async Task Opened_OverBeforeItIsKnown_NobodyIsAsked()
    {
        Service.Clock.Now = London.EndOf(new(2025, 2, 28));

        await AssertNobodyAsync(new RoundOpened(Id, 2, NotificationsHost.Start, Officer, Given.Round()));
    }

    [Fact]
    public async Task Drafted_NobodyIsTold() =>
        await AssertNobodyAsync(new RoundDrafted(Id, 1, NotificationsHost.Start, Officer, Given.Round() with { Published = false }));

    [Fact]
    public async Task Reminded_OnlyThoseWhoWait_WithWhatTheyHave()
    {
        var letter = await AssertOneEachAsync(
            Reminded(7, Given.Standing(Given.Melton, drafts: 2)),
            "7 days left to bid: Community safety fund 2025/26 closes on Friday 28 February 2025",
            Editor,
            Lead
        );

        Assert.Contains("until 11:59:59pm on Friday 28 February 2025. Melton has 2 drafts, which are not submitted.", letter.Text);
    }

    [Fact]
    public async Task Reminded_NothingBegunAndMoreTime_SaysTheirOwnDeadline()
    {
        var letter = await AssertOneEachAsync(
            Reminded(7, Given.Standing(Given.Melton, until: new(2025, 3, 7))),
            "14 days left to bid: Community safety fund 2025/26 closes on Friday 7 March 2025",
            Editor,
            Lead
        );

        Assert.Contains(
            "until 11:59:59pm on Friday 7 March 2025, the later deadline that you were given. Melton has not begun a bid.",
            letter.Text
        );
    }

    [Fact]
    public async Task Reminded_SameRungOfAnotherVersion_IsNeverSaidTwice_TheNextRungIs()
    {
        await Service.DeliverAsync(Reminded(7, Given.Standing(Given.Melton)));
        await Service.DeliverAsync(Reminded(7, Given.Standing(Given.Melton, drafts: 1)) with { Version = 6 });
        Assert.Equal(2, (await Service.LettersAsync()).Count);

        await Service.DeliverAsync(Reminded(1, Given.Standing(Given.Melton)) with { Version = 7 });
        // The deadline was moved: a week before the new one is another occasion.
        await Service.DeliverAsync(Reminded(7, Given.Standing(Given.Melton, until: new(2025, 3, 14))) with { Version = 9 });
        var letters = await Service.LettersAsync();
        Assert.Equal(6, letters.Count);
        Assert.Contains(letters, l => l.Subject == "1 day left to bid: Community safety fund 2025/26 closes on Friday 28 February 2025");
    }

    [Fact]
    public async Task Reminded_OnTheLastDay_SaysSo() =>
        await AssertOneEachAsync(
            Reminded(1, Given.Standing(Given.Rutland)) with
            {
                At = London.At(new(2025, 2, 28), new(9, 0)),
            },
            "Last day to bid: Community safety fund 2025/26 closes on Friday 28 February 2025",
            Rutland
        );

    [Fact]
    public async Task Closed_OfficersGetTheList()
    {
        Service.Clock.Now = London.EndOf(new(2025, 2, 28));
        var letter = await AssertOneEachAsync(
            new RoundClosed(
                Id,
                9,
                Service.Clock.Now,
                Person.Platform,
                Given.Round(),
                [
                    Given.Standing(Given.Melton, submitted: 2, drafts: 1),
                    Given.Standing(Given.Rutland),
                    Given.Standing(Partnership.Get("BLA"), drafts: 1),
                    Given.Standing(Partnership.Get("HAR"), drafts: 1, until: new(2025, 3, 7)),
                ]
            ),
            "Closed: Community safety fund 2025/26, 2 bids received",
            Officer
        );

        Assert.Contains(
            "Received from:\n\n- Melton: 2 bids\n\nDrafts that lapsed:\n\n- Blaby: 1 draft\n- Melton: 1 draft\n\nDid not bid:\n\n- "
                + "Rutland\n\n",
            letter.Text
        );
        Assert.Contains("Have more time:\n\n- Harborough: until 11:59:59pm on Friday 7 March 2025\n", letter.Text);
    }

    [Fact]
    public async Task Closed_WithoutStandings_SaysNothing() =>
        await AssertNobodyAsync(new RoundClosed(Id, 9, NotificationsHost.Start, Person.Platform, Given.Round()));

    [Fact]
    public async Task DeadlineMoved_TheInvitedAreToldFromWhenToWhenAndWhy()
    {
        var moved = new RoundDeadlineMoved(
            Id,
            4,
            NotificationsHost.Start,
            Officer,
            Given.Round(Given.Melton, Given.Rutland),
            London.EndOf(new(2025, 2, 21)),
            "The snow."
        );

        var letter = await AssertOneEachAsync(
            moved,
            "Later deadline: Community safety fund 2025/26 closes on Friday 28 February 2025",
            Editor,
            Lead,
            Rutland
        );

        Assert.Contains(
            "closes at 11:59:59pm on Friday 28 February 2025. It was to close at 11:59:59pm on Friday 21 February 2025. The reason: The "
                + "snow.",
            letter.Text
        );
    }
}
