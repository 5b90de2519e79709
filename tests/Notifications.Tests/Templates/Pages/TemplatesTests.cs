using System.Net;
using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Templates.Pages;

public sealed class TemplatesTests(NotificationsHost host) : NotificationsTest(host)
{
    private const string Overdue = "/notifications/templates/return-overdue";
    private const string Body = "Dear {{to}},\r\n\r\nSend it: {{link}}\r\n\r\nAsk {{contactName}}: {{contactEmail}}";

    private Visitor Administrator { get; } = host.As(Given.Somebody("Robin Ash"), null, Roles.Administrator);

    private Task<string> SaveAsync(int version, string subject) =>
        Administrator.PostAndFollowAsync(
            Overdue + "/edit",
            ("Version", $"{version}"),
            ("Subject", subject),
            ("Body", Body),
            ("Action", "save")
        );

    private async Task GivenLetterAsync()
    {
        await Service.DeliverAsync(Given.Contact(Given.Sam, Given.Melton, Roles.PartnerEditor));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));
    }

    [Fact]
    public async Task Post_NewVersion_TheNextLetterIsWrittenFromItAndSaysSo()
    {
        await GivenLetterAsync();

        Assert.Equal(Overdue, await SaveAsync(0, "Late: {{partnership}}, {{quarter}}"));
        await Service.DeliverAsync(Given.Chased(1, Roles.PartnerEditor));

        var letters = await Service.LettersAsync();
        Assert.Equal([("return-overdue", 0), ("return-overdue", 1)], letters.Select(l => (l.Template!, l.TemplateVersion!.Value)));
        Assert.Equal("Late: Melton, quarter 3", letters[1].Subject);
        Assert.StartsWith("Dear Sam Carter,\n\nSend it: https://csp.office.example/returns/", letters[1].Text);
        Assert.Contains(
            "Return overdue, version 1",
            (await Service.Officer.GetPageAsync($"/notifications/{letters[1].Id}")).Text(".govuk-summary-list")
        );
        var row = (await Service.Officer.GetPageAsync("/notifications/templates"))
            .QuerySelectorAll("tbody tr")
            .Single(r => r.TextContent.Contains("Return overdue"));
        Assert.Contains("1, saved by Robin Ash on 3 February 2025", row.TextContent);
    }

    [Fact]
    public async Task Post_UnknownAndMissingFields_ErrorsBesideTheFieldsAndNothingIsLost()
    {
        var page = await Administrator.PostAndStayAsync(
            Overdue + "/edit",
            ("Version", "0"),
            ("Subject", "Late: {{colour}}"),
            ("Body", "Dear {{to}}"),
            ("Action", "save")
        );

        Assert.Equal(
            [
                "There is no field {{colour}}: use those in the list of fields",
                "Add {{link}}, {{contactName}}, {{contactEmail}}: every letter says whom it is to, where to go and whom to ask",
            ],
            page.Errors()
        );
        Assert.Equal(("Late: {{colour}}", "Dear {{to}}"), (page.Typed("Subject"), page.Typed("Body")!.Trim()));
        Assert.Contains("There is no field", page.Text("#Subject-error"));
        Assert.Single((await Service.Officer.GetPageAsync(Overdue)).QuerySelectorAll($"a[href^='{Overdue}?version']"));
    }

    [Fact]
    public async Task Preview_ALetterWasWritten_ItsDataAndNothingIsSaved()
    {
        await GivenLetterAsync();

        var page = await Administrator.PostAndStayAsync(
            Overdue + "/edit",
            ("Version", "0"),
            ("Subject", "Late: {{title}} ({{dueDay}})"),
            ("Body", Body),
            ("Action", "preview")
        );

        Assert.Equal("Late: Target hardening (Friday 31 January 2025)", page.Texts(".govuk-inset-text p")[0]);
        Assert.Contains("to Sam Carter, written at 9:00am on Monday 3 February 2025", page.Text("main"));
        Assert.Equal("Late: {{title}} ({{dueDay}})", page.Typed("Subject"));
        Assert.Contains("As built in", (await Service.Officer.GetPageAsync("/notifications/templates")).Text("tbody tr:last-child"));
    }

    [Fact]
    public async Task Get_NoLetterYet_ExamplesAndEachFieldWithItsMeaning()
    {
        var page = await Administrator.GetPageAsync(Overdue + "/edit");
        Assert.Contains(
            "{{dueDay}}the same with its weekdayFriday 31 January 2025",
            page.Texts("tbody tr").Select(r => r.Replace("}} ", "}}").Replace("weekday ", "weekday"))
        );
        Assert.Contains(
            "With examples: no letter of this kind has been written yet.",
            (await Administrator.GetPageAsync(Overdue)).Text("main")
        );
    }

    [Fact]
    public async Task Post_SomebodyElseSavedMeanwhile_BothAreShownAndTheSecondPressSaves()
    {
        await SaveAsync(0, "Theirs {{partnership}}");

        var page = await Administrator.PostAndStayAsync(
            Overdue + "/edit",
            ("Version", "0"),
            ("Subject", "Mine"),
            ("Body", Body),
            ("Action", "save")
        );

        Assert.StartsWith("Robin Ash changed this letter while you had this page open.", Assert.Single(page.Errors()));
        Assert.Contains("Theirs {{partnership}}", page.Text(".govuk-summary-list"));
        Assert.Equal(("Mine", "1"), (page.Typed("Subject"), page.Typed("Version")));
        await SaveAsync(1, "Mine");
        Assert.Contains("Version 2", (await Service.Officer.GetPageAsync(Overdue)).Text(".govuk-caption-l"));
    }

    [Fact]
    public async Task Post_TwoAtOnce_OneSavesAndTheOtherIsTold()
    {
        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 2)
                .Select(i =>
                    Administrator.PostAsync(
                        Overdue + "/edit",
                        ("Version", "0"),
                        ("Subject", $"Mine {i}"),
                        ("Body", Body),
                        ("Action", "save")
                    )
                )
        );
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Redirect], both.Select(r => r.StatusCode).Order());
    }

    [Fact]
    public async Task Restore_EarlierVersion_IsInTheFormAndBecomesTheNewest()
    {
        await SaveAsync(0, "First");
        await SaveAsync(1, "Second");

        var earlier = await Administrator.GetPageAsync(Overdue + "?version=1");
        var form = await Administrator.GetPageAsync(
            earlier.QuerySelectorAll("a").Single(a => a.TextContent.Contains("Restore these words")).GetAttribute("href")!
        );
        Assert.Equal(("First", "2"), (form.Typed("Subject"), form.Typed("Version")));
        await SaveAsync(2, form.Typed("Subject")!);

        Assert.Equal("First", (await Administrator.GetPageAsync(Overdue + "/edit")).Typed("Subject"));
        Assert.Contains("Overdue: ", (await Administrator.GetPageAsync(Overdue + "?version=0")).Text(".govuk-summary-list"));
    }

    [Fact]
    public async Task Get_NoSuchTemplateOrVersion_NotFound()
    {
        foreach (
            var address in new[]
            {
                "/notifications/templates/made-up",
                Overdue + "?version=9",
                "/notifications/templates/made-up/edit",
                Overdue + "/edit?from=9",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await Administrator.GetAsync(address)).StatusCode);
    }
}
