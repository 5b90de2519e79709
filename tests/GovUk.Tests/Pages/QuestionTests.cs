using AngleSharp.Dom;
using Xunit;

namespace Platform.GovUk.Tests.Pages;

/// <summary>Fields on a real page: what they show first, and what they show after a post that was refused.</summary>
public sealed class QuestionTests(Host host)
{
    [Fact]
    public async Task Get_KeptValues_AreShown()
    {
        using var page = await host.GetAsync("/bids/question");
        Assert.Null(page.QuerySelector(".govuk-error-summary"));
        Assert.Equal("Describe the intervention - Community safety funding", page.Title);

        var title = page.GetElementById("Title")!;
        Assert.Equal("Kept <title>", title.GetAttribute("value"));
        Assert.Equal("100", title.GetAttribute("maxlength"));
        Assert.Equal("a \"b\"", title.GetAttribute("data-note"));
        Assert.Contains("govuk-input--width-20", title.ClassList);
        Assert.Equal("Title-hint", title.GetAttribute("aria-describedby"));

        Assert.Equal("Total cost (optional)", page.QuerySelector("label[for=Cost]")!.TextContent);
        Assert.Equal("false", page.GetElementById("Cost")!.GetAttribute("spellcheck"));
        Assert.Equal(
            ["£", "a year"],
            page.QuerySelectorAll(".govuk-input__prefix, .govuk-input__suffix").Select(affix => affix.TextContent)
        );

        Assert.Equal(["1", "4", "2026"], page.QuerySelectorAll(".govuk-date-input__input").Select(box => box.GetAttribute("value")));
        Assert.Equal(
            ["StartsOn.Day", "StartsOn.Month", "StartsOn.Year"],
            page.QuerySelectorAll(".govuk-date-input__input").Select(box => box.GetAttribute("name"))
        );
        Assert.Equal("group", page.GetElementById("StartsOn")!.Closest("fieldset")!.GetAttribute("role"));

        Assert.Equal("\nLine one\nLine two", page.GetElementById("Summary")!.TextContent);
        Assert.Equal("500", page.GetElementById("Summary")!.Closest(".govuk-character-count")!.GetAttribute("data-maxlength"));
        Assert.Null(page.GetElementById("Notes")!.Closest(".govuk-character-count"));
        Assert.Equal("charnwood", page.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(["again", "true", "vawg"], page.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")));
        Assert.Equal("Continued & changed", page.QuerySelector("label[for=Kind-3]")!.TextContent);
        Assert.Equal("or", page.QuerySelector(".govuk-radios__divider")!.TextContent);
        Assert.Equal("new-password", page.GetElementById("Password")!.GetAttribute("autocomplete"));
        Assert.Equal(".pdf", page.GetElementById("Letter")!.GetAttribute("accept"));

        var buttons = page.QuerySelectorAll("form[novalidate] button.govuk-button[type=submit]");
        Assert.Equal(["continue", "later"], buttons.Select(button => button.GetAttribute("value")));
        Assert.All(buttons, button => Assert.Equal("true", button.GetAttribute("data-prevent-double-click")));
    }

    [Fact]
    public async Task Post_Wrong_ShowsErrorsInTheOrderOfThePageAndKeepsInput()
    {
        using var page = await host.PostAsync(
            "/bids/question",
            ("Title", "  <b>much too long for a title"),
            ("Cost", "a lot"),
            ("Password", "hunter2"),
            ("StartsOn.Day", "1"),
            ("StartsOn.Month", "xyz"),
            ("StartsOn.Year", "2026"),
            ("Summary", ""),
            ("Area", "melton"),
            ("Agreed", "false")
        );

        Assert.Equal("Error: Describe the intervention - Community safety funding", page.Title);
        var summary = page.QuerySelector(".govuk-error-summary")!;
        Assert.True(summary.CompareDocumentPosition(page.QuerySelector("h1")!).HasFlag(DocumentPositions.Following));
        var links = summary.QuerySelectorAll("a").Select(link => (link.GetAttribute("href"), link.TextContent));
        Assert.Equal(
            [
                ("#Title", "Title must be 20 characters or less"),
                ("#Cost", "Total cost must be an amount of money, like 1,500 or 1,500.50"),
                ("#StartsOn_Month", "Start date must be a real date"),
                ("#Summary", "Enter the summary"),
                ("#Kind", "Select whether it is new or continued"),
                ("#Themes", "Select at least one theme"),
            ],
            links
        );
        foreach (var link in summary.QuerySelectorAll("a"))
            Assert.Contains(page.GetElementById(link.GetAttribute("href")![1..])!.LocalName, new[] { "input", "textarea", "select" });

        Assert.Equal("Error: Title must be 20 characters or less", page.GetElementById("Title-error")!.TextContent);
        Assert.Equal("Title-hint Title-error", page.GetElementById("Title")!.GetAttribute("aria-describedby"));
        Assert.Equal("  <b>much too long for a title", page.GetElementById("Title")!.GetAttribute("value"));
        Assert.Equal("a lot", page.GetElementById("Cost")!.GetAttribute("value"));
        Assert.Null(page.GetElementById("Password")!.GetAttribute("value"));
        Assert.Equal("xyz", page.GetElementById("StartsOn_Month")!.GetAttribute("value"));
        Assert.Equal("StartsOn_Month", Assert.Single(page.QuerySelectorAll(".govuk-date-input .govuk-input--error")).Id);
        Assert.Equal("melton", page.QuerySelector("option[selected]")!.GetAttribute("value"));
        Assert.Equal(["false"], page.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")));
        Assert.DoesNotContain("hunter2", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NothingTyped_AsksForWhatIsNeededInPlainWords()
    {
        using var page = await host.PostAsync("/bids/question");
        var words = page.QuerySelector(".govuk-error-summary")!.TextContent;
        Assert.Contains("Enter the start date", words, StringComparison.Ordinal);
        foreach (var never in new[] { "please", "invalid", "required" })
            Assert.DoesNotContain(never, words, StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(page.QuerySelector(".govuk-error-summary a[href='#StartsOn_Day']"));
        Assert.Equal(3, page.QuerySelectorAll(".govuk-date-input .govuk-input--error").Length);
    }

    [Fact]
    public async Task Post_ErrorOfTheWholePage_ComesLastAndLeadsNowhere()
    {
        using var page = await host.PostAsync("/bids/question", ("Title", "taken"));
        var last = page.QuerySelectorAll(".govuk-error-summary li")[^1];
        Assert.Equal("The round has closed", last.TextContent);
        Assert.Null(last.QuerySelector("a"));
    }

    [Fact]
    public async Task Post_SeveralChosen_AllStayChosen()
    {
        using var page = await host.PostAsync("/bids/question", ("Themes", "asb"), ("Themes", "drugs"));
        Assert.Equal(["asb", "drugs"], page.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")));
    }
}
