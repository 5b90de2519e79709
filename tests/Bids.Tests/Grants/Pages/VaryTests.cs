using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Platform.Contracts;

namespace Platform.Bids.Tests.Grants.Pages;

public sealed class VaryTests(RunningService<BidsService> service)
{
    private const string Amount = "Form.Amounts[0].Typed";
    private const string Target = "Form.Targets[0].Typed";

    /// <summary>What a browser would post of a form, some of it typed over.</summary>
    private static (string, string)[] Posted(IHtmlDocument page, params (string Name, string Value)[] typed) =>
        [
            .. from field in page.QuerySelectorAll("main form input[name], main form textarea[name], main form select[name]")
            let name = field.GetAttribute("name")!
            where
                name != "__RequestVerificationToken"
                && typed.All(t => t.Name != name)
                && (field.GetAttribute("type") != "checkbox" || field.HasAttribute("checked"))
            select (name, ValueOf(field)),
            .. typed,
        ];

    private static string ValueOf(IElement field) =>
        field switch
        {
            IHtmlSelectElement select => select.QuerySelector("option[selected]")?.GetAttribute("value")
                ?? select.QuerySelector("option")?.GetAttribute("value")
                ?? "",
            IHtmlTextAreaElement area => area.TextContent,
            _ => field.GetAttribute("value") ?? "",
        };

    [Fact]
    public async Task Post_CutThatMovesATarget_IsCheckedThenRecordedAndShown()
    {
        var (grant, _) = await service.GrantAsync();
        var (officer, address) = (service.Officer(), $"/grants/{grant}/vary");
        var form = await officer.GetPageAsync(address);
        Assert.Equal(("9,000", "130"), (form.Typed(Amount), form.Typed(Target)));
        Assert.Contains("Now £9,000", form.Texts(".govuk-hint"));

        var check = await officer.PostAndStayAsync(
            address,
            Posted(form, (Amount, "£4,500"), (Target, "65"), ("Reason", "The funder reduced the year"))
        );
        Assert.Equal("Check the variation", check.Text("h1"));
        Assert.Equal(["£9,000", "£4,500", "£9,000", "£4,500", "£9,000", "£4,500"], check.Texts("td.govuk-table__cell--numeric"));
        Assert.Equal("2025/26", ValueOf(check.QuerySelector("select")!));
        Assert.Equal("GrantMade", await service.GrantEventsAsync(grant));

        var fields = Posted(check, ("step", "confirm"));
        var done = await officer.PostAndFollowAsync(address, fields);
        Assert.Equal($"/grants/{grant}/variations/1", done);
        Assert.Equal(done, await officer.PostAndFollowAsync(address, fields));
        Assert.Equal("GrantMade GrantVaried", await service.GrantEventsAsync(grant));
        Assert.Contains("Variation 1 recorded", (await officer.GetPageAsync(done)).Text(".govuk-panel"));

        var page = await service.Editor().GetPageAsync($"/grants/{grant}");
        Assert.Contains("This cut moved the target: 130 to 65 homes target hardened", page.Text(".govuk-summary-card"));
        Assert.Equal(["up to 130", "up to 65"], page.QuerySelectorAll("table")[1].Texts("td.govuk-table__cell--numeric"));
        Assert.Equal(["£9,000", "£4,500", "£9,000", "£4,500"], page.QuerySelectorAll("table")[0].QuerySelector("tbody tr")!.Texts("td"));
    }

    [Fact]
    public async Task Post_CheckedThenChanged_KeepsEverythingTyped()
    {
        var (grant, _) = await service.GrantAsync();
        var (officer, address) = (service.Officer(), $"/grants/{grant}/vary");
        var check = await officer.PostAndStayAsync(
            address,
            Posted(await officer.GetPageAsync(address), (Amount, "4500"), (Target, "65"), ("Reason", "Less"))
        );
        var form = await officer.PostAndStayAsync(address, Posted(check, ("step", "change"), ("Form.Targets[0].MovedBy", "none")));
        Assert.Equal(
            ("4500", "65", "Less", "3"),
            (form.Typed(Amount), form.Typed(Target), form.Typed("Reason")!.Trim(), form.Typed("On.Day"))
        );
        Assert.Equal("none", ValueOf((await officer.PostAndStayAsync(address, Posted(form))).QuerySelector("select")!));
    }

    [Fact]
    public async Task Post_WrongAnswers_AreSaidBesideTheirFields()
    {
        var (grant, award) = await service.GrantAsync();
        var decision = await service.MoveDecidedAsync(new DecidedMove(grant, null, new(2025), Money.FromPounds(1)));
        var (officer, address) = (service.Officer(), $"/grants/{grant}/vary");
        var form = await officer.GetPageAsync(address);
        async Task<IHtmlDocument> TypedAsync(params (string, string)[] typed) =>
            await officer.PostAndStayAsync(address, Posted(form, typed));

        var page = await TypedAsync((Amount, "lots"), (Target, "some"), ("On.Day", ""));
        Assert.Equal(
            [
                "Target hardening: Revenue in 2025/26 must be an amount of money, like 1,500 or 1,500.50",
                "Target hardening: homes target hardened must be a whole number",
                "Date from which it counts must include a day",
            ],
            page.Errors()
        );
        Assert.Equal(("lots", "some"), (page.Typed(Amount), page.Typed(Target)));
        Assert.Equal(["Enter the reason for the variation"], (await TypedAsync((Amount, "1"))).Errors());
        Assert.Equal(["Change an amount, a target or the end of delivery"], (await TypedAsync(("Reason", "Why"))).Errors());
        Assert.Equal(
            ["Enter the decision record that approved more money"],
            (await TypedAsync((Amount, "9,000.01"), ("Reason", "Why"))).Errors()
        );
        Assert.Equal(
            ["There is no supported decision record EXE999-99"],
            (await TypedAsync((Amount, "9,001"), ("Reason", "Why"), ("DecisionReference", "EXE999-99"))).Errors()
        );
        Assert.Equal(
            [$"{award} was decided with the award or before it. Enter the later record that names this move: £1 more in 2025/26"],
            (await TypedAsync((Amount, "9,001"), ("Reason", "Why"), ("DecisionReference", award))).Errors()
        );
        Assert.Equal(
            [$"{decision} does not approve this for {grant}: £1.01 more in 2025/26"],
            (await TypedAsync((Amount, "9,001.01"), ("Reason", "Why"), ("DecisionReference", decision.ToLowerInvariant()))).Errors()
        );
        Assert.Equal(
            "Check the variation",
            (await TypedAsync((Amount, "9,001"), ("Reason", "Why"), ("DecisionReference", decision))).Text("h1")
        );
        Assert.NotNull(
            (
                await TypedAsync(
                    ("step", "years"),
                    ("DeliveryTo.Day", "30"),
                    ("DeliveryTo.Month", "6"),
                    ("DeliveryTo.Year", "2026"),
                    (Amount, "7")
                )
            ).QuerySelector("[name='Form.Amounts[3].Typed']")
        );
    }

    [Fact]
    public async Task Post_SomebodyElseVariedMeanwhile_LosesNothingTypedAndPutsNothingBack()
    {
        var (grant, _) = await service.GrantAsync();
        var (officer, address) = (service.Officer(), $"/grants/{grant}/vary");
        var form = await officer.GetPageAsync(address);
        var stored = await service.StoredGrantAsync(grant);
        await officer.MustAsync(
            HttpStatusCode.Created,
            HttpMethod.Post,
            $"/api/grants/{grant}/variations",
            new
            {
                On = new DateOnly(2025, 2, 3),
                Reason = "Theirs",
                Targets = new[]
                {
                    new
                    {
                        InterventionId = stored.Details.Interventions[0].Id,
                        Indicator = "homes target hardened",
                        Target = 100,
                    },
                },
            },
            1
        );
        var page = await officer.PostAndStayAsync(address, Posted(form, (Amount, "4500"), ("Reason", "Mine")));
        Assert.StartsWith("Someone else changed this grant", Assert.Single(page.Errors()));
        Assert.Equal(("4500", "100", "Mine"), (page.Typed(Amount), page.Typed(Target), page.Typed("Reason")!.Trim()));
        var check = await officer.PostAndStayAsync(address, Posted(page));
        Assert.Empty(check.QuerySelectorAll("select"));
        Assert.Equal($"/grants/{grant}/variations/2", await officer.PostAndFollowAsync(address, Posted(check, ("step", "confirm"))));
        Assert.Equal(100, (await service.StoredGrantAsync(grant)).Details.Interventions[0].Outputs[0].Target);
    }
}
