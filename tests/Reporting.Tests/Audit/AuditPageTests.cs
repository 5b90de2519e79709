using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Messaging;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Audit;

/// <summary>Who did what, in one place.</summary>
public sealed class AuditPageTests(RunningService<ReportingService> service)
{
    private static readonly Person Bo = new(Guid.NewGuid(), "Bo Cole");
    private static readonly Guid Round = Guid.NewGuid();

    private static BidSubmitted Submitted(string summary = "") =>
        new(
            Guid.NewGuid(),
            2,
            Now,
            Bo,
            Bid(Round, BidState.Submitted) with
            {
                Content = new() { Title = "Night safe", Summary = summary },
            }
        );

    private static AccessNoted Noted(AccessKind kind, string what, int daysAgo = 0, Person? of = null, int times = 1) =>
        new(Guid.NewGuid(), 1, Now.AddDays(-daysAgo), of is null ? Ann : Person.Platform, new(kind, what, "192.0.2.7", of, times));

    private async Task<List<string>> RowsAsync(string query = "")
    {
        // Each look is noted too: what the tests look at is older.
        var page = await service.Office(Roles.MonitoringOfficer).GetPageAsync("/audit" + query);
        return [.. page.QuerySelectorAll("tbody tr").Select(r => string.Join(" | ", r.Children.Select(c => c.TextContent.Trim())))];
    }

    private async Task GivenAsync(params IEnumerable<IEvent> events)
    {
        await service.NothingAsync();
        foreach (var happened in events)
            await service.DeliverAsync(happened);
    }

    [Fact]
    public async Task EveryKind_IsOnOnePage_NewestFirst()
    {
        await GivenAsync(
            Submitted(),
            Noted(AccessKind.SignedIn, "with Chrome on Windows", 1),
            Noted(AccessKind.SignInRefused, "", 2, Bo),
            Noted(AccessKind.LockedOut, "", 3, Bo),
            Noted(AccessKind.Refused, "/bids/CSP2025-MEL-01/contacts", 4, times: 300),
            Noted(AccessKind.PersonalDataRead, "/foi/FOI-2025-001", 5),
            Noted(AccessKind.Exported, "/reports/overdue.csv", 6)
        );
        var day = "Wednesday 12 February 2025";
        Assert.Equal(
            [
                $"10:00:00am on {day} | Bo Cole | Bid submitted | CSP2025-MEL-01 | ",
                "10:00:00am on Tuesday 11 February 2025 | Ann Reed | Signed in with Chrome on Windows |  | 192.0.2.7",
                "10:00:00am on Monday 10 February 2025 | The platform | Could not sign in (Bo Cole) |  | 192.0.2.7",
                "10:00:00am on Sunday 9 February 2025 | The platform | Could not sign in: the account is locked (Bo Cole) |  | 192.0.2.7",
                "10:00:00am on Saturday 8 February 2025 | Ann Reed | Was refused, 300 times in a minute | "
                    + "/bids/CSP2025-MEL-01/contacts | 192.0.2.7",
                "10:00:00am on Friday 7 February 2025 | Ann Reed | Read personal data | /foi/FOI-2025-001 | 192.0.2.7",
                "10:00:00am on Thursday 6 February 2025 | Ann Reed | Took a file away | /reports/overdue.csv | 192.0.2.7",
            ],
            await RowsAsync()
        );
    }

    [Fact]
    public async Task WhatWasWritten_IsNeitherOnThePageNorInTheFile()
    {
        await GivenAsync(Submitted("the very secret plan"));
        var page = await (await service.Office(Roles.MonitoringOfficer).GetAsync("/audit")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        var file = await (await service.Office(Roles.MonitoringOfficer).GetAsync("/audit/entries.csv")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        Assert.All([page, file], text => Assert.Contains("CSP2025-MEL-01", text));
        Assert.All([page, file], text => Assert.DoesNotContain("secret", text));
        Assert.All([page, file], text => Assert.DoesNotContain("Night safe", text));
    }

    [Theory]
    [InlineData("?kind=Bid", 1)]
    [InlineData("?kind=bid&person=cole", 1)]
    [InlineData("?person=COLE", 2)]
    [InlineData("?thing=mel-01", 2)]
    [InlineData("?thing=%25", 0)]
    [InlineData("?from.day=11&from.month=2&from.year=2025", 2)]
    [InlineData("?to.day=11&to.month=feb&to.year=2025", 3)]
    [InlineData("?from.day=10&from.month=2&from.year=2025&to.day=10&to.month=2&to.year=2025&person=bo", 1)]
    [InlineData("?person=nobody+of+that+name", 0)]
    public async Task Filters_NarrowIt(string query, int rows)
    {
        await GivenAsync(
            Submitted(),
            Noted(AccessKind.SignedIn, "", 1),
            Noted(AccessKind.SignInRefused, "", 2, Bo),
            // Of the day before.
            Noted(AccessKind.Refused, "/bids/CSP2025-MEL-01", 3)
        );
        Assert.Equal(rows, (await RowsAsync(query)).Count);
    }

    [Fact]
    public async Task Filters_CanBeRemovedOneByOne_AndAreInThePagesAndTheFile()
    {
        await GivenAsync(Enumerable.Range(0, 51).Select(_ => Noted(AccessKind.Refused, "/bids/x", 1)));
        var page = await service
            .Office(Roles.MonitoringOfficer)
            .GetPageAsync("/audit?kind=Refusal&thing=bids&from.day=1&from.month=2&from.year=2025");
        Assert.Equal("Audit (page 1 of 2)", page.Title!.Split(" - ")[0]);
        const string from = "from.day=1&from.month=2&from.year=2025";
        Assert.Equal(
            [$"/audit?thing=bids&{from}", $"/audit?kind=Refusal&{from}", "/audit?kind=Refusal&thing=bids"],
            page.QuerySelectorAll(".moj-filter__tag").Select(a => a.GetAttribute("href"))
        );
        Assert.Equal($"/audit/entries.csv?kind=Refusal&thing=bids&{from}", page.QuerySelector("a[download]")!.GetAttribute("href"));
        var next = page.QuerySelector("a[rel=next]")!.GetAttribute("href")!;
        Assert.Single((await service.Office(Roles.MonitoringOfficer).GetPageAsync(next)).QuerySelectorAll("tbody tr"));
    }

    [Theory]
    [InlineData("?kind=everything", "“everything” is not in this list. Select one that is")]
    [InlineData("?from.day=31&from.month=2&from.year=2025", "First day must be a real date")]
    [InlineData("?to.day=31", "Last day must include a month and year")]
    public async Task FilterThatCannotBeRead_SaysSo_AndShowsNothing(string query, string message)
    {
        await GivenAsync(Submitted());
        var page = await service.Office(Roles.MonitoringOfficer).GetPageAsync("/audit" + query);
        Assert.Equal(message, page.QuerySelector(".govuk-error-summary a")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("tbody tr"));
        Assert.Equal(404, (int)(await service.Office(Roles.MonitoringOfficer).GetAsync("/audit/entries.csv" + query)).StatusCode);
    }

    [Fact]
    public async Task LookingAtIt_IsNotedItself_AndSoIsTakingItAway()
    {
        await GivenAsync();
        var somebody = service.As(Bo, null, Roles.Administrator);
        await somebody.GetPageAsync("/audit?person=bo");
        await somebody.GetAsync("/audit/entries.csv");
        await service.OwnEventsAsync();
        var entries = await service.ReadAsync((ReportingContext db) => db.AuditEntries.OrderBy(e => e.Thing).ToListAsync());
        Assert.Equal(
            [(AuditKind.PersonalData, "/audit", Bo.Name), (AuditKind.Export, "/audit/entries.csv", Bo.Name)],
            entries.Select(e => (e.Kind, e.Thing, e.By))
        );
    }

    [Fact]
    public async Task Refusal_OfAnOfficer_IsNoted()
    {
        await GivenAsync();
        Assert.Equal(403, (int)(await service.Officer().GetAsync("/audit?person=bo")).StatusCode);
        await service.OwnEventsAsync();
        Assert.Contains($"{Ann.Name} | Was refused | /audit", (await RowsAsync("?kind=Refusal")).Single());
    }

    [Fact]
    public async Task Accounts_SayWhichRolesTheyHave_AndLeadAnAdministratorThere()
    {
        var id = Guid.NewGuid();
        var contact = new Contact("Bo Cole", "bo@example.org", Partnership.Get("MEL"), [Roles.PartnerLead], true);
        await GivenAsync(
            new ContactChanged(id, 1, Now, Ann, contact),
            new ContactChanged(id, 2, Now.AddDays(-1), Ann, contact with { Active = false })
        );
        var page = await service.Office(Roles.Administrator).GetPageAsync("/audit");
        Assert.Equal(
            ["Account made: lead, Melton", "Account disabled"],
            page.QuerySelectorAll("tbody td:nth-child(3)").Select(t => t.TextContent)
        );
        Assert.Equal($"/account/people/{id}", page.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.DoesNotContain("bo@example.org", page.Body!.TextContent);
        Assert.Null((await service.Office(Roles.MonitoringOfficer).GetPageAsync("/audit")).QuerySelector("tbody a"));
    }

    [Fact]
    public async Task WhoeverDeclaredAnInterest_SeesNothingMoreOfTheBid()
    {
        var assessment = new AssessmentDetails(Guid.NewGuid(), "CSP2025-MEL-01", Ann, AssessmentState.Conflicted, "My sister");
        await GivenAsync(Submitted(), new InterestDeclared(Guid.NewGuid(), 2, Now, Ann, assessment));
        Assert.Empty(await RowsAsync("?thing=MEL-01"));
    }

    [Fact]
    public async Task ThePeriod_IsKept_AndARebuildDoesNotBringBackWhatIsOver()
    {
        var (old, recent) = (Noted(AccessKind.SignedIn, "", 800), Noted(AccessKind.SignedIn, "", 700));
        await GivenAsync(recent, Submitted() with { At = Now.AddYears(-3) });
        await service.ReadAsync(
            async (ReportingContext db) =>
            {
                db.AddRange(AuditLines.Of(old), AuditLines.Of(Submitted() with { At = Now.AddYears(-7) }));
                return await db.SaveChangesAsync();
            }
        );
        Assert.Equal(2, await service.SweepAsync<ForgetAudit>());
        await service.DeliverAsync(old);
        Assert.Equal(2, await service.ReadAsync((ReportingContext db) => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task WhatAServiceHasForgotten_IsForgottenHereToo_AndARebuildDoesNotBringItBack()
    {
        Guid account = Guid.NewGuid(),
            letter = Guid.NewGuid();
        var made = new ContactChanged(account, 1, Now, new(account, "Kit Moss"), new("Kit Moss", "kit@melton.example", null, [], true))
        {
            Changes = ["Email address: kit@melton.example"],
        };
        var sent = new LetterSent(letter, 1, Now, Person.Platform, new(Guid.NewGuid(), null, "Kit Moss", "About kit@melton.example"));
        var seen = Noted(AccessKind.SignedIn, "with Chrome on Windows") with { By = new(account, "Kit Moss") };
        await GivenAsync(made, sent, seen, Submitted());
        Assert.Contains("kit@melton.example", await service.TextAsync());

        await service.DeliverAsync(
            new PersonalDataErased(Guid.NewGuid(), 1, Now, Person.Platform, new("gateway", "accounts", 3, [account, letter, seen.Id]))
        );

        var text = await service.TextAsync();
        Assert.DoesNotContain("kit@melton.example", text);
        Assert.DoesNotContain("Kit Moss", text);
        Assert.DoesNotContain(seen.Details.Source, text);
        Assert.Contains(await RowsAsync(), row => row.Contains("Personal data erased | 3 accounts, gateway", StringComparison.Ordinal));
        Assert.Contains(await RowsAsync(), row => row.Contains("Account changed | no longer kept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ARebuild_AsksTheGatewayToo_AndGivesTheEntriesBack()
    {
        var happened = Noted(AccessKind.SignedIn, "with Chrome on Windows", 1);
        await GivenAsync(happened);
        var before = await RowsAsync("?kind=SigningIn");
        await service.Office(Roles.Administrator).PostAndFollowAsync("/reports/rebuild?handler=Start");
        Assert.Empty(await RowsAsync("?kind=SigningIn"));
        var replay = await service.ReadAsync((ReportingContext db) => db.Set<LogReplay>().SingleAsync(r => r.Source == "gateway"));
        Assert.Contains(nameof(AccessNoted), replay.Types);
        var json = System.Text.Json.JsonSerializer.Serialize(happened, Platform.ServiceDefaults.Hosting.Doors.Json);
        await service.DeliverAsync(
            new LogReplayed(
                replay.Id,
                1,
                Now,
                Person.Platform,
                new(null, Guid.NewGuid(), Guid.NewGuid(), 1, 1, LogPages.Write([(nameof(AccessNoted), json)]))
            )
        );
        Assert.Equal(before, await RowsAsync("?kind=SigningIn"));
        await service.ReplaySettledAsync();
    }
}
