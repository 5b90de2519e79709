using System.Text.Json;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

/// <summary>Several letters of one kind, or of one ladder, to one person within a minute are one letter.</summary>
public sealed class GatherTests(NotificationsHost host) : ContactsTest(host)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static DateTimeOffset Now => NotificationsHost.Start;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Service.GatherSeconds = 60;
    }

    private async Task<List<ReturnReady>> HandOverAsync(int count)
    {
        var ready = Enumerable
            .Range(1, count)
            .Select(i => new ReturnReady(Guid.NewGuid(), 4, Now, Editor, Given.Return(title: $"Project {i}")))
            .ToList();
        foreach (var one in ready)
        {
            await Service.DeliverAsync(one, Guid.NewGuid(), Guid.NewGuid());
            await Service.SweepAsync<DeliverLetters>();
            Service.Clock.Now += TimeSpan.FromSeconds(10);
        }
        return ready;
    }

    private async Task<IReadOnlyList<Letter>> SentAsync() => [.. (await Service.LettersAsync()).Where(l => l.State == LetterState.Sent)];

    [Fact]
    public async Task FiveToCertifyWithinAMinute_OneLetterOnceTheFirstHasWaited_AndEachTimelineSaysThatItWent()
    {
        var ready = await HandOverAsync(5);
        Assert.Empty(await SentAsync());

        Service.Clock.Now = Now + Minute;
        await Service.SweepAsync<DeliverLetters>();
        Service.Clock.Now += Minute;
        await Service.SweepAsync<DeliverLetters>();

        var sent = Assert.Single(await SentAsync());
        Assert.Equal(("To certify: 5 returns", "Jo Lead"), (sent.Subject, sent.ToName));
        Assert.Equal(5, sent.Text.Split("(https://csp.office.example/returns/CSP2024-MEL-01/2024-25-q3)").Length - 1);
        Assert.Equal(5, (await Service.LettersAsync()).Count(l => l.State == LetterState.Collected && l.DigestId == sent.Id));
        var told = string.Concat((await Service.EventsAsync(nameof(LetterSent))).Select(e => e.Json));
        Assert.All(ready, r => Assert.Contains($"{r.Id}", told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneToCertify_GoesAsItselfAfterAMinute()
    {
        await HandOverAsync(1);
        Service.Clock.Now = Now + Minute;
        await Service.SweepAsync<DeliverLetters>();

        Assert.StartsWith("To certify: quarter 3 return", Assert.Single(await SentAsync()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneIsInBeforeTheLetterGoes_TheLetterDoesNotAskForIt()
    {
        var ready = await HandOverAsync(3);
        await Service.DeliverAsync(new ReturnAccepted(ready[1].Id, 6, Now, Officer, ready[1].Details));
        Service.Clock.Now = Now + Minute;
        await Service.SweepAsync<DeliverLetters>();

        Assert.Contains("To certify: 2 returns", (await SentAsync()).Select(l => l.Subject));
        Assert.Equal(
            LetterState.Withdrawn,
            Assert.Single(await Service.LettersAsync(), l => l.AboutId == ready[1].Id && l.IsRequest).State
        );
    }

    [Fact]
    public async Task OneIsInAfterTheyWerePutTogether_TheOthersArePutTogetherAgain()
    {
        var ready = await HandOverAsync(3);
        Service.Clock.Now = Now + Minute;
        await Service.SweepOnceAsync<DeliverLetters>();
        await Service.DeliverAsync(new ReturnAccepted(ready[0].Id, 6, Now, Officer, ready[0].Details));
        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(
            ["Accepted", "To certify: 2 returns"],
            (await SentAsync()).Select(l => l.Subject.StartsWith("Acc", StringComparison.Ordinal) ? "Accepted" : l.Subject).Order()
        );
        Assert.Equal(LetterState.Withdrawn, Assert.Single(await Service.LettersAsync(), l => l.Subject == "To certify: 3 returns").State);
    }

    private static readonly DateTimeOffset Morning = London.At(new(2025, 1, 31), OfficeHours.From);

    private async Task<ReturnChased> RemindAsync(ReturnDetails about, int workingDays, params string[] audience)
    {
        var chased = new ReturnChased(Guid.NewGuid(), 3, Morning, Person.Platform, about, new(workingDays, audience))
        {
            HoldsOn = new DateOnly(2025, 2, 14),
        };
        Service.Clock.Now = Morning;
        await Service.DeliverAsync(chased, Guid.NewGuid(), Guid.NewGuid());
        return chased;
    }

    private Task<ReturnChased> RemindAsync(string title, string due, int workingDays) =>
        RemindAsync(Given.Return(DateOnly.Parse(due, null), title: title), workingDays, Roles.PartnerLead);

    private async Task DeliverAtAsync(DateTimeOffset at)
    {
        Service.Clock.Now = at;
        await Service.SweepAsync<DeliverLetters>();
    }

    private async Task<IEnumerable<string>> ToldAsync(string type) =>
        (await Service.EventsAsync(type)).Select(e =>
            JsonDocument.Parse(e.Json).RootElement.GetProperty("details").GetProperty("about").GetString()!
        );

    [Fact]
    public async Task RungsOfDifferentWordingInOneMorning_OneLetter_WithTheDayAndWhatFollowsOfEach()
    {
        var about = new[]
        {
            await RemindAsync("Locks", "2025-01-31", 0),
            await RemindAsync("Lights", "2025-01-30", 1),
            await RemindAsync("Bikes", "2025-01-17", 10),
        };
        await DeliverAtAsync(Morning + Minute);

        var sent = Assert.Single(await SentAsync());
        Assert.Equal("2 returns late and 1 due: quarter 3 of 2024 to 2025, Melton", sent.Subject);
        Assert.Contains(
            "- Due today, Friday 31 January 2025: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01. Complete "
                + "what is still missing in the return; certify and submit it today; only your partnership's lead can do this "
                + "(https://csp.office.example/returns/CSP2024-MEL-01/2024-25-q3)\n- Overdue: ",
            sent.Text
        );
        Assert.Contains(
            "(was due 17 January 2025). If it is still not in on Friday 14 February 2025, payment of the grant is held from that day; "
                + "on the same day the board is told: its paper then names this return. Who else is told: nobody (https:",
            sent.Text
        );
        Assert.All(about, r => Assert.Single(ToldAsync(nameof(LetterSent)).Result, $"{r.Id}"));
    }

    [Fact]
    public async Task ARungIsNoLongerTrue_TheLetterIsOfTheOthers_AndItsTimelineSaysWithdrawn()
    {
        var locks = await RemindAsync("Locks", "2025-01-31", 0);
        await RemindAsync("Lights", "2025-01-30", 1);
        await RemindAsync("Bikes", "2025-01-17", 10);
        await Service.DeliverAsync(new ReturnSubmitted(locks.Id, 4, Morning, Lead, locks.Details));
        await DeliverAtAsync(Morning + Minute);

        Assert.Contains("2 returns late: quarter 3 of 2024 to 2025, Melton", (await SentAsync()).Select(l => l.Subject));
        Assert.Equal([$"{locks.Id}"], await ToldAsync(nameof(LetterWithdrawn)));
    }

    [Fact]
    public async Task ARungIsOvertakenOrPausedAfterTheyWerePutTogether_TheOthersArePutTogetherAgain()
    {
        var locks = await RemindAsync("Locks", "2025-01-31", 0);
        var lights = await RemindAsync("Lights", "2025-01-30", 1);
        await RemindAsync("Bikes", "2025-01-17", 10);
        await RemindAsync("Doors", "2025-01-17", 10);
        Service.Clock.Now = Morning + Minute;
        await Service.SweepOnceAsync<DeliverLetters>();
        await Service.DeliverAsync(
            new ChasingChanged(locks.Id, 4, Morning, Officer, locks.Details with { Chasing = ChasingState.Paused }, "We spoke.")
        );
        await Service.DeliverAsync(lights with { Version = 4, Rung = new(5, []) }, Guid.NewGuid());
        await Service.DeliverAsync(new ReturnSubmitted(lights.Id, 5, Morning, Lead, lights.Details));
        await DeliverAtAsync(Morning + Minute);

        Assert.Contains("2 returns late: quarter 3 of 2024 to 2025, Melton", (await SentAsync()).Select(l => l.Subject));
        Assert.DoesNotContain(await SentAsync(), l => l.Subject.StartsWith("3 returns late", StringComparison.Ordinal));
        Assert.Equal(new[] { $"{Lead.UserId}", $"{locks.Id}", $"{lights.Id}" }.Order(), (await ToldAsync(nameof(LetterWithdrawn))).Order());
    }

    [Fact]
    public async Task ASingleRung_ReadsAsBefore_AndOneLeftOfTwoDoesToo()
    {
        await RemindAsync("Locks", "2025-01-31", 0);
        await DeliverAtAsync(Morning + Minute);
        const string alone = "Due today, Friday 31 January 2025: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01";
        Assert.Equal(alone, Assert.Single(await SentAsync()).Subject);

        await RemindAsync("Lights", "2025-01-31", 0);
        var late = await RemindAsync("Bikes", "2025-01-17", 10);
        await Service.DeliverAsync(new ReturnAccepted(late.Id, 4, Morning, Officer, late.Details));
        await DeliverAtAsync(Morning + Minute);
        Assert.Equal(2, (await SentAsync()).Count(l => l.Subject == alone));
    }

    [Fact]
    public async Task RungsOfSeveralPeople_StayApart_AndAChairIsToldOnceAndAskedForNothing()
    {
        foreach (var title in new[] { "Locks", "Lights" })
            await RemindAsync(Given.Return(new(2025, 1, 17), title: title), 10, Roles.PartnerLead, Roles.PartnerChair);
        await RemindAsync(Given.Return(new(2025, 1, 17)) with { Partnership = Given.Rutland }, 10, Roles.PartnerLead);
        await DeliverAtAsync(Morning + Minute);

        Assert.Equal(
            [
                ("Al Rutland", "Overdue by 10 working days: quarter 3 return for Rutland"),
                ("Jo Lead", "2 returns late: quarter 3 of 2024 to 2025"),
                ("Mo Chair", "For information: 2 returns late"),
            ],
            (await SentAsync()).Select(l => (l.ToName, l.Subject.Split(", ")[0])).Order()
        );
        var told = Assert.Single(await SentAsync(), l => l.ToName == "Mo Chair");
        Assert.DoesNotContain("certify and submit it", told.Text, StringComparison.Ordinal);
        Assert.Equal(2, told.Text.Split("Who else is told: Jo Lead (lead)").Length - 1);
    }

    [Fact]
    public async Task RungsInTheEvening_WaitForTheOfficeAndAreAskedAgainThen_AndAreOneLetter()
    {
        await RemindAsync("Locks", "2025-01-31", 0);
        await RemindAsync("Lights", "2025-01-30", 1);
        await RemindAsync("Bikes", "2025-01-17", 10);
        await DeliverAtAsync(London.At(new(2025, 1, 31), OfficeHours.To));
        Assert.Empty(await SentAsync());

        await DeliverAtAsync(London.At(new(2025, 2, 3), OfficeHours.From));
        Assert.Equal("2 returns late: quarter 3 of 2024 to 2025, Melton", Assert.Single(await SentAsync()).Subject);
    }

    [Fact]
    public async Task ARungInTheOfficesLastMinute_GoesAtOnce()
    {
        await RemindAsync("Locks", "2025-01-31", 0);
        Service.Clock.Now = London.At(new(2025, 1, 31), new(17, 59, 30));
        await Service.DeliverAsync(Given.Chased(0, Roles.PartnerEditor));
        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(["Jo Lead", "Sam Carter"], (await SentAsync()).Select(l => l.ToName).Order());
    }

    [Fact]
    public async Task RungsInManyLanesAtOnce_OneLetter()
    {
        foreach (var (title, day, rung) in new[] { ("Locks", "2025-01-31", 0), ("Lights", "2025-01-30", 1), ("Bikes", "2025-01-17", 10) })
            await RemindAsync(title, day, rung);
        Service.Clock.Now = Morning + Minute;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Service.SweepOnceAsync<DeliverLetters>()));
        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal("2 returns late and 1 due: quarter 3 of 2024 to 2025, Melton", Assert.Single(await SentAsync()).Subject);
    }

    [Fact]
    public async Task ABatchOfBidsToAssess_OneLetterToEachAssessor()
    {
        var other = Given.Somebody("Bo Second");
        await Service.DeliverAsync(Given.Contact(other, null, Roles.Assessor));
        foreach (var assessor in new[] { Assessor, other, Assessor, other, Assessor })
            await Service.DeliverAsync(new AssessmentAssigned(Guid.NewGuid(), 1, Now, Officer, Given.Assessment(assessor)));

        Service.Clock.Now = Now + Minute;
        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(
            [("Bo Second", "To assess: 2 bids"), ("Pat Assessor", "To assess: 3 bids")],
            (await SentAsync()).Select(l => (l.ToName, l.Subject)).Order()
        );
    }

    [Fact]
    public async Task ManyLanesAtOnce_OneLetter()
    {
        await HandOverAsync(5);
        Service.Clock.Now = Now + 2 * Minute;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Service.SweepOnceAsync<DeliverLetters>()));
        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal("To certify: 5 returns", Assert.Single(await SentAsync()).Subject);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WhoIsToGetThemHasLeft_BeforeOrAfterTheyWerePutTogether_NothingGoesAndEachTimelineSaysWhy(bool together)
    {
        var about = new[] { await RemindAsync("Locks", "2025-01-31", 0), await RemindAsync("Lights", "2025-01-30", 1) };
        Service.Clock.Now = Morning + Minute;
        if (together)
            await Service.SweepOnceAsync<DeliverLetters>();
        var lead = Given.Contact(Lead, Given.Melton, Roles.PartnerLead);
        await Service.DeliverAsync(lead with { Version = 2, Details = lead.Details with { Active = false } });
        await DeliverAtAsync(Morning + Minute);

        Assert.Empty(await SentAsync());
        Assert.All(about, r => Assert.Contains($"{r.Id}", ToldAsync(nameof(LetterWithdrawn)).Result));
        Assert.All(
            (await Service.LettersAsync()).Where(l => l.IsRequest),
            l => Assert.Equal((LetterState.Withdrawn, "its recipient has left"), (l.State, l.LastError))
        );
    }

    [Fact]
    public async Task ALeadWhoIsAtAnotherPartnershipNow_IsNotRemindedOfTheFirst()
    {
        await RemindAsync("Locks", "2025-01-31", 0);
        await Service.DeliverAsync(Given.Contact(Lead, Given.Rutland, Roles.PartnerLead) with { Version = 2 });
        await DeliverAtAsync(Morning + Minute);

        Assert.Empty(await SentAsync());
    }

    [Fact]
    public async Task HandedOverAndDeclinedWithinAMinute_NobodyIsAskedToCertifyIt()
    {
        var ready = (await HandOverAsync(2))[0];
        await Service.DeliverAsync(new ReturnDeclined(ready.Id, 5, Now, Lead, ready.Details, "Not yet."));
        await DeliverAtAsync(Now + (2 * Minute));

        Assert.Equal(["Not certified", "To certify"], (await SentAsync()).Select(l => l.Subject.Split(':')[0]).Order());
        Assert.Equal("it was declined", Assert.Single(await Service.LettersAsync(), l => l.State == LetterState.Withdrawn).LastError);
    }

    // The process that handed it over may have died before it could say so.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ALetterOfSeveralArrivesOrComesBack_EachTimelineSaysSo_AndOneAlert(bool recorded)
    {
        var about = new[] { await RemindAsync("Locks", "2025-01-31", 0), await RemindAsync("Lights", "2025-01-30", 1) };
        Service.Clock.Now = Morning + Minute;
        await Service.SweepOnceAsync<DeliverLetters>();
        if (recorded)
            await Service.SweepAsync<DeliverLetters>();
        var together = Assert.Single(await Service.LettersAsync(), l => l.Template == "returns-chased");
        foreach (var status in new[] { "delivered", "permanent-failure", "permanent-failure" })
            await Service
                .AsNobody()
                .With(ReceiptsApi.TokenHeader, "Bearer " + NotificationsHost.ReceiptToken)
                .SendJsonAsync(HttpMethod.Post, "/api/receipts", new { reference = together.Id, status });

        foreach (var type in new[] { nameof(LetterSent), nameof(LetterDelivered), nameof(LetterFailed) })
            Assert.All(about, r => Assert.Single(ToldAsync(type).Result, $"{r.Id}"));
        Assert.Single(
            await Service.EventsAsync(nameof(LetterFailed)),
            e => JsonDocument.Parse(e.Json).RootElement.GetProperty("into").ValueKind == JsonValueKind.Null
        );
        Assert.Single(await Service.LettersAsync(), l => l.State == LetterState.Failed);
    }
}
