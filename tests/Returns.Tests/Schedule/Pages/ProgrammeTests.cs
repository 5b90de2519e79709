using AngleSharp.Html.Dom;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Schedule.Pages;

public class ProgrammeTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Get_AProgramme_ShowsItsRulesToBeChanged()
    {
        var (name, _) = await service.ProgrammeAsync();
        var list = await service.Officer.GetPageAsync("/returns/programmes");
        Assert.Contains(
            list.Texts("tbody tr"),
            row => row == $"{name} The last day of the month after the quarter 8 reminders Above 10% and £500"
        );
        var page = await service.Officer.GetPageAsync(AddressOf(name));
        Assert.NotNull(page.QuerySelector("input[value=LastDayOfMonthAfter][checked]"));
        Assert.Equal(
            ("10", "500", 8),
            (
                page.Typed("Form.VariancePercent"),
                page.Typed("Form.VarianceFloor"),
                page.QuerySelectorAll("fieldset > legend.govuk-fieldset__legend--s")
                    .Count(l => l.TextContent.StartsWith("Reminder", StringComparison.Ordinal))
            )
        );
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await service.Officer.GetAsync("/returns/programmes/None")).StatusCode);
    }

    [Fact]
    public async Task Get_ANameWithASlash_IsFound()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 6, 30), service.Clock.Now, programme: "Fund & more 2025/26"));
        var link = (await service.Officer.GetPageAsync("/returns/programmes"))
            .QuerySelectorAll("tbody a")
            .Single(a => a.TextContent == "Fund & more 2025/26");
        Assert.Contains("Fund & more 2025/26", (await service.Officer.GetPageAsync(link.GetAttribute("href")!)).Title);
    }

    [Fact]
    public async Task Post_AnotherRule_ShowsItsDatesBeforeItIsSaved()
    {
        var (name, returns) = await service.ProgrammeAsync();
        var page = await service.Officer.PostAndStayAsync(
            AddressOf(name),
            Fields("SecondFridayOfMonthAfter", [("10", "before", "partner-editor"), ("3", "after", "partner-lead")])
        );
        Assert.Equal("Check the dates before you save", page.Text("h1"));
        Assert.Equal(
            [
                "What",
                "Q1 2024/25: Apr 2024 - Jun 2024",
                "Q2 2024/25: Jul 2024 - Sep 2024",
                "Q3 2024/25: Oct 2024 - Dec 2024",
                "Q4 2024/25: Jan 2025 - Mar 2025",
            ],
            page.Texts("thead th")
        );
        Assert.Equal(
            [
                "Opens Monday 1 July 2024 Tuesday 1 October 2024 Wednesday 1 January 2025 Tuesday 1 April 2025",
                "Due Friday 12 July 2024 Friday 11 October 2024 Friday 10 January 2025 Friday 11 April 2025",
                "10 working days before the due date Not sent: before it opens Not sent: before it opens Not sent: before it opens Not "
                    + "sent: before it opens",
                "3 working days after the due date Wednesday 17 July 2024 Wednesday 16 October 2024 Wednesday 15 January 2025 Wednesday "
                    + "16 April 2025",
            ],
            page.Texts("tbody tr")
        );
        Assert.StartsWith("4 returns that have not opened get another due date.", page.Text(".govuk-inset-text"));
        Assert.Equal(returns.Select(r => r.DueOn), await DueAsync(returns));
        Assert.Equal(1, (await service.RulesAsync(name)).Version);

        Assert.Equal("/returns/programmes", await service.Officer.PostAndFollowAsync(AddressOf(name), [.. Posted(page), ("step", "save")]));
        Assert.Equal([new(2024, 7, 12), new(2024, 10, 11), new(2025, 1, 10), new(2025, 4, 11)], await DueAsync(returns));
        var saved = await service.RulesAsync(name);
        Assert.Equal([(-10, "partner-editor"), (3, "partner-lead")], saved.Ladder.Select(r => (r.WorkingDays, Assert.Single(r.Audience))));
    }

    [Fact]
    public async Task Post_RowsAddedAndRemoved_KeepWhatWasTypedAndSaveNothing()
    {
        var (name, _) = await service.ProgrammeAsync();
        var fields = Fields("LastDayOfMonthAfter", [("7", "before", "partner-editor"), ("x", "after", "partner-lead")]);
        var page = await service.Officer.PostAndStayAsync(AddressOf(name), [.. fields, ("add", "reminder")]);
        Assert.Equal(["7", "x", ""], Enumerable.Range(0, 3).Select(i => page.Typed($"Form.Rows[{i}].Days") ?? ""));
        page = await service.Officer.PostAndStayAsync(AddressOf(name), [.. fields, ("remove", "0")]);
        Assert.Equal("x", page.Typed("Form.Rows[0].Days"));
        Assert.NotNull(page.QuerySelector("input[name='Form.Rows[0].Audience'][value=partner-lead][checked]"));
        Assert.Empty(page.QuerySelectorAll("[name='Form.Rows[1].Days']"));
        Assert.Equal(8, (await service.RulesAsync(name)).Ladder.Count);
    }

    [Fact]
    public async Task Post_AnEmptyLadder_ChasesNobody()
    {
        var (name, _) = await service.ProgrammeAsync();
        var page = await service.Officer.PostAndStayAsync(AddressOf(name), Fields("LastDayOfMonthAfter", []));
        Assert.Contains("Nobody is reminded", page.Texts("dd"));
        await service.Officer.PostAndFollowAsync(AddressOf(name), [.. Posted(page), ("step", "save")]);
        Assert.Empty((await service.RulesAsync(name)).Ladder);
        page = await service.Officer.GetPageAsync(AddressOf(name));
        Assert.Equal("There are no reminders: nobody is written to.", page.Text(".govuk-inset-text"));
    }

    [Fact]
    public async Task Post_WhatIsWrong_IsSaidBesideItsFieldAndNothingIsLost()
    {
        var (name, _) = await service.ProgrammeAsync();
        var page = await service.Officer.PostAndStayAsync(
            AddressOf(name),
            [
                .. Fields("WorkingDaysAfterQuarter", [("200", "after", "partner-lead"), ("5", "after", "")]),
                ("Form.WorkingDays", "soon"),
                ("step", "save"),
            ]
        );
        Assert.Equal(
            [
                "Working days after the quarter must be a whole number",
                "Working days of reminder 1 must be 120 or less",
                "Select who is written to in reminder 2",
            ],
            page.Errors()
        );
        Assert.Equal(("soon", "200"), (page.Typed("Form.WorkingDays"), page.Typed("Form.Rows[0].Days")));
        page = await service.Officer.PostAndStayAsync(
            AddressOf(name),
            Fields("LastDayOfMonthAfter", [("5", "after", "partner-lead"), ("5", "after", "partner-editor")])
        );
        Assert.Equal(["Each day of the ladder must be different"], page.Errors());
        Assert.Equal("#Form_Rows_1__Days", page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href"));
        Assert.Equal(1, (await service.RulesAsync(name)).Version);
    }

    [Theory]
    [InlineData("preview")]
    [InlineData("save")]
    public async Task Post_ChangedByAColleagueMeanwhile_ShowsBothAndSavesOnlyOnTheSecondWord(string step)
    {
        var (name, _) = await service.ProgrammeAsync();
        var mine = Fields("SecondFridayOfMonthAfter", [("3", "after", "partner-lead")]);
        await service.Officer.PostAndFollowAsync(
            AddressOf(name),
            [.. Fields("LastDayOfMonthAfter", [("4", "after", "partner-chair")]), ("step", "save")]
        );
        var page = await service.Officer.PostAndStayAsync(AddressOf(name), [.. mine, ("step", step)]);
        Assert.StartsWith("Someone else changed this programme", Assert.Single(page.Errors()));
        Assert.Contains("4 working days after the due date: the chair", page.Texts("dd li"));
        Assert.Equal(("2", "3"), (page.Typed("Version"), page.Typed("Form.Rows[0].Days")));
        Assert.Equal(DueRuleKind.LastDayOfMonthAfter, (await service.RulesAsync(name)).DueRule.Kind);
        await service.Officer.PostAndFollowAsync(AddressOf(name), [("Version", "2"), .. mine[1..], ("step", "save")]);
        Assert.Equal(DueRuleKind.SecondFridayOfMonthAfter, (await service.RulesAsync(name)).DueRule.Kind);
    }

    private static string AddressOf(string name) => $"/returns/programmes/{Uri.EscapeDataString(name)}";

    private static (string, string)[] Fields(string kind, (string Days, string Side, string Role)[] rows) =>
        [
            ("Version", "1"),
            ("Form.Kind", kind),
            ("Form.VariancePercent", "10"),
            ("Form.VarianceFloor", "£500"),
            .. rows.Index()
                .SelectMany(r =>
                    new[]
                    {
                        ($"Form.Rows[{r.Index}].Days", r.Item.Days),
                        ($"Form.Rows[{r.Index}].Side", r.Item.Side),
                        ($"Form.Rows[{r.Index}].Audience", r.Item.Role),
                    }
                ),
        ];

    // What the page that checks would post.
    private static IEnumerable<(string, string)> Posted(IHtmlDocument page) =>
        page.QuerySelectorAll("main form input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));

    private async Task<IReadOnlyList<DateOnly>> DueAsync(IReadOnlyList<Platform.Returns.Returns.Return> returns)
    {
        var due = new List<DateOnly>();
        foreach (var owed in returns)
            due.Add((await service.ReturnAsync(owed.Id)).DueOn);
        return due;
    }
}
