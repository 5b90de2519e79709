using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Tests.Foi.Pages;

/// <summary>Two officers working on one request, or one who presses twice: nothing typed is lost, nothing is done twice.</summary>
public sealed class FoiTwoOfficersTests(RunningService<ReportingService> service)
{
    /// <summary>A colleague was faster: what an officer has typed is on the page, whatever the request has become.</summary>
    [Theory]
    [InlineData("clarification", "IsAnswer", "false", "Question")]
    [InlineData("extend", "Section", "31", "Reason")]
    [InlineData("draft", "Answers[1].Text", "b", "Answers[0].Text")]
    public async Task Post_AfterAColleagueWithdrewIt_KeepsWhatWasTyped(string page, string other, string value, string field)
    {
        await service.NoRequestsAsync();
        service.Clock.Now = GivenFoi.Noon(new(2021, 3, 3));
        var address = "/foi/" + await service.LogAsync(GivenFoi.Seed000);
        await service.Office(Roles.MonitoringOfficer).PostAndFollowAsync(address + "/withdraw", ("Version", "1"));

        var form = await service
            .Officer()
            .PostAndStayAsync($"{address}/{page}", ("Version", "1"), (other, value), (field, "Half an hour of work"));

        Assert.Contains(form.Errors(), e => e.Contains("has changed this request since you opened this page", StringComparison.Ordinal));
        Assert.Equal("Half an hour of work", form.Typed(field)?.Trim());
        Assert.Contains(
            "This request was withdrawn",
            (
                await service
                    .Officer()
                    .PostAndStayAsync($"{address}/{page}", ("Version", "2"), (other, value), (field, "Half an hour of work"))
            ).Errors()
        );
    }

    [Fact]
    public async Task Post_PressedTwice_IsNotAnError()
    {
        await service.NoRequestsAsync();
        service.Clock.Now = GivenFoi.Noon(new(2021, 3, 3));
        var address = "/foi/" + await service.LogAsync(GivenFoi.Seed000);
        await TwiceAsync("/clarification", ("Version", "1"), ("IsAnswer", "false"), ("Question", "Which areas?"));
        await TwiceAsync(
            "/clarification",
            ("Version", "2"),
            ("IsAnswer", "true"),
            ("Clarified", "1. Which areas?\n2. Which cameras?"),
            ("AnsweredOn.Day", "3"),
            ("AnsweredOn.Month", "3"),
            ("AnsweredOn.Year", "2021")
        );
        await TwiceAsync(
            "/extend",
            ("Version", "3"),
            ("Section", "31"),
            ("Reason", "We ask."),
            ("To.Day", "21"),
            ("To.Month", "4"),
            ("To.Year", "2021")
        );
        await TwiceAsync("/draft", ("Version", "4"), ("Answers[0].Text", " a "), ("Answers[1].IsHeld", "no"));
        await TwiceAsync("/send", ("Version", "5"), ("AnsweredOn.Day", "3"), ("AnsweredOn.Month", "3"), ("AnsweredOn.Year", "2021"));
        await TwiceAsync("/publish", ("Version", "6"), ("Questions[0]", "Areas?"), ("Questions[1]", "Cameras?"));
        await TwiceAsync(
            "/review",
            ("Version", "7"),
            ("IsAnswer", "false"),
            ("AskedOn.Day", "3"),
            ("AskedOn.Month", "3"),
            ("AskedOn.Year", "2021")
        );
        await TwiceAsync(
            "/review",
            ("Version", "8"),
            ("IsAnswer", "true"),
            ("Outcome", "Upheld"),
            ("Found", "Right."),
            ("ReviewedOn.Day", "3"),
            ("ReviewedOn.Month", "3"),
            ("ReviewedOn.Year", "2021")
        );
        Assert.Equal(9, await service.ReadAsync((ReportingContext db) => db.FoiRequests.Select(r => r.Version).SingleAsync()));

        async Task TwiceAsync(string page, params (string, string)[] form)
        {
            for (var time = 0; time < 2; time++)
                Assert.Equal(address, await service.Officer().PostAndFollowAsync(address + page, form));
        }
    }

    [Fact]
    public async Task Post_New_SecondPress_IsOneRequest()
    {
        await service.NoRequestsAsync();
        var id = (await service.Officer().GetPageAsync("/foi/new")).Typed("RequestId")!;
        (string, string)[] form =
        [
            ("RequestId", id),
            ("Subject", "CCTV"),
            ("Questions", "What?"),
            ("Name", "Jo"),
            ("Contact", "1 Street\nTown"),
            ("ReceivedOn.Day", "4"),
            ("ReceivedOn.Month", "2"),
            ("ReceivedOn.Year", "2021"),
        ];

        var addresses = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => service.Officer().PostAndFollowAsync("/foi/new", form)));

        Assert.All(addresses, a => Assert.Equal("/foi/FOI-2021-001", a));
        Assert.Equal("FOI-2021-002", await service.LogAsync(GivenFoi.Seed000));

        // Another letter, typed into the same page after going back.
        Assert.Equal(
            "/foi/FOI-2021-003",
            await service.Officer().PostAndFollowAsync("/foi/new", [.. form[..3], ("Name", "Al"), .. form[4..]])
        );
    }

    [Fact]
    public async Task Post_Correct_AfterAColleague_ShowsBoth_ThenSaves()
    {
        await service.NoRequestsAsync();
        var address = "/foi/" + await service.LogAsync(GivenFoi.Seed002);
        var form = await service.Officer().GetPageAsync(address + "/correct");
        Assert.Equal("Jo Marsh", form.Typed("Name"));
        Assert.StartsWith("1. The current total number", form.Typed("Questions")!.Trim());
        (string, string)[] rest =
        [
            ("Questions", "What?"),
            ("Contact", "1 Street"),
            ("ReceivedOn.Day", "10"),
            ("ReceivedOn.Month", "5"),
            ("ReceivedOn.Year", "2021"),
        ];
        await service
            .Officer()
            .PostAndFollowAsync(address + "/correct", [("Version", "1"), ("Subject", "Hers"), ("Name", "Jo Marsh"), .. rest]);

        var page = await service
            .Officer()
            .PostAndStayAsync(address + "/correct", [("Version", "1"), ("Subject", "Mine"), ("Name", "Joe Marsh"), .. rest]);

        Assert.Contains("Hers", page.Texts("dd"));
        Assert.Equal(("Mine", "Joe Marsh", "2"), (page.Typed("Subject"), page.Typed("Name"), page.Typed("Version")));
        Assert.Equal(
            address,
            await service
                .Officer()
                .PostAndFollowAsync(address + "/correct", [("Version", "2"), ("Subject", "Mine"), ("Name", "Joe Marsh"), .. rest])
        );
        var wrong = await service
            .Officer()
            .PostAndStayAsync(address + "/correct", ("Version", "3"), ("Subject", ""), ("ReceivedOn.Day", "10"));
        Assert.Equal(
            ["The day on which it was received must include a month and year", "Enter what the request is about"],
            wrong.Errors().Take(2)
        );
    }
}
