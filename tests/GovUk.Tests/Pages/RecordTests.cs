using Xunit;

namespace Platform.GovUk.Tests.Pages;

/// <summary>The tag helpers that show things.</summary>
public sealed class RecordTests(Host host)
{
    [Fact]
    public async Task SummaryList_Rows_ChangeOrAskForWhatIsMissing()
    {
        using var page = await host.GetAsync("/bids/record");
        var rows = page.QuerySelector(".govuk-summary-list")!.QuerySelectorAll(".govuk-summary-list__row");
        Assert.Equal("Safer & stronger", rows[0].QuerySelector("dd")!.TextContent);
        Assert.Equal("Change title", rows[0].QuerySelector("a")!.TextContent);
        Assert.Equal("/bids/cost", rows[1].QuerySelector("dd.govuk-summary-list__value a")!.GetAttribute("href"));
        Assert.Equal("Enter a cost", rows[1].QuerySelector("a")!.TextContent);
        Assert.Null(rows[1].QuerySelector(".govuk-summary-list__actions"));
        Assert.Contains("govuk-summary-list__row--no-actions", rows[2].ClassList);

        var card = page.QuerySelector(".govuk-summary-card")!;
        Assert.Equal("Intervention 1", card.QuerySelector("h2")!.TextContent);
        Assert.Equal(["Change (Intervention 1)", "Remove (Intervention 1)"], card.QuerySelectorAll("a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task TaskList_Statuses_AreWrittenAsThePatternSays()
    {
        using var page = await host.GetAsync("/bids/record");
        var tasks = page.QuerySelector(".govuk-task-list")!.QuerySelectorAll("li");
        string? Tag(int task) => tasks[task].QuerySelector(".govuk-tag")?.ClassName;
        Assert.Equal(
            [null, "govuk-tag", "govuk-tag govuk-tag--grey", "govuk-tag govuk-tag--red", null],
            Enumerable.Range(0, 5).Select(Tag)
        );
        Assert.Null(tasks[4].QuerySelector("a"));
        Assert.NotNull(tasks[4].QuerySelector(".govuk-task-list__status--cannot-start-yet"));
        Assert.Equal("task-list-2-hint task-list-2-status", tasks[1].QuerySelector("a")!.GetAttribute("aria-describedby"));
        var ids = page.QuerySelectorAll("[id]")
            .Where(element => element.Id!.StartsWith("task-list", StringComparison.Ordinal))
            .Select(element => element.Id)
            .ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task SmallThings_Rendered_AreThere()
    {
        using var page = await host.GetAsync("/bids/record");
        Assert.Null(page.QuerySelector(".govuk-error-summary"));
        Assert.Equal("Bid submitted", page.QuerySelector("h1.govuk-panel__title")!.TextContent);
        Assert.Equal("B-1", page.QuerySelector(".govuk-panel__body strong")!.TextContent);
        Assert.Equal("alert", page.QuerySelector(".govuk-notification-banner--success")!.GetAttribute("role"));
        Assert.Equal("Ready to certify", page.QuerySelector(".govuk-tag--purple")!.TextContent);
        Assert.Equal("noon", page.QuerySelector(".govuk-inset-text b")!.TextContent);
        Assert.Contains("You cannot undo this", page.QuerySelector(".govuk-warning-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Help", page.QuerySelector("details summary")!.TextContent);
        Assert.Equal("/start", page.QuerySelector("a.govuk-button--start")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("button.govuk-button--warning"));
        Assert.Equal("This bid", page.QuerySelector(".govuk-breadcrumbs [aria-current=page]")!.TextContent);
    }

    [Fact]
    public async Task Table_WithNamesOfColumns_IsCardsOnATelephone_AndStillATable()
    {
        using var page = await host.GetAsync("/bids/record");
        var tables = page.QuerySelectorAll(".platform-table-scroll > table");
        Assert.Equal(["govuk-table platform-cards", "govuk-table"], tables.Select(t => t.ClassName));
        Assert.Equal(["R&D", "", null, null], tables[0].QuerySelectorAll("tbody td").Select(cell => cell.GetAttribute("data-label")));
        Assert.Equal(
            ["table", "rowgroup", "row", "columnheader", "rowheader", "cell"],
            new[] { "table", "tbody", "tr", "[scope=col]", "[scope=row]", "td" }.Select(part =>
                page.QuerySelector(part)!.GetAttribute("role")
            )
        );
    }

    [Fact]
    public async Task Pagination_NinePages_ShowsNeighboursAndEnds()
    {
        using var page = await host.GetAsync("/bids/record");
        var navigation = Assert.Single(page.QuerySelectorAll("nav.govuk-pagination"));
        Assert.Equal(["1", "⋯", "4", "5", "6", "⋯", "9"], navigation.QuerySelectorAll("li").Select(item => item.TextContent));
        Assert.Equal("?q={x}&page=4", navigation.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
        Assert.Equal("5", navigation.QuerySelector("[aria-current=page]")!.TextContent);
    }
}
