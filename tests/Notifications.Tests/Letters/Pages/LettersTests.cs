using System.Net;
using AngleSharp.Html.Dom;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters.Pages;

public sealed class LettersTests(NotificationsHost host) : NotificationsTest(host)
{
    [Theory]
    [InlineData("/notifications")]
    [InlineData("/notifications/contacts")]
    [InlineData("/notifications/0198a000-0000-7000-8000-000000000001")]
    [InlineData("/notifications/0198a000-0000-7000-8000-000000000001.eml")]
    public async Task Get_NotAnOfficer_Refused(string path)
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await Service.Lead.GetAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Service.AsNobody().GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task Get_NoLetters_SaysWhatToDo()
    {
        var page = await OpenAsync("/notifications");

        Assert.Contains("check that every partnership has", page.QuerySelector(".govuk-inset-text")!.TextContent);
        Assert.Null(page.QuerySelector("table"));
    }

    [Fact]
    public async Task Get_ManyLetters_NewestFirstInPages()
    {
        await GivenContactAsync();
        for (var quarter = 0; quarter < 26; quarter++)
            await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));

        var first = await OpenAsync("/notifications");
        var second = await OpenAsync("/notifications?page=2");

        Assert.StartsWith("Letters (page 1 of 2)", first.Title);
        Assert.Equal(25, first.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("/notifications?page=2", first.QuerySelector(".govuk-pagination__next a")!.GetAttribute("href"));
        Assert.Equal(
            $"/notifications/{(await Service.LettersAsync())[0].Id}",
            Assert.Single(second.QuerySelectorAll("tbody tr td:first-child a")).GetAttribute("href")
        );
    }

    [Fact]
    public async Task Get_Filtered_OnlyWhatMatchesAndEachFilterCanBeRemoved()
    {
        await GivenContactAsync();
        await Service.DeliverAsync(Given.Contact(Given.Somebody("Al Rutland"), Given.Rutland, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor) with { At = NotificationsHost.Start.AddDays(-9) });
        await Service.DeliverAsync(
            Given.Chased(1, Roles.PartnerEditor) with
            {
                Details = Given.Return() with { Partnership = Given.Rutland },
            }
        );

        Assert.Equal(3, Rows(await OpenAsync("/notifications")));
        Assert.Equal(2, Rows(await OpenAsync("/notifications?Partnership=MEL&Word=")));
        var page = await OpenAsync("/notifications?Partnership=MEL&Word=overDUE");
        Assert.Equal(1, Rows(page));
        var removals = page.QuerySelectorAll("a").Where(a => a.TextContent.StartsWith("Remove this filter", StringComparison.Ordinal));
        Assert.Equal(["/notifications?word=overDUE", "/notifications?partnership=MEL"], removals.Select(a => a.GetAttribute("href")!));
        Assert.Equal("MEL", ((IHtmlSelectElement)page.QuerySelector("select")!).Value);
        Assert.Equal("overDUE", page.QuerySelector("input[name=Word]")!.GetAttribute("value"));
        Assert.Contains("No letter matches", (await OpenAsync("/notifications?word=%25")).QuerySelector(".govuk-inset-text")!.TextContent);
    }

    [Fact]
    public async Task Get_ByReturnStateAndName_OnlyWhatMatches()
    {
        await GivenContactAsync();
        await Service.DeliverAsync(Given.SentBackEvent());
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor) with { Details = Given.Return(quarter: 2) });
        await Service.SweepOnceAsync<DeliverLetters>();

        Assert.Equal(2, Rows(await OpenAsync("/notifications?about=csp2024-mel-01")));
        var one = await OpenAsync("/notifications?about=CSP2024-MEL-01/2024-25-q2");
        Assert.Contains("quarter 2", one.Text("tbody tr"));
        Assert.Equal(
            "/notifications?about=CSP2024-MEL-01%2F2024-25-q2",
            one.QuerySelector("tbody td:nth-child(2) a")!.GetAttribute("href")
        );
        Assert.Equal(1, Rows(await OpenAsync("/notifications?about=CSP2025-MEL-03")));
        Assert.Equal(1, Rows(await OpenAsync("/notifications?state=sent")));
        // What is known in lower case narrows in lower case.
        Assert.Equal(0, Rows(await OpenAsync("/notifications?partnership=rut")));
        Assert.Equal(2, Rows(await OpenAsync("/notifications?state=Queued")));
        var unknown = await OpenAsync("/notifications?state=made-up&partnership=XYZ");
        Assert.Equal(0, Rows(unknown));
        Assert.Equal(
            ["“XYZ” is not in this list. Select one that is", "“made-up” is not in this list. Select one that is"],
            unknown.Errors()
        );
        Assert.Equal(3, Rows(await OpenAsync("/notifications?word=sam+carter")));
        Assert.Equal(1, Rows(await OpenAsync("/notifications?word=say+who+watches")));
        Assert.EndsWith("9:00am on Monday 3 February 2025", (await OpenAsync("/notifications?state=sent")).Text("tbody tr td:last-child"));
    }

    [Fact]
    public async Task Get_Failed_SaysWhyAndWhenInTheList()
    {
        var sam = Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor);
        await Service.DeliverAsync(sam with { Details = sam.Details with { Email = "nowhere" } });
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        await Service.SweepAsync<DeliverLetters>();

        var page = await OpenAsync("/notifications");
        Assert.Equal("9:00am on Monday 3 February 2025 The recipient has no usable e-mail address.", page.Text("tbody tr td:last-child"));
        Assert.Contains("1 letter failed or had nobody to go to", page.Text(".govuk-warning-text"));
    }

    [Fact]
    public async Task Get_States_ShownAsTags()
    {
        await GivenContactAsync();
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        Assert.Equal("Queued", State(await OpenAsync("/notifications")).QuerySelector(".govuk-tag--grey")!.TextContent.Trim());

        await Service.SweepAsync<DeliverLetters>();

        var sent = State(await OpenAsync("/notifications"));
        Assert.Equal(("Sent", null), (sent.TextContent.Trim(), sent.QuerySelector(".govuk-tag")));
    }

    [Fact]
    public async Task Get_Letter_ShowsItAndGivesTheFileThatWasSent()
    {
        await GivenContactAsync();
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
        await Service.SweepAsync<DeliverLetters>();
        var letter = (await Service.LettersAsync())[0];

        var page = await OpenAsync($"/notifications/{letter.Id}");

        Assert.Equal(letter.Subject, page.QuerySelector("h1")!.TextContent);
        Assert.Contains("sam.carter@melton.example", page.QuerySelector(".govuk-summary-list")!.TextContent);
        Assert.Equal("Dear Sam Carter,", page.QuerySelector(".govuk-inset-text p")!.TextContent.Trim());
        var link = page.QuerySelectorAll("a")
            .Single(a => a.TextContent.StartsWith("Download the e-mail (.eml, ", StringComparison.Ordinal));
        var file = await Service.Officer.GetAsync(link.GetAttribute("href")!);
        Assert.Equal("attachment", file.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(
            await File.ReadAllBytesAsync(Path.Combine(Service.Letters, $"{letter.Id}.eml"), TestContext.Current.CancellationToken),
            await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Get_NoSuchLetter_NotFound()
    {
        foreach (var path in new[] { $"/notifications/{Guid.NewGuid()}", $"/notifications/{Guid.NewGuid()}.eml" })
            Assert.Equal(HttpStatusCode.NotFound, (await Service.Officer.GetAsync(path)).StatusCode);
    }

    private Task GivenContactAsync() => Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));

    private Task<IHtmlDocument> OpenAsync(string path) => Service.Officer.GetPageAsync(path);

    private static int Rows(IHtmlDocument page) => page.QuerySelectorAll("tbody tr").Length;

    private static AngleSharp.Dom.IElement State(IHtmlDocument page) => page.QuerySelector("tbody tr td:nth-child(5)")!;
}
