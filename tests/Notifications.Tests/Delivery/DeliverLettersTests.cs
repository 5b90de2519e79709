using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Delivery;

public sealed class DeliverLettersTests(NotificationsHost host) : NotificationsTest(host)
{
    [Fact]
    public async Task Sweep_QueuedLetter_IsWrittenAndMarkedAndLogged()
    {
        var letter = (await GivenLettersAsync(1))[0];
        Service.Clock.Now = NotificationsHost.Start.AddMinutes(2);

        Assert.Equal(1, await Service.SweepAsync<DeliverLetters>());
        Assert.Equal(0, await Service.SweepAsync<DeliverLetters>());

        var sent = Assert.Single(await Service.LettersAsync());
        Assert.Equal((LetterState.Sent, NotificationsHost.Start.AddMinutes(2), 1), (sent.State, sent.SentAt, sent.Attempts));
        Assert.Equal(Path.Combine(Service.Letters, $"{letter.Id}.eml"), Assert.Single(Directory.GetFiles(Service.Letters)));
        var row = Assert.Single(await Service.EventsAsync(nameof(LetterSent)));
        Assert.Equal("Person 0", ((LetterSent)row.Read()).Details.To);
        Assert.DoesNotContain("@", row.Json + row.Personal);
        // In the trace of the event that it was written for.
        Assert.StartsWith(letter.Traceparent![..36], row.Traceparent);
    }

    [Fact]
    public async Task Sweep_TwoReplicasAtOnce_EachLetterOnce()
    {
        await GivenLettersAsync(20);

        var done = await Task.WhenAll(
            Service.SweepAsync<DeliverLetters>(),
            Service.SweepAsync<DeliverLetters>(),
            Service.SweepAsync<DeliverLetters>()
        );

        Assert.Equal(20, done.Sum());
        Assert.Equal(20, Directory.GetFiles(Service.Letters, "*.eml").Length);
        Assert.Equal(20, (await Service.EventsAsync(nameof(LetterSent))).Count);
        Assert.All(await Service.LettersAsync(), l => Assert.Equal(1, l.Attempts));
    }

    [Fact]
    public async Task Sweep_ImpossibleAddress_FailsAtOnceAndOthersGo()
    {
        await Service.DeliverAsync(Unreachable(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor)));
        await GivenLettersAsync(1);

        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal([LetterState.Failed, LetterState.Sent], (await Service.LettersAsync()).Select(l => l.State).OrderByDescending(s => s));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Sweep_ReturnCameInWhicheverIsKnownFirst_ReminderIsNotSent(bool submissionFirst)
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var submitted = Given.Submitted(Given.Sam, version: 5);
        var chased = Given.Chased(submitted.Id, 1, Roles.PartnerEditor) with { Version = 4 };
        foreach (var happened in submissionFirst ? new IEvent[] { submitted, chased } : [chased, submitted])
            await Service.DeliverAsync(happened);

        await Service.SweepAsync<DeliverLetters>();

        var states = (await Service.LettersAsync()).ToDictionary(l => l.Occasion, l => l.State);
        Assert.Equal(new() { ["rung +1 of 2025-01-31"] = LetterState.Withdrawn, ["return submitted 5"] = LetterState.Sent }, states);
    }

    [Theory]
    [InlineData("2025-01-30T09:00Z", -1, "2025-01-31T17:30Z", nameof(LetterState.Sent))]
    [InlineData("2025-01-30T09:00Z", -1, "2025-02-03T09:00Z", nameof(LetterState.Withdrawn))]
    [InlineData("2025-01-31T09:00Z", 0, "2025-01-31T17:59Z", nameof(LetterState.Sent))]
    [InlineData("2025-01-31T09:00Z", 0, "2025-01-31T18:00Z", nameof(LetterState.Queued))]
    [InlineData("2025-01-31T09:00Z", 0, "2025-02-01T00:00Z", nameof(LetterState.Withdrawn))]
    [InlineData("2025-02-03T09:00Z", 1, "2025-02-03T23:57Z", nameof(LetterState.Queued))]
    [InlineData("2025-02-03T09:00Z", 1, "2025-02-10T09:00Z", nameof(LetterState.Sent))]
    public async Task Sweep_ReminderIsDeliveredLate_OnlyWhileItIsTrueAndInOfficeHours(
        string chasedAt,
        int rung,
        string deliveredAt,
        string state
    )
    {
        Service.Clock.Now = DateTimeOffset.Parse(chasedAt, null);
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(Guid.NewGuid(), rung, Roles.PartnerEditor) with { At = Service.Clock.Now });
        Service.Clock.Now = DateTimeOffset.Parse(deliveredAt, null);

        await Service.SweepAsync<DeliverLetters>();

        var letter = Assert.Single(await Service.LettersAsync());
        Assert.Equal(state, letter.State.ToString());
        Assert.Equal(letter.State == LetterState.Withdrawn ? "its day is over" : null, letter.LastError);
        // The timeline says so.
        Assert.Equal(letter.State == LetterState.Withdrawn ? 1 : 0, (await Service.EventsAsync(nameof(LetterWithdrawn))).Count);
        if (letter.State != LetterState.Queued)
            return;
        Service.Clock.Now = letter.NotBefore;
        await Service.SweepAsync<DeliverLetters>();
        // What was due today is not the next morning.
        Assert.Equal(rung > 0 ? LetterState.Sent : LetterState.Withdrawn, Assert.Single(await Service.LettersAsync()).State);
    }

    [Fact]
    public async Task Sweep_AHigherRungIsWritten_TheLowerOneIsNotSent()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var id = Guid.NewGuid();
        await Service.DeliverAsync(Given.Chased(id, 1, Roles.PartnerEditor) with { Version = 4 });
        await Service.DeliverAsync(Given.Chased(id, 5, Roles.PartnerEditor) with { Version = 5 });

        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(
            new() { ["rung +1 of 2025-01-31"] = LetterState.Withdrawn, ["rung +5 of 2025-01-31"] = LetterState.Sent },
            (await Service.LettersAsync()).ToDictionary(l => l.Occasion, l => l.State)
        );
    }

    [Fact]
    public async Task Sweep_ReturnWasSentBackAndIsChasedAgain_ReminderIsSent()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var submitted = Given.Submitted(Given.Sam, version: 5);
        await Service.DeliverAsync(submitted);
        await Service.DeliverAsync(Given.Chased(submitted.Id, 1, Roles.PartnerEditor) with { Version = 7 });

        await Service.SweepAsync<DeliverLetters>();

        Assert.All(await Service.LettersAsync(), l => Assert.Equal(LetterState.Sent, l.State));
    }

    [Fact]
    public async Task Sweep_LetterFails_OfficersAreToldOnceAndNotOfTheirOwn()
    {
        await Service.DeliverAsync(Unreachable(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor)));
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Alex Officer"), null, Roles.Officer));
        await Service.DeliverAsync(Unreachable(Given.Contact(Given.Somebody("Sandy Officer"), null, Roles.Officer)));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));

        await Service.SweepAsync<DeliverLetters>();

        var reports = (await Service.LettersAsync()).Skip(1).ToList();
        Assert.Equal(2, reports.Count);
        Assert.All(
            reports,
            r =>
                Assert.Equal(
                    "Not delivered to Sam Carter at Melton: “Overdue: quarter 3 return for Melton, Community safety fund, "
                        + "CSP2024-MEL-01 (was due 31 January 2025)”",
                    r.Subject
                )
        );
        Assert.Equal([LetterState.Failed, LetterState.Sent], reports.Select(r => r.State).OrderByDescending(s => s));
    }

    [Fact]
    public async Task Sweep_FolderCannotBeWritten_LaterAgain()
    {
        var letter = (await GivenLettersAsync(1))[0];
        // A folder in the file's place, so that writing fails whoever runs the test.
        var obstacle = Directory.CreateDirectory(Path.Combine(Service.Letters, $"{letter.Id}.eml.part"));

        await Service.SweepAsync<DeliverLetters>();
        var waiting = Assert.Single(await Service.LettersAsync());
        Assert.Equal((LetterState.Queued, NotificationsHost.Start.AddMinutes(1), 1), (waiting.State, waiting.NotBefore, waiting.Attempts));
        Assert.NotNull(waiting.LastError);

        obstacle.Delete();
        Service.Clock.Now = waiting.NotBefore;
        await Service.SweepAsync<DeliverLetters>();
        Assert.Equal(LetterState.Sent, Assert.Single(await Service.LettersAsync()).State);
    }

    private static ContactChanged Unreachable(ContactChanged known) => known with { Details = known.Details with { Email = "nowhere" } };

    private async Task<List<Letter>> GivenLettersAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await Service.DeliverAsync(Given.Contact(Given.Somebody($"Person {i}"), Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        return await Service.LettersAsync();
    }
}
