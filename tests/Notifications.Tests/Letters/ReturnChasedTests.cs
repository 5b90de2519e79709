using System.Text.Json;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

public sealed class ReturnChasedTests(NotificationsHost host) : NotificationsTest(host)
{
    [Fact]
    public async Task Chased_SameMessageTwice_OneLetter()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var message = Guid.NewGuid();
        var chased = Given.Chased(1, Roles.PartnerEditor);

        await Service.DeliverAsync(chased, message, message);
        await Service.DeliverAsync(chased, message);

        Assert.Single(await Service.LettersAsync());
    }

    [Fact]
    public async Task Chased_SameEventUnderManyMessageIdsAtOnce_OneLetter()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));

        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor), [.. Enumerable.Range(0, 6).Select(_ => Guid.NewGuid())]);

        Assert.Single(await Service.LettersAsync());
    }

    [Fact]
    public async Task Chased_PersonInBothRoles_OneLetter()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor, Roles.PartnerLead));

        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor, Roles.PartnerLead));

        Assert.Single(await Service.LettersAsync());
    }

    [Fact]
    public async Task Chased_TwoRungs_ALetterEach()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var first = Given.Chased(1, Roles.PartnerEditor);

        await Service.DeliverAsync(first);
        await Service.DeliverAsync(Given.Chased(first.Id, 5, Roles.PartnerEditor));

        Assert.Equal(["rung +1 of 2025-01-31", "rung +5 of 2025-01-31"], (await Service.LettersAsync()).Select(l => l.Occasion));
    }

    [Fact]
    public async Task Chased_SameRungOfALaterDueDate_AnotherLetter()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var first = Given.Chased(1, Roles.PartnerEditor);

        await Service.DeliverAsync(first);
        await Service.DeliverAsync(first with { Version = 9, Details = first.Details with { DueOn = new(2025, 2, 14) } });

        Assert.Equal(2, (await Service.LettersAsync()).Count);
    }

    [Fact]
    public async Task Chased_SentBack_ALetterOfItsOwnForEachSendingBack()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var first = Given.Chased(1, Roles.PartnerEditor);
        var back = first.Details with
        {
            State = ReturnState.SentBack,
            SentBack = [new("rating", "Why green?") { Name = "Overall rating", Answer = "A draft that no letter quotes" }],
            BackBy = first.Details.DueOn,
            SentBackAt = NotificationsHost.Start,
        };

        await Service.DeliverAsync(first);
        await Service.DeliverAsync(first with { Version = 5, Details = back });
        await Service.DeliverAsync(first with { Version = 5, Details = back });
        await Service.DeliverAsync(first with { Version = 9, Details = back with { SentBackAt = NotificationsHost.Start.AddHours(1) } });

        var letters = await Service.LettersAsync();
        Assert.Equal(3, letters.Count);
        Assert.All(letters, l => Assert.True(l.IsRung));
        Assert.All(letters.Skip(1), l => Assert.Contains("Overall rating: Why green?", l.Text, StringComparison.Ordinal));
        Assert.All(letters.Skip(1), l => Assert.Contains("was sent back to be changed", l.Text, StringComparison.Ordinal));
        Assert.All(letters, l => Assert.DoesNotContain("A draft", l.Text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2025-01-01", "Not back by 23 working days:")]
    [InlineData(null, "To be back today")]
    [InlineData("2026-01-30", "To be back on Friday 30 January 2026")]
    public async Task ChasedNow_SentBack_SaysByWhichDay(string? day, string subject)
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var today = London.DateOf(NotificationsHost.Start);
        var back = Given.Return() with
        {
            State = ReturnState.SentBack,
            BackBy = day is null ? today : DateOnly.Parse(day, null),
            SentBackAt = NotificationsHost.Start,
        };

        await Service.DeliverAsync(new ReturnReminded(Guid.NewGuid(), 7, NotificationsHost.Start, Given.Sam, back, [Roles.PartnerEditor]));

        var letter = Assert.Single(await Service.LettersAsync());
        Assert.StartsWith(subject, letter.Subject, StringComparison.Ordinal);
        Assert.Equal(back.BackBy < today ? null : London.StartOf(back.BackBy!.Value.AddDays(1)), letter.TrueUntil);
    }

    [Fact]
    public async Task Chased_RungThatOnlyEscalates_NobodyIsMissing()
    {
        await Service.DeliverAsync(Given.Chased(20));

        Assert.Empty(await Service.LettersAsync());
        Assert.Empty(await Service.EventsAsync(nameof(RecipientMissing)));
    }

    [Fact]
    public async Task ChasedNow_EditorsAndLeads_AndAgainAnotherDay()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var now = new ReturnReminded(
            Guid.NewGuid(),
            4,
            NotificationsHost.Start,
            Given.Sam,
            Given.Return(),
            [Roles.PartnerEditor, Roles.PartnerLead]
        );

        await Service.DeliverAsync(now, Guid.NewGuid(), Guid.NewGuid());
        await Service.DeliverAsync(now with { Version = 5 });

        Assert.Equal(["chased now 4", "chased now 5"], (await Service.LettersAsync()).Select(l => l.Occasion));
        Assert.StartsWith("Overdue: quarter 3", (await Service.LettersAsync())[0].Subject);
    }

    [Theory]
    [InlineData(9, false, "Overdue: quarter 3", "We do not have it.")]
    [InlineData(
        10,
        false,
        "Overdue by 10 working days: quarter 3",
        "if it is still not in on Friday 28 February 2025, payment of the grant is held"
    )]
    [InlineData(25, true, "Overdue by 25 working days, payment still held: quarter 3", "the board is told: its paper names this return")]
    public async Task ChasedNow_HowLateItIs_HasTheWordsOfItsRung(int days, bool isHeld, string subject, string words)
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var late = Given.Return() with { PaymentHeld = isHeld };
        var at = London.At(WorkingDays.Add(late.DueOn, days), new(10, 0));
        var now = new ReturnReminded(Guid.NewGuid(), 9, at, Given.Somebody("Kim"), late, [Roles.PartnerEditor])
        {
            HoldsOn = isHeld ? null : new DateOnly(2025, 2, 28),
        };
        await Service.DeliverAsync(now);
        var letter = Assert.Single(await Service.LettersAsync());
        Assert.StartsWith(subject, letter.Subject, StringComparison.Ordinal);
        Assert.Contains(words, letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChasingState.Paused, LetterState.Withdrawn)]
    [InlineData(ChasingState.Stopped, LetterState.Withdrawn)]
    [InlineData(ChasingState.On, LetterState.Sent)]
    public async Task ChasingChanged_ReminderHasNotGoneYet_GoesOnlyWhereChasingDoes(ChasingState chasing, object reminder)
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var chased = Given.Chased(1, Roles.PartnerEditor);
        await Service.DeliverAsync(chased);
        await Service.DeliverAsync(
            new ReturnSentBack(
                chased.Id,
                3,
                NotificationsHost.Start,
                Given.Sam,
                chased.Details with
                {
                    SentBack = [new("rating", "Say why.")],
                }
            )
        );
        await Service.DeliverAsync(
            new ChasingChanged(chased.Id, 4, NotificationsHost.Start, Given.Sam, chased.Details with { Chasing = chasing }, "We spoke.")
        );

        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal([(LetterState)reminder, LetterState.Sent], (await Service.LettersAsync()).Select(l => l.State));
        // The timeline says why.
        Assert.Equal(
            chasing switch
            {
                ChasingState.Paused => ["its reminders are paused"],
                ChasingState.Stopped => ["its reminders are stopped"],
                _ => [],
            },
            (await Service.EventsAsync(nameof(LetterWithdrawn))).Select(w =>
                JsonDocument.Parse(w.Json).RootElement.GetProperty("reason").GetString()
            )
        );
    }

    [Fact]
    public async Task Chased_OthersOnFile_OnlyTheAudienceOfThatPartnershipIsWrittenTo()
    {
        var lead = Given.Somebody("Jo Lead");
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Contact(lead, Given.Melton, Roles.PartnerLead));
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Mo Chair"), Given.Melton, Roles.PartnerChair));
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Al Rutland"), Given.Rutland, Roles.PartnerLead));

        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor, Roles.PartnerLead));

        Assert.Equal(new[] { Given.Sam.UserId, lead.UserId }.Order(), (await Service.LettersAsync()).Select(l => l.RecipientId).Order());
    }

    [Fact]
    public async Task Chased_NobodyInTheRole_AlertIsLoggedOnceAndOfficersAreToldOnce()
    {
        var officer = Given.Somebody("Alex Officer");
        await Service.DeliverAsync(Given.Contact(officer, null, Roles.Officer));
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        var chased = Given.Chased(10, Roles.PartnerLead, Roles.PartnerChair);

        await Service.DeliverAsync(chased, Guid.NewGuid(), Guid.NewGuid());

        var alert = Assert.Single(await Service.EventsAsync(nameof(RecipientMissing)));
        Assert.Contains("\"partnership\":\"MEL\"", alert.Json);
        Assert.Contains(
            "Overdue by 1 working day: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01 (was due 31 January 2025)",
            alert.Json
        );
        var letter = Assert.Single(await Service.LettersAsync());
        Assert.Equal(officer.UserId, letter.RecipientId);
        Assert.Equal(
            "Nobody to write to at Melton: “Overdue by 1 working day: quarter 3 return for Melton, Community safety fund, "
                + "CSP2024-MEL-01 (was due 31 January 2025)”",
            letter.Subject
        );
        Assert.Contains("nobody there has an active account as lead or chair", letter.Text);
    }

    [Fact]
    public async Task Chased_NobodyAtAllOnFile_AlertIsLogged()
    {
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerLead));

        Assert.Single(await Service.EventsAsync(nameof(RecipientMissing)));
        Assert.Empty(await Service.LettersAsync());
    }

    [Theory]
    [InlineData(
        "2025-01-30",
        "2025-01-31",
        "Due on Friday 31 January 2025: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01"
    )]
    [InlineData(
        "2025-01-31",
        "2025-01-31",
        "Due today, Friday 31 January 2025: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01"
    )]
    [InlineData(
        "2025-02-03",
        "2025-01-31",
        "Overdue: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01 (was due 31 January 2025)"
    )]
    // A Saturday: rung 0 goes on the Friday before.
    [InlineData(
        "2026-01-30",
        "2026-01-31",
        "Due on Saturday 31 January 2026: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01"
    )]
    [InlineData(
        "2026-02-02",
        "2026-01-31",
        "Overdue: quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01 (was due 31 January 2026)"
    )]
    public async Task Chased_ByTheCalendar_SubjectLeadsWithTheFact(string today, string due, string subject)
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));

        await Service.DeliverAsync(
            Given.Chased(0, Roles.PartnerEditor) with
            {
                At = London.At(DateOnly.Parse(today), new(9, 0)),
                Details = Given.Return(DateOnly.Parse(due)),
            }
        );

        Assert.Equal(subject, Assert.Single(await Service.LettersAsync()).Subject);
    }

    [Fact]
    public async Task Chased_FromTheTenthDayOn_EachRungSaysSomethingNew_AndTheChairIsToldAndNotAsked()
    {
        var (lead, chair) = (Given.Somebody("Jo Lead"), Given.Somebody("Mo Chair"));
        await Service.DeliverAsync(Given.Contact(lead, Given.Melton, Roles.PartnerLead));
        await Service.DeliverAsync(Given.Contact(chair, Given.Melton, Roles.PartnerChair));
        var ten = Given.Chased(10, Roles.PartnerLead, Roles.PartnerChair) with
        {
            At = London.At(new(2025, 2, 14), new(9, 0)),
            HoldsOn = new(2025, 2, 28),
        };
        var twenty = ten with
        {
            Version = 3,
            At = London.At(new(2025, 2, 28), new(9, 0)),
            Rung = new(20, ten.Rung.Audience) { Escalates = true },
            HoldsOn = null,
            Details = ten.Details with { PaymentHeld = true, NamedToBoard = true },
        };
        var forty = twenty with
        {
            Version = 4,
            At = London.At(new(2025, 3, 28), new(9, 0)),
            Rung = twenty.Rung with { WorkingDays = 40 },
            WasHeld = true,
        };

        foreach (var chased in new[] { ten, twenty, forty })
            await Service.DeliverAsync(chased, Guid.NewGuid(), Guid.NewGuid());

        const string what = "quarter 3 return for Melton, Community safety fund, CSP2024-MEL-01 (was due 31 January 2025)";
        var letters = (await Service.LettersAsync()).OrderBy(l => l.AboutVersion).ThenBy(l => l.ToName).ToList();
        Assert.Equal(
            [
                ("Jo Lead", $"Overdue by 10 working days: {what}"),
                ("Mo Chair", $"For information: {what}"),
                ("Jo Lead", $"Payment held, board told: {what}"),
                ("Mo Chair", $"For information, payment held and board told: {what}"),
                ("Jo Lead", $"Overdue by 40 working days, payment still held: {what}"),
                ("Mo Chair", $"For information, payment held and board told: {what}"),
            ],
            letters.Select(l => (l.ToName, l.Subject))
        );
        Assert.Contains("if it is still not in on Friday 28 February 2025, payment of the grant is held from that day", letters[0].Text);
        Assert.Contains("the board is told: its paper then names this return", letters[0].Text);
        Assert.Contains("Who else is told: Mo Chair (chair).", letters[0].Text);
        Assert.Contains("it is 20 working days late", letters[2].Text);
        Assert.Contains("- payment of the grant is held until the return is in\n- the board is told", letters[2].Text);
        foreach (var told in letters.Where(l => l.ToName == "Mo Chair"))
        {
            Assert.Contains("We write to you because you chair the partnership of Melton.", told.Text);
            Assert.Contains("Who else is told: Jo Lead (lead).", told.Text);
            Assert.Contains("You do not need to fill in or certify anything", told.Text);
            Assert.DoesNotContain("certify and submit it", told.Text);
        }
        Assert.Empty(await Service.EventsAsync(nameof(RecipientMissing)));
    }

    [Fact]
    public async Task Chased_NoChair_TheOfficerIsAlertedAndTheStandInIsWrittenToInstead()
    {
        var (lead, officer) = (Given.Somebody("Jo Lead"), Given.Somebody("Alex Officer"));
        var standIn = Given.Somebody("Lou Manager");
        await Service.DeliverAsync(Given.Contact(officer, null, Roles.Officer));
        await Service.DeliverAsync(Given.Contact(lead, Given.Melton, Roles.PartnerLead));
        await Service.DeliverAsync(Given.Contact(standIn, Given.Melton, Roles.PartnerStandIn));

        await Service.DeliverAsync(Given.Chased(10, Roles.PartnerLead, Roles.PartnerChair), Guid.NewGuid(), Guid.NewGuid());

        Assert.Contains("\"partner-chair\"", Assert.Single(await Service.EventsAsync(nameof(RecipientMissing))).Json);
        var letters = (await Service.LettersAsync()).ToDictionary(l => l.RecipientId);
        Assert.Equal(new[] { lead, officer, standIn }.Select(p => p.UserId).Order(), letters.Keys.Order());
        Assert.Contains("Who else is told: Lou Manager (stand-in for the chair).", letters[lead.UserId].Text);
        Assert.Contains("we have no chair of the partnership of Melton on file", letters[standIn.UserId].Text);
        Assert.Contains("The letter went to Lou Manager instead.", letters[officer.UserId].Text);
    }

    [Fact]
    public async Task Chased_NoChairAndNoStandIn_TheOfficerIsAlertedAndTheLeadIsAsked()
    {
        var (lead, officer) = (Given.Somebody("Jo Lead"), Given.Somebody("Alex Officer"));
        await Service.DeliverAsync(Given.Contact(officer, null, Roles.Officer));
        await Service.DeliverAsync(Given.Contact(lead, Given.Melton, Roles.PartnerLead));

        await Service.DeliverAsync(Given.Chased(10, Roles.PartnerLead, Roles.PartnerChair));

        Assert.Single(await Service.EventsAsync(nameof(RecipientMissing)));
        var letters = (await Service.LettersAsync()).ToDictionary(l => l.RecipientId);
        Assert.Contains("Who else is told: nobody.", letters[lead.UserId].Text);
        Assert.Contains("Nobody was written to instead: tell Melton yourself", letters[officer.UserId].Text);
    }

    [Fact]
    public async Task Chased_TheChairIsTheLead_OneLetterThatAsks()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerLead, Roles.PartnerChair));

        await Service.DeliverAsync(Given.Chased(10, Roles.PartnerLead, Roles.PartnerChair), Guid.NewGuid(), Guid.NewGuid());

        Assert.Contains("certify and submit it", Assert.Single(await Service.LettersAsync()).Text);
        Assert.Empty(await Service.EventsAsync(nameof(RecipientMissing)));
    }

    [Fact]
    public async Task Chased_Letter_SaysWhatToDoByWhenWhereAndWhomToAsk()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));

        await Service.DeliverAsync(Given.Chased(-1, Roles.PartnerEditor) with { At = London.At(new(2025, 1, 30), new(9, 0)) });

        var letter = Assert.Single(await Service.LettersAsync());
        Assert.Equal(LetterState.Queued, letter.State);
        Assert.StartsWith("Dear Sam Carter,\n\n", letter.Text);
        Assert.Contains("by 11:59pm on Friday 31 January 2025", letter.Text);
        Assert.Contains("\n\nhttps://csp.office.example/returns/CSP2024-MEL-01/2024-25-q3\n\n", letter.Text);
        Assert.Contains("tell Alex O’Neil now: officer@office.example", letter.Text);
        const string link = "https://csp.office.example/returns/CSP2024-MEL-01/2024-25-q3";
        Assert.Contains($"""<p><a href="{link}">{link}</a></p>""", letter.Html);
    }
}
