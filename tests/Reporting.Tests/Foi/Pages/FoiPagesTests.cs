using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Tests.Foi.Pages;

/// <summary>A request, page by page, from the log to the disclosure log; GivenFoi has its grants.</summary>
public sealed class FoiPagesTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task Get_Log_HasOpenRequestsFirstByDueDate_AndSaysHowLongThereIs()
    {
        await service.NoRequestsAsync();
        var late = await service.LogAsync(GivenFoi.Seed002);
        var due = await service.LogAsync(GivenFoi.Seed000 with { ReceivedOn = new(2025, 2, 3), Subject = "Grants" });
        await service.Officer().PostAndFollowAsync($"/foi/{(await service.LogAsync(GivenFoi.Seed000))}/withdraw", ("Version", "1"));

        var page = await service.Officer().GetPageAsync("/foi");

        Assert.Equal([late, due, "FOI-2021-002"], page.Texts("tbody th"));
        Assert.Contains("Overdue", page.Texts("tbody tr")[0]);
        Assert.Contains("3 March 2025 Due in 13 working days", page.Texts("tbody tr")[1]);
        Assert.Equal(["FOI-2021-002"], (await service.Officer().GetPageAsync("/foi?state=Withdrawn")).Texts("tbody th"));
        Assert.Contains(
            "2 freedom of information requests: next due on Tuesday 8 June 2021, overdue.",
            (await service.Officer().GetPageAsync("/")).Texts("main p")
        );
        Assert.Contains(
            "2 freedom of information requests: next due on Tuesday 8 June 2021, overdue.",
            (await service.Office(Roles.MonitoringOfficer).GetPageAsync("/")).Texts("main p")
        );
        Assert.DoesNotContain(await Lines("/"), p => p.Contains("freedom of information request", StringComparison.Ordinal));

        async Task<IReadOnlyList<string>> Lines(string address) =>
            (await service.Office(Roles.Finance).GetPageAsync(address)).Texts("main p");
    }

    [Fact]
    public async Task Post_New_Incomplete_KeepsWhatWasTyped()
    {
        await service.NoRequestsAsync();

        var page = await service
            .Officer()
            .PostAndStayAsync(
                "/foi/new",
                ("Subject", "CCTV"),
                ("Questions", "1. What?"),
                ("ReceivedOn.Day", "4"),
                ("ReceivedOn.Month", "2"),
                ("ReceivedOn.Year", "")
            );

        Assert.Equal(
            [
                "The day on which it was received must include a year",
                "Enter the requester’s name: a request without one is none (section 8)",
                "Enter an e-mail or postal address to answer to",
            ],
            page.Errors()
        );
        Assert.Equal("CCTV", page.Typed("Subject"));
        Assert.Equal(0, await service.ReadAsync((ReportingContext db) => db.FoiRequests.CountAsync()));
    }

    [Fact]
    public async Task Post_FromReceiptToPublication_RebuildsSeed000()
    {
        await service.NoRequestsAsync();
        var grants = await service.SaferStreetsAsync();
        service.Clock.Now = GivenFoi.Noon(new(2021, 3, 3));
        var officer = service.Officer();
        var address = await officer.PostAndFollowAsync(
            "/foi/new",
            ("Subject", "Safer Streets Fund"),
            ("OtherReference", "1680/21"),
            ("Name", "Robin Ashby"),
            ("Contact", "robin.ashby@example.org"),
            (
                "Questions",
                "1. All the LSOAs that the intervention area covers\n2. The model of camera, a description of the camera, the number of "
                    + "cameras"
            ),
            ("ReceivedOn.Day", "4"),
            ("ReceivedOn.Month", "2"),
            ("ReceivedOn.Year", "2021")
        );
        Assert.Equal("/foi/FOI-2021-001", address);
        Assert.Contains("Due in 1 working day: Thursday 4 March 2021.", (await officer.GetPageAsync(address)).Text("div.govuk-inset-text"));

        var chosen = await officer.GetPageAsync(address + "/answer?programme=Safer+Streets+1");
        Assert.Equal(3, chosen.QuerySelectorAll("input[name='Interventions']").Length);
        Assert.Equal(
            ["Areas", "Cameras"],
            chosen.QuerySelectorAll("select[name^='Sources'] option[selected]").Select(o => o.GetAttribute("value"))
        );
        Assert.Equal(GivenFoi.Anpr, chosen.Typed("Withholdings[0].Kind"));
        (string, string)[] build =
        [
            ("Programme", "Safer Streets 1"),
            ("Version", "1"),
            .. grants.Select(g => ("Interventions", g.ToString())),
            ("Sources[0]", "Areas"),
            ("Sources[1]", "Cameras"),
            ("Withholdings[0].Kind", GivenFoi.Anpr),
            ("Withholdings[0].Fields", "model"),
            ("Withholdings[0].Fields", "description"),
            ("Withholdings[0].Section", "31"),
        ];
        var again = await officer.PostAndStayAsync(address + "/answer", build);
        Assert.Equal(["Enter why the public interest is in withholding it: section 31 is qualified"], again.Errors());
        Assert.Equal(5, again.QuerySelectorAll("input[type=checkbox][checked]").Length);
        // Pressed twice, it is built once.
        for (var press = 0; press < 2; press++)
            Assert.Equal(
                address + "/draft",
                await officer.PostAndFollowAsync(address + "/answer", [.. build, ("Withholdings[0].Reason", GivenFoi.PublicInterest)])
            );

        var draft = await officer.GetPageAsync(address + "/draft");
        Assert.Equal(GivenFoi.Built(AnswerSource.Areas).Text, draft.Typed("Answers[0].Text"));
        Assert.Equal(GivenFoi.Built(AnswerSource.Cameras).Text, draft.Typed("Answers[1].Text"));
        Assert.Equal(
            address,
            await officer.PostAndFollowAsync(
                address + "/send",
                ("Version", "2"),
                ("AnsweredOn.Day", "3"),
                ("AnsweredOn.Month", "3"),
                ("AnsweredOn.Year", "2021")
            )
        );

        var letter = await (await officer.GetAsync(address + "/letter?format=text")).Content.ReadAsStringAsync(
            TestContext.Current.CancellationToken
        );
        Assert.Contains("Our ref: 1680/21\nDate: 3 March 2021", letter);
        Assert.Contains("Braunstone Frith (city) - Leicester 039B, 039C and 020A", letter);
        Assert.Contains("section 31 of the Act", letter);
        Assert.Equal(HttpStatusCode.NotFound, (await service.AsNobody().GetAsync("/funding/disclosures/FOI-2021-001")).StatusCode);
        Assert.Contains("Wednesday 3 March 2021, in time", (await officer.GetPageAsync(address)).Texts("dd"));

        await officer.PostAndFollowAsync(
            address + "/publish",
            ("Version", "3"),
            ("Questions[0]", "All the LSOAs"),
            ("Questions[1]", "The cameras")
        );
        var published = await service.AsNobody().GetPageAsync("/funding/disclosures/FOI-2021-001");
        Assert.Contains("9 - Fully functional, PTZ cameras, 1 - Static, doorway camera (Fixed dome camera)", published.Text("main"));
        Assert.Contains("The cameras", published.Texts("blockquote"));
        Assert.DoesNotContain("Ashby", published.Text("main"));
        Assert.Contains("1680/21", published.Texts("dd"));
        Assert.Contains(
            "this letter constitutes a refusal notice under section 17(1) of the Freedom of Information Act 2000",
            published.Text("main")
        );
        var none = "No published answer has that. See all answers, or search for fewer words.";
        foreach (var (words, found) in new[] { ("1680/21", true), ("fixed dome 1680", true), ("robin ashby", false), ("100%", false) })
        {
            var log = await service.AsNobody().GetPageAsync($"/funding/disclosures?q={Uri.EscapeDataString(words)}");
            Assert.Equal(found ? ["FOI-2021-001 1680/21"] : [], log.Texts("tbody th"));
            Assert.Equal(!found, log.Texts("main p").Contains(none));
        }
    }

    [Fact]
    public async Task Post_Draft_OfAnOlderVersion_KeepsWhatWasTyped_AndSavesItTheSecondTime()
    {
        await service.NoRequestsAsync();
        var address = "/foi/" + await service.LogAsync(GivenFoi.Seed000);
        (string, string)[] mine = [("Version", "1"), ("Answers[0].Text", "Mine"), ("Answers[1].Text", "Mine too")];
        await service
            .Officer()
            .PostAndFollowAsync(address + "/draft", ("Version", "1"), ("Answers[0].Text", "Hers"), ("Answers[1].Text", "Hers too"));

        var page = await service.Officer().PostAndStayAsync(address + "/draft", mine);

        Assert.Contains("has changed this request since you opened this page", Assert.Single(page.Errors()));
        Assert.Contains("Hers", page.Texts("main p"));
        Assert.Contains("Hers too", page.Texts("main p"));
        Assert.Equal("Mine", page.Typed("Answers[0].Text"));
        Assert.Equal("2", page.Typed("Version"));
        Assert.Equal(address, await service.Officer().PostAndFollowAsync(address + "/draft", [("Version", "2"), .. mine[1..]]));
        Assert.Equal("Mine", (await service.ReadAsync((ReportingContext db) => db.FoiRequests.SingleAsync())).Details.Answers[0].Text);
    }

    [Fact]
    public async Task Get_Answer_WithoutAProgramme_SaysWhatToSelect()
    {
        await service.NoRequestsAsync();
        await service.SaferStreetsAsync();
        var address = $"/foi/{await service.LogAsync(GivenFoi.Seed000)}/answer";

        Assert.Empty((await service.Officer().GetPageAsync(address)).Errors());
        Assert.Equal(
            ["Select the programme that the request asks about"],
            (await service.Officer().GetPageAsync(address + "?continued=yes")).Errors()
        );
    }

    [Fact]
    public async Task Post_Draft_ErrorInAWithheldPart_StandsAtIt_AndARemovedOneIsGone()
    {
        await service.NoRequestsAsync();
        var address = "/foi/" + await service.LogAsync(GivenFoi.Seed000);

        var page = await service
            .Officer()
            .PostAndStayAsync(
                address + "/draft",
                ("Version", "1"),
                ("Answers[0].Text", "a"),
                ("Answers[1].Text", "b"),
                ("Answers[1].Withheld[0].What", "gone"),
                ("Answers[1].Withheld[0].Section", "40"),
                ("Answers[1].Withheld[0].Remove", "yes"),
                ("Answers[1].Withheld[1].What", "the list"),
                ("Answers[1].Withheld[1].Section", "21")
            );

        Assert.Equal(["Enter where the information can be found"], page.Errors());
        Assert.Equal("the list", page.Typed("Answers[1].Withheld[0].What"));
        Assert.NotNull(page.QuerySelector("#Answers_1__Withheld_0__Address.govuk-input--error"));
        Assert.Equal("", page.Typed("Answers[1].Withheld[1].What") ?? "");
    }

    [Fact]
    public async Task Post_Clarification_AskedAndAnswered_StartsTheClockAgain()
    {
        await service.NoRequestsAsync();
        service.Clock.Now = GivenFoi.Noon(new(2021, 2, 10));
        var address = "/foi/" + await service.LogAsync(GivenFoi.Seed000);
        Assert.Equal(
            ["Enter what you ask the requester"],
            (await service.Officer().PostAndStayAsync(address + "/clarification", ("Version", "1"), ("IsAnswer", "false"))).Errors()
        );
        await service
            .Officer()
            .PostAndFollowAsync(address + "/clarification", ("Version", "1"), ("IsAnswer", "false"), ("Question", "Which areas?"));
        service.Clock.Now = GivenFoi.Noon(new(2021, 3, 30));
        var page = await service.Office(Roles.MonitoringOfficer).GetPageAsync(address + "/clarification");
        Assert.Contains("You asked on 10 February 2021: Which areas?", page.Texts("main p"));

        await service
            .Office(Roles.MonitoringOfficer)
            .PostAndFollowAsync(
                address + "/clarification",
                ("Version", "2"),
                ("IsAnswer", "true"),
                ("Clarified", page.Typed("Clarified")!.TrimStart('\n')),
                ("AnsweredOn.Day", "29"),
                ("AnsweredOn.Month", "mar"),
                ("AnsweredOn.Year", "2021")
            );

        var request = await service.ReadAsync((ReportingContext db) => db.FoiRequests.SingleAsync());
        Assert.Equal((new DateOnly(2021, 4, 28), 2), (request.DueOn, request.Details.Questions.Count));
    }

    [Fact]
    public async Task Post_ExtensionAndReview_AreOnTheRecord()
    {
        await service.NoRequestsAsync();
        service.Clock.Now = GivenFoi.Noon(new(2021, 3, 3));
        var address = "/foi/" + await service.LogAsync(GivenFoi.Seed000);
        Assert.Equal(
            ["Select the qualified exemption whose public interest you weigh", "Enter why more time is needed", "Enter the new date"],
            (await service.Officer().PostAndStayAsync(address + "/extend", ("Version", "1"))).Errors()
        );
        await service
            .Officer()
            .PostAndFollowAsync(
                address + "/extend",
                ("Version", "1"),
                ("Section", "31"),
                ("Reason", "We ask the force."),
                ("To.Day", "1"),
                ("To.Month", "4"),
                ("To.Year", "2021")
            );
        await service
            .Officer()
            .PostAndFollowAsync(address + "/draft", ("Version", "2"), ("Answers[0].Text", "a"), ("Answers[1].IsHeld", "no"));
        await service
            .Officer()
            .PostAndFollowAsync(
                address + "/send",
                ("Version", "3"),
                ("AnsweredOn.Day", "3"),
                ("AnsweredOn.Month", "3"),
                ("AnsweredOn.Year", "2021")
            );
        await service
            .Officer()
            .PostAndFollowAsync(
                address + "/review",
                ("Version", "4"),
                ("IsAnswer", "false"),
                ("AskedOn.Day", "3"),
                ("AskedOn.Month", "3"),
                ("AskedOn.Year", "2021")
            );
        Assert.Contains(
            "Due in 20 working days: Thursday 1 April 2021.",
            (await service.Officer().GetPageAsync(address)).Texts(".govuk-inset-text")
        );
        await service
            .Officer()
            .PostAndFollowAsync(
                address + "/review",
                ("Version", "5"),
                ("IsAnswer", "true"),
                ("Outcome", "Upheld"),
                ("Found", "It is right."),
                ("ReviewedOn.Day", "3"),
                ("ReviewedOn.Month", "3"),
                ("ReviewedOn.Year", "2021")
            );

        var page = await service.Officer().GetPageAsync(address);
        Assert.Contains("Asked for on 3 March 2021, due by 1 April 2021. Answered on 3 March 2021: The answer stands.", page.Texts("dd"));
        Assert.StartsWith(
            "Extended to 1 April 2021 to weigh the public interest of section 31: We ask the force.",
            page.Texts("main ol li")[4]
        );
        Assert.Equal(
            [
                "FoiRequestReceived",
                "FoiRequestExtended",
                "FoiAnswerDrafted",
                "FoiRequestAnswered",
                "FoiReviewRequested",
                "FoiRequestReviewed",
            ],
            await service.ReadAsync(
                (ReportingContext db) =>
                    db
                        .EventLog.Where(e => e.Aggregate == db.FoiRequests.Single().Id)
                        .OrderBy(e => e.Version)
                        .Select(e => e.Type)
                        .ToListAsync()
            )
        );
        Assert.Equal($"/foi/FOI-2021-001", (await service.Officer().GetAsync(address + "/review")).Headers.Location?.OriginalString);
    }
}
