using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Grants.Pages;

public sealed class VaryAheadTests(RunningService<BidsService> service)
{
    private async Task<(string, string)[]> MoveAsync(string grant, params (string, string)[] more)
    {
        var line = (await service.StoredGrantAsync(grant)).Details.Interventions[0].Id.ToString();
        return
        [
            ("Version", "1"),
            ("Reason", "Homes are ready later"),
            ("On.Day", "3"),
            ("On.Month", "feb"),
            ("On.Year", "2025"),
            ("DeliveryTo.Day", "30"),
            ("DeliveryTo.Month", "6"),
            ("DeliveryTo.Year", "2026"),
            ("Form.Amounts[0].InterventionId", line),
            ("Form.Amounts[0].Year", "2025"),
            ("Form.Amounts[0].Kind", nameof(SpendKind.Revenue)),
            ("Form.Amounts[0].Typed", "6,000"),
            ("Form.Amounts[1].InterventionId", line),
            ("Form.Amounts[1].Year", "2026"),
            ("Form.Amounts[1].Kind", nameof(SpendKind.Revenue)),
            ("Form.Amounts[1].Typed", "3,000"),
            .. more,
        ];
    }

    [Fact]
    public async Task Vary_MovesMoneyOnNoRecord_FinanceApprovesItOnItsPage()
    {
        var (grant, _) = await service.GrantAsync("RUT");
        var (officer, finance) = (service.Officer(), service.Finance());
        var address = $"/grants/{grant}";
        var typed = await MoveAsync(grant);
        var check = await officer.PostAndStayAsync($"{address}/vary", typed);
        Assert.Contains("£3,000 from 2025/26 to 2026/27", check.Texts(".govuk-summary-list__value"));
        Assert.Contains("Finance is asked to approve it", check.Text(".govuk-warning-text"));
        Assert.Contains("Ask finance to approve it", check.Texts("button"));
        var asked = await officer.PostAndFollowAsync($"{address}/vary", [.. typed, ("step", "confirm")]);
        Assert.Equal($"{address}/variations/1", asked);
        Assert.Equal(asked, await officer.PostAndFollowAsync($"{address}/vary", [.. typed, ("step", "confirm")]));
        Assert.Equal("GrantMade GrantVariationAsked", await service.GrantEventsAsync(grant));

        var waiting = await officer.GetPageAsync(asked);
        Assert.Equal("Variation 1 waits for finance", waiting.Text("h1"));
        Assert.Equal(["Cancel this variation"], waiting.Texts("main button"));
        Assert.Contains(
            "Variation 1 waits for finance. It must be approved or cancelled first",
            (await officer.PostAndStayAsync($"{address}/vary", [.. typed.Skip(1), ("Version", "2")])).Errors()
        );
        Assert.DoesNotContain("Vary this grant", (await officer.GetPageAsync(address)).Texts("main a"));
        Assert.DoesNotContain("Waiting for finance", (await service.Editor("RUT").GetPageAsync(address)).Texts("h2"));
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.PostAsync(asked, ("Version", "2"), ("act", "approve"))).StatusCode);

        Assert.Equal(asked, (await finance.GetPageAsync(address)).QuerySelector(".govuk-notification-banner a")?.GetAttribute("href"));
        Assert.Equal(["Approve the move", "Do not approve"], (await finance.GetPageAsync(asked)).Texts("main button"));
        Assert.Equal(
            ["Enter why it does not go ahead, in 2,000 characters or less"],
            (await finance.PostAndStayAsync(asked, ("Version", "2"), ("act", "cancel"))).Errors()
        );
        Assert.Equal(asked, await finance.PostAndFollowAsync(asked, ("Version", "2"), ("act", "approve")));
        Assert.Equal(asked, await finance.PostAndFollowAsync(asked, ("Version", "2"), ("act", "approve")));
        Assert.Contains(
            (await service.Editor("RUT").GetPageAsync(address)).Texts(".govuk-summary-list__value"),
            value => value.StartsWith("Kira Hughes, finance, at ", StringComparison.Ordinal)
        );
        Assert.Equal("GrantMade GrantVariationAsked GrantVaried", await service.GrantEventsAsync(grant));
    }

    [Fact]
    public async Task Vary_FromALaterDay_IsOnTheGrantAndCountsFromThen()
    {
        var (grant, _) = await service.GrantAsync("RUT");
        var (officer, address) = (service.Officer(), $"/grants/{grant}");
        var line = (await service.StoredGrantAsync(grant)).Details.Interventions[0].Id;
        var cut = new
        {
            On = new DateOnly(2025, 4, 1),
            Reason = "Less",
            Amounts = new[]
            {
                new
                {
                    InterventionId = line,
                    Year = "2025/26",
                    Kind = "Revenue",
                    Amount = "4000",
                },
            },
        };
        await officer.MustAsync(HttpStatusCode.Created, HttpMethod.Post, $"/api{address}/variations", cut, 1);
        var page = await service.Editor("RUT").GetPageAsync(address);
        Assert.Contains("Agreed, and not in effect yet", page.Texts("h2"));
        Assert.Contains("Variation 1, from 1 April 2025", page.Texts(".govuk-summary-card__title"));
        Assert.Contains("£9,000", page.Texts(".govuk-summary-list__value"));
        Assert.Equal("Variation 1 agreed", (await officer.GetPageAsync($"{address}/variations/1")).Text("h1"));
        await service.SweepAsync<BringGrantsUpToDate>();
        Assert.Equal("GrantMade GrantVariationAgreed", await service.GrantEventsAsync(grant));

        service.Clock.Now = London.EndOf(new(2025, 3, 31));
        // Whoever reads before the sweep reads what is so.
        var now = await service.Editor("RUT").MustAsync(HttpStatusCode.OK, HttpMethod.Get, $"/api{address}", null);
        Assert.Equal("4000.00", now.GetProperty("total").GetString());
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => service.SweepAsync<BringGrantsUpToDate>()));
        Assert.Equal("GrantMade GrantVariationAgreed GrantVaried", await service.GrantEventsAsync(grant));
        Assert.DoesNotContain("Agreed, and not in effect yet", (await officer.GetPageAsync(address)).Texts("h2"));
    }

    [Fact]
    public async Task Api_WaitsForFinance_ThenIsCancelledOrApproved()
    {
        var (grant, _) = await service.GrantAsync("RUT");
        var (officer, address) = (service.Officer(), $"/api/grants/{grant}/variations");
        var line = (await service.StoredGrantAsync(grant)).Details.Interventions[0].Id;
        object Amount(string year, string pounds) =>
            new
            {
                InterventionId = line,
                Year = year,
                Kind = "Revenue",
                Amount = pounds,
            };
        var move = new
        {
            On = new DateOnly(2025, 2, 3),
            Reason = "Later",
            DeliveryTo = new DateOnly(2026, 6, 30),
            Amounts = new[] { Amount("2025/26", "6000"), Amount("2026/27", "3000") },
        };
        await officer.MustAsync(HttpStatusCode.Accepted, HttpMethod.Post, address, move, 1);
        var again = await (await officer.SendJsonAsync(HttpMethod.Post, address, move, 2)).ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal("/problems/variation-waits", again.Type());
        await officer.MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"{address}/1/cancellation", new { Reason = "No" }, 2);
        await officer.MustAsync(HttpStatusCode.Accepted, HttpMethod.Post, address, move, 3);
        await service.Finance().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"{address}/1/approval", new { }, 4);
        Assert.Equal(
            "GrantMade GrantVariationAsked GrantVariationCancelled GrantVariationAsked GrantVaried",
            await service.GrantEventsAsync(grant)
        );
    }
}
