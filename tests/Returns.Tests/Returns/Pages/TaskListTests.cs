using System.Net;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public class TaskListTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Get_OpenReturn_ListsEveryTaskAndTheDueDay()
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Editor.GetPageAsync(owed.Address);
        Assert.Equal("Return for Q1 2024/25: Apr 2024 - Jun 2024", page.Text("h1"));
        Assert.Equal("This return is due by the end of Wednesday 31 July 2024.", page.Text(".govuk-inset-text"));
        Assert.Equal(
            ["Target hardening", "Crimestoppers campaign", "The quarter as a whole", "Hand over", "This return"],
            page.Texts("h2.govuk-heading-m")
        );
        Assert.Equal(
            [
                "Progress",
                "Spending",
                "Outputs",
                "Things bought",
                "Progress",
                "Spending",
                "Outputs",
                "Things bought",
                "Outcomes and risks",
                "Match funding received",
                "Underspend",
                "Overall rating",
                "Attachments",
                "Check answers and hand over to your lead",
            ],
            page.Texts(".govuk-task-list__name-and-hint")
        );
        Assert.Equal(
            [.. Enumerable.Repeat("Not started", 9), "Optional", .. Enumerable.Repeat("Not started", 2), "Optional", "Not started"],
            page.Texts(".govuk-task-list__status")
        );
        Assert.Contains("You have completed 0 of 11 tasks.", page.Texts("p"));
    }

    [Fact]
    public async Task Get_SomeAnswered_SaysWhichAreCompletedAndWhichAreBegun()
    {
        var owed = await service.OpenReturnAsync();
        await service.Editor.PostAndFollowAsync(owed.PageOf(Given.Hardening), owed.Answers(("Status", "Complete")));
        await service.Editor.PostAndFollowAsync(
            owed.PageOf(Given.Hardening, "outputs"),
            owed.Answers(("Achieved[0]", "131"), ("Achieved[1]", "7"))
        );
        await service.Editor.PostAndFollowAsync($"{owed.Address}/outcomes", owed.Answers(("Outcomes", ""), ("Risks", "The weather")));
        var page = await service.Editor.GetPageAsync(owed.Address);
        // 7 of exactly 14 trained, and yet called complete: that needs an explanation.
        Assert.Equal(
            ["Progress", "Spending", "Outputs", "Things bought", "Explain your figures"],
            page.Texts(".govuk-task-list__name-and-hint").Take(5)
        );
        Assert.Equal(
            ["Completed", "Not started", "Completed", "Not started", "Not started"],
            page.Texts(".govuk-task-list__status").Take(5)
        );
        Assert.Equal("In progress", page.Texts(".govuk-task-list__status")[9]);
        Assert.Contains("You have completed 2 of 12 tasks.", page.Texts("p"));
    }

    [Theory]
    [InlineData(7, 31, 23, "This return is due by the end of Wednesday 31 July 2024.")]
    [InlineData(8, 1, 0, "This return is 1 working day overdue. It was due on Wednesday 31 July 2024.")]
    [InlineData(8, 5, 9, "This return is 3 working days overdue. It was due on Wednesday 31 July 2024.")]
    public async Task Get_AroundTheDueDate_SaysHowLateItIs(int month, int day, int hour, string words)
    {
        var owed = await service.OpenReturnAsync();
        service.Clock.Now = Given.In(2024, month, day, hour);
        Assert.Equal(words, (await service.Editor.GetPageAsync(owed.Address)).Text(".govuk-inset-text"));
    }

    [Fact]
    public async Task Get_NotOpenYet_SaysWhenAndOffersNoTask()
    {
        await service.OpenReturnAsync();
        service.Clock.Now = Given.In(2024, 4, 9);
        var later = (await service.GrantAsync(Given.Grant(new(2024, 7, 1), new(2024, 9, 30), service.Clock.Now)))[0];
        var page = await service.Editor.GetPageAsync(later.Address);
        Assert.Equal(
            "This return can be filled in from Tuesday 1 October 2024. It is due on Thursday 31 October 2024.",
            page.Text(".govuk-inset-text")
        );
        Assert.Empty(page.QuerySelectorAll(".govuk-task-list"));
        Assert.Equal(later.Address, (await service.Editor.GetAsync(later.PageOf(Given.Hardening))).Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Get_ExtendedAndNotRequired_AreSaidInWords()
    {
        var owed = await service.OpenReturnAsync();
        await service.ActAsync(owed, r => r.Extend(new(2024, 8, 16), "Staff were ill", Given.Officer, service.Clock.Now));
        Assert.Contains(
            "It was given more time: it was due on Wednesday 31 July 2024 at first, and then on Friday 16 August 2024.",
            (await service.Editor.GetPageAsync(owed.Address)).Texts("p")
        );
        await service.ActAsync(owed, r => r.NotRequire("The grant was given back", onPaper: false, Given.Officer, service.Clock.Now));
        var page = await service.Editor.GetPageAsync(owed.Address);
        Assert.Equal(
            "This return is not required. You do not have to do anything. The grant was given back",
            page.Text(".govuk-inset-text")
        );
        Assert.Empty(page.QuerySelectorAll(".govuk-task-list"));
    }

    [Fact]
    public async Task Get_SentBack_SaysWhyOnTopAndInTheRowAndLocksTheRest()
    {
        var owed = await service.OpenReturnAsync();
        await service.SubmitAsync(owed);
        await service.SendBackAsync(
            owed,
            new SectionNote(Given.Hardening.Id.ToString(), "Which streets?"),
            new SectionNote("rating", "Why green?")
        );
        var page = await service.Editor.GetPageAsync(owed.Address);
        Assert.Contains("Target hardening: Which streets?", page.Texts(".govuk-inset-text li"));
        Assert.Equal(
            ["ProgressWhich streets?", "Spending", "Outputs", "Things bought", "Explain your figures", "Progress"],
            page.Texts(".govuk-task-list__name-and-hint").Take(6)
        );
        Assert.Equal(
            [
                .. Enumerable.Repeat("Sent back", 5),
                .. Enumerable.Repeat("As submitted", 8),
                "Sent back",
                "As submitted",
                .. Enumerable.Repeat("Not started", 3),
            ],
            page.Texts(".govuk-task-list__status")
        );
        Assert.DoesNotContain("There is nothing to report for this quarter", page.Texts("main a"));
        Assert.Equal(owed.Address, (await service.Editor.GetAsync(owed.PageOf(Given.Campaign))).Headers.Location!.OriginalString);
        var sent = await service.ReturnAsync(owed.Id);
        Assert.Equal(
            ["Crimestoppers campaign was not sent back, and stays as it was submitted"],
            (await service.Editor.PostAndStayAsync(owed.PageOf(Given.Campaign), sent.Answers(("Status", "Delayed")))).Errors()
        );

        service.Clock.Now += TimeSpan.FromMinutes(1);
        await service.Editor.PostAndFollowAsync(
            owed.PageOf(Given.Hardening),
            sent.Answers(("Status", "OnTrack"), ("Narrative", "The High Street"))
        );
        Assert.Equal("Completed", (await service.Editor.GetPageAsync(owed.Address)).Texts(".govuk-task-list__status")[0]);
    }

    [Fact]
    public async Task Get_AnotherPartnershipsReturn_IsNotFoundOnEveryPage()
    {
        var owed = await service.OpenReturnAsync(Given.Blaby);
        string[] pages =
        [
            "",
            "/check-answers",
            "/decline",
            "/submitted",
            "/history",
            "/submissions/1",
            "/submissions/1.json",
            "/submissions/2/changes",
            "/outcomes",
            "/match-funding",
            "/underspend",
            "/rating",
            "/nil",
        ];
        string[] lines =
        [
            "progress",
            "spending",
            "outputs",
            "assets",
            "adjustments",
            "explanation",
            $"assets/{Guid.NewGuid()}",
            $"assets/{Guid.NewGuid()}/remove",
            $"adjustments/{Guid.NewGuid()}",
        ];
        foreach (var address in pages.Select(p => owed.Address + p).Concat(lines.Select(l => owed.PageOf(Given.Hardening, l))))
            Assert.Equal((HttpStatusCode.NotFound, address), ((await service.Lead.GetAsync(address)).StatusCode, address));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await service.Editor.PostAsync(owed.PageOf(Given.Hardening), owed.Answers(("Status", "OnTrack")))).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead.PostAsync($"{owed.Address}/check-answers?handler=Submit")).StatusCode);
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).Version);
    }

    [Theory]
    [InlineData("2024-25-q2")]
    [InlineData("2024-26-q1")]
    [InlineData("2024-25-q5")]
    [InlineData("q1")]
    public async Task Get_NoSuchQuarter_IsNotFound(string quarter)
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor.GetAsync($"/returns/{owed.GrantReference}/{quarter}")).StatusCode);
    }

    [Fact]
    public async Task Get_ByTheOfficeOrTheChair_IsReadOnly()
    {
        var owed = await service.OpenReturnAsync();
        await service.SubmitAsync(owed);
        foreach (
            var reader in new[]
            {
                service.Officer,
                service.As(new(Guid.NewGuid(), "Chair"), Given.Melton, Roles.PartnerChair),
                service.As(new(Guid.NewGuid(), "Board"), null, Roles.Board),
            }
        )
        {
            var page = await reader.GetPageAsync(owed.Address);
            Assert.Empty(page.QuerySelectorAll(".govuk-task-list, main form, .govuk-summary-list__actions"));
            Assert.Contains("£1,200", page.Texts("dd"));
            Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync(owed.PageOf(Given.Hardening))).StatusCode);
        }
    }

    [Fact]
    public async Task Get_WithoutACallerToken_IsUnauthorized() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await service.AsNobody().GetAsync("/returns")).StatusCode);
}
