using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Audit;

namespace Platform.Reporting.Tests.Foi;

public sealed class ForgetRequestersTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task Sweep_ThreeYearsLater_ForgetsWhoAsked_AndEverythingElseIsThere()
    {
        await service.NoRequestsAsync();
        var address = await AnsweredAsync();
        service.Clock.Now = GivenFoi.Noon(new(2024, 3, 2));
        Assert.Equal(0, await service.SweepAsync<ForgetRequesters>());
        Assert.Contains("Robin Ashby", (await service.Officer().GetPageAsync(address)).Text("main"));

        service.Clock.Now = GivenFoi.Noon(new(2024, 3, 3));
        Assert.Equal(1, await service.SweepAsync<ForgetRequesters>());
        Assert.Equal(0, await service.SweepAsync<ForgetRequesters>());

        var row = (
            await service.ReadAsync(
                (ReportingContext db) =>
                    db.Database.SqlQuery<string>($"select foi_requests::text as \"Value\" from foi_requests").ToListAsync()
            )
        )[0];
        Assert.DoesNotContain("Ashby", row, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("your aunt", row);
        Assert.DoesNotContain("Ashby", await service.TextAsync(), StringComparison.OrdinalIgnoreCase);
        await using var told = new StringWriter();
        Assert.True(await AuditCommand.RunAsync(service.Services, null, told, TextWriter.Null) == 0, told.ToString());
        var page = await service.Officer().GetPageAsync(address);
        Assert.Contains(
            "Deleted on 3 March 2024, three years after the request was closed, and blacked out in the letter. Questions and answers stay.",
            page.Texts("dd")
        );
        Assert.StartsWith("Who asked was forgotten", page.Texts("main ol li")[0]);
        Assert.DoesNotContain(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == address + "/review");
        var letter = await (await service.Officer().GetAsync(address + "/letter?format=text")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        Assert.Contains("\n\nDear ██████,\n\n", letter);
        Assert.Contains("I note you seek access to the following information:\n\n██████\n\n1. ", letter);
        Assert.Contains("They are public.", letter);
        Assert.Equal(address, (await service.Officer().GetAsync(address + "/review")).Headers.Location?.OriginalString);
        Assert.Contains(
            "\"requesterDeletedOn\":\"2024-03-03\"",
            await (await service.Officer().GetAsync("/api" + address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
        Assert.Contains("They are public.", (await service.AsNobody().GetPageAsync("/funding/disclosures/FOI-2021-001")).Text("main"));
    }

    [Fact]
    public async Task Sweep_OfTwoReplicasAtOnce_DoesItOnce()
    {
        await service.NoRequestsAsync();
        for (var i = 0; i < 3; i++)
            await AnsweredAsync();
        service.Clock.Now = GivenFoi.Noon(new(2024, 3, 3));

        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => service.SweepOnceAsync<ForgetRequesters>()));

        Assert.Equal(3, done.Sum());
        Assert.Equal(
            3,
            await service.ReadAsync(
                (ReportingContext db) =>
                    db.EventLog.CountAsync(e => e.Type == "FoiRequesterDeleted" && db.FoiRequests.Any(r => r.Id == e.Aggregate))
            )
        );
    }

    [Fact]
    public async Task NoEvent_OfAWholeRequest_SaysWhoAsked()
    {
        await service.NoRequestsAsync();
        await AnsweredAsync();
        service.Clock.Now = GivenFoi.Noon(new(2024, 3, 3));
        await service.SweepAsync<ForgetRequesters>();

        var events = await service.ReadAsync(
            (ReportingContext db) =>
                db
                    .EventLog.Where(e => db.FoiRequests.Any(r => r.Id == e.Aggregate))
                    .OrderBy(e => e.Version)
                    .Select(e => new { e.Type, e.Json })
                    .ToListAsync()
        );

        Assert.Equal(
            [
                "FoiRequestReceived",
                "FoiClarificationAsked",
                "FoiRequestClarified",
                "FoiAnswerDrafted",
                "FoiRequestAnswered",
                "FoiAnswerPublished",
                "FoiRequesterDeleted",
            ],
            events.Select(e => e.Type)
        );
        Assert.All(events, e => Assert.DoesNotContain("Ashby", e.Json, StringComparison.OrdinalIgnoreCase));
        Assert.All(events, e => Assert.DoesNotContain("your aunt", e.Json));
    }

    private async Task<string> AnsweredAsync()
    {
        service.Clock.Now = GivenFoi.Noon(new(2021, 3, 3));
        var officer = service.Officer();
        var address = "/foi/" + await service.LogAsync(GivenFoi.Seed000);
        await officer.PostAndFollowAsync(
            address + "/clarification",
            ("Version", "1"),
            ("IsAnswer", "false"),
            ("Question", "Do you mean the street of your aunt?")
        );
        await officer.PostAndFollowAsync(
            address + "/clarification",
            ("Version", "2"),
            ("IsAnswer", "true"),
            ("AnsweredOn.Day", "3"),
            ("AnsweredOn.Month", "3"),
            ("AnsweredOn.Year", "2021")
        );
        await officer.PostAndFollowAsync(
            address + "/draft",
            ("Version", "3"),
            ("Answers[0].Text", "They are public."),
            ("Answers[1].IsHeld", "no")
        );
        await officer.PostAndFollowAsync(
            address + "/send",
            ("Version", "4"),
            ("AnsweredOn.Day", "3"),
            ("AnsweredOn.Month", "3"),
            ("AnsweredOn.Year", "2021")
        );
        await officer.PostAndFollowAsync(
            address + "/publish",
            ("Version", "5"),
            ("Questions[0]", "The areas"),
            ("Questions[1]", "The cameras")
        );
        return address;
    }
}
