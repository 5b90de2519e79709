using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public class SpendingTests(RunningService<ReturnsService> service)
{
    private static readonly (string, string)[] Little =
    [
        ("Capital", "£1,200"),
        ("Revenue", "18.50"),
        ("VarianceReason", "The rest comes later"),
    ];

    [Fact]
    public async Task Post_Figures_SavesThemAndGoesOn()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(
            owed.PageOf(Given.Hardening, "outputs"),
            await service.Editor.PostAndFollowAsync(owed.PageOf(Given.Hardening, "spending"), owed.Answers(Little))
        );
        var line = Assert.Single((await service.ReturnAsync(owed.Id)).Lines);
        Assert.Equal(
            (Money.FromPounds(1200), Money.FromPounds(18.50m), "The rest comes later"),
            (line.Capital!.Value, line.Revenue!.Value, line.VarianceReason)
        );
        Assert.Equal("ReturnSaved", (await service.LogOfAsync(owed.Id))[^1].Type);

        var page = await service.Editor.GetPageAsync(owed.PageOf(Given.Hardening, "spending") + "?return=check");
        Assert.Equal(("1,200", "18.50"), (page.Typed("Capital"), page.Typed("Revenue")));
        Assert.Equal(
            $"{owed.Address}/check-answers",
            await service.SaveAsync(owed, owed.PageOf(Given.Hardening, "spending") + "?return=check", Little)
        );
        Assert.Equal(
            owed.Address,
            await service.SaveAsync(owed, owed.PageOf(Given.Hardening, "spending"), [.. Little, ("After", "later")])
        );
    }

    [Theory]
    [InlineData("Capital", "-5", "Capital spend must be £0 or more")]
    [InlineData("Capital", "12.345", "Capital spend must be in pounds and pence, with no more than 2 decimal places")]
    [InlineData("Capital", "1000000000", "Capital spend must be £999,999,999.99 or less")]
    [InlineData("Revenue", "lots", "Revenue spend must be an amount of money, like 1,500 or 1,500.50")]
    [InlineData("Revenue", "", "Enter revenue spend, or 0 if there was none")]
    [InlineData(
        "VarianceReason",
        "",
        "Enter why Target hardening is to end 2024/25 £88,800 below its capital grant of £90,000, or correct the amounts"
    )]
    public async Task Post_WrongInput_SaysSoBesideTheFieldAndKeepsAllThatWasTyped(string field, string typed, string message)
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Editor.PostAndStayAsync(
            owed.PageOf(Given.Hardening, "spending"),
            owed.Answers([.. Little.Where(l => l.Item1 != field), (field, typed)])
        );
        Assert.Equal([message], page.Errors());
        Assert.Equal($"Error: {message}", page.Text(".govuk-form-group--error .govuk-error-message"));
        Assert.NotNull(page.GetElementById(page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")![1..]));
        Assert.Equal(typed, page.Typed(field)?.Trim() ?? "");
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).Version);
    }

    [Fact]
    public async Task Get_SecondQuarter_ShowsLastReturnsFiguresAndTheYear()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var returns = await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 12, 31), service.Clock.Now));
        service.Clock.Now = Given.In(2024, 10, 2);
        await service.SaveAsync(
            returns[0],
            returns[0].PageOf(Given.Hardening, "spending"),
            [
                .. Little,
                ("Forecasts[0].Capital", "30,000"),
                ("Forecasts[0].Revenue", "0"),
                ("Forecasts[1].Capital", "50000"),
                ("Forecasts[1].Revenue", "0"),
            ]
        );

        var page = await service.Editor.GetPageAsync(returns[1].PageOf(Given.Hardening, "spending"));
        Assert.Equal(
            "Spent this quarter on things that last. Enter 0 if nothing was. Last return (Q1 2024/25: Apr 2024 - Jun 2024): £1,200. "
                + "Forecast for this quarter in the last return: £30,000",
            page.Text("#Capital-hint")
        );
        Assert.Equal(
            ("", "50,000", "0"),
            (page.Typed("Capital") ?? "", page.Typed("Forecasts[0].Capital"), page.Typed("Forecasts[0].Revenue"))
        );
        Assert.Equal("Last return: £50,000", page.Text("#Forecasts_0__Capital-hint"));

        page = await service.Editor.PostAndStayAsync(
            returns[1].PageOf(Given.Hardening, "spending"),
            ("Version", "9"),
            ("Capital", "28,800"),
            ("Revenue", "many"),
            ("Forecasts[0].Capital", "60000"),
            ("Forecasts[0].Revenue", "0")
        );
        Assert.Equal(["£90,000", "£1,200", "£30,000", "£60,000", "£60,000", "£90,000", "£0"], page.Texts("tbody tr td:nth-child(2)"));
        Assert.Equal(["£0", "£18.50", "£18.50", "-£18.50", "£0", "£18.50", "£18.50"], page.Texts("tbody tr td:nth-child(3)"));
        Assert.Equal(
            returns[1].PageOf(Given.Hardening, "outputs"),
            await service.SaveAsync(
                returns[1],
                returns[1].PageOf(Given.Hardening, "spending"),
                ("Capital", "28,800"),
                ("Revenue", "0"),
                ("Forecasts[0].Capital", "60000"),
                ("Forecasts[0].Revenue", "0")
            )
        );
    }

    [Fact]
    public async Task Post_AForecastLeftOut_AsksForIt()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var first = (await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 9, 30), service.Clock.Now)))[0];
        service.Clock.Now = Given.In(2024, 7, 2);
        var page = await service.Editor.PostAndStayAsync(
            first.PageOf(Given.Hardening, "spending"),
            [.. Little, ("Version", "1"), ("Forecasts[0].Capital", "88800")]
        );
        Assert.Equal(["Enter the revenue forecast for Q2 2024/25"], page.Errors());
        Assert.Equal("88800", page.Typed("Forecasts[0].Capital"));
    }

    [Fact]
    public async Task Post_SavedByAColleagueMeanwhile_ShowsBothAndTakesTheChoice()
    {
        var owed = await service.OpenReturnAsync();
        var address = owed.PageOf(Given.Hardening, "spending");
        await service.Lead.PostAndFollowAsync(address, owed.Answers(Little));
        (string, string)[] mine = [("Capital", "700"), ("Revenue", "0"), ("VarianceReason", "Mine")];
        var page = await service.Editor.PostAndStayAsync(address, owed.Answers(mine));
        Assert.Equal(["Someone else changed this while you had the page open. Choose which answers to keep"], page.Errors());
        var rows = page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr");
        Assert.Equal(["Capital spend", "£1,200", "£700"], rows[0].Texts("*"));
        Assert.Equal(["Why the year ends off its grant", "The rest comes later", "Mine"], rows[2].Texts("*"));
        Assert.StartsWith("Saved now by Tom Shaw at ", page.Texts("thead th")[1], StringComparison.Ordinal);
        Assert.Equal("700", page.Typed("Capital"));
        Assert.Equal(Money.FromPounds(1200), (await service.ReturnAsync(owed.Id)).Lines[0].Capital);

        Assert.Equal(
            owed.PageOf(Given.Hardening, "outputs"),
            await service.Editor.PostAndFollowAsync(address, owed.Answers([.. mine, ("Choice", "saved")]))
        );
        Assert.Equal(Money.FromPounds(1200), (await service.ReturnAsync(owed.Id)).Lines[0].Capital);
        await service.Editor.PostAndFollowAsync(address, [("Version", page.Typed("Version")!), .. mine, ("Choice", "mine")]);
        Assert.Equal(Money.FromPounds(700), (await service.ReturnAsync(owed.Id)).Lines[0].Capital);
    }
}
