using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Tests.Grants.Pages;

public sealed class VaryConfirmTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_MatchFallsOrThereAreConditions_IsRecordedOnlyOnceConfirmed()
    {
        var grant = GivenGrants.Granted(GivenGrants.OadbyAndWigston, 150_000, ["Planning consent comes first"]);
        await using (var scope = service.Services.CreateAsyncScope())
        {
            await using var db = ActivatorUtilities.CreateInstance<BidsContext>(scope.ServiceProvider, Caller.Platform(Given.InTime));
            db.Add(grant);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
        var decision = await service.MoveDecidedAsync(new DecidedMove(grant.Reference, null, GivenGrants.Year2, Money.FromPounds(80_000)));
        var address = $"/grants/{grant.Reference}/vary";
        var (campaign, year) = (grant.Details.Original[0], GivenGrants.Year2);
        (string, string)[] typed =
        [
            ("Version", "1"),
            ("Reason", "More homes"),
            ("DecisionReference", decision),
            ("On.Day", "3"),
            ("On.Month", "feb"),
            ("On.Year", "2025"),
            ("Form.Amounts[0].InterventionId", campaign.Id.ToString()),
            ("Form.Amounts[0].Year", year.Start.ToString()),
            ("Form.Amounts[0].Kind", nameof(SpendKind.Revenue)),
            ("Form.Amounts[0].Was", "0"),
            ("Form.Amounts[0].Typed", "80,000"),
        ];
        var check = await service.Officer().PostAndStayAsync(address, typed);
        Assert.Contains(
            "Match funding falls from 67% to 49.3% of the grant. The round expects 50%.",
            string.Join(' ', check.Texts(".govuk-warning-text__text"))
        );
        Assert.Contains("Planning consent comes first", check.Texts("main li"));
        Assert.Equal(
            ["More homes", "3 February 2025", "£80,000 more in 2024/25", decision, "31 March 2025"],
            check.Texts(".govuk-summary-list__value")
        );

        var refused = await service.Officer().PostAndStayAsync(address, [.. typed, ("step", "confirm")]);
        Assert.Equal(
            ["Confirm that match funding falls below what the round expects", "Confirm that this breaks none of the grant’s conditions"],
            refused.Errors()
        );
        Assert.Equal("Error: Check the variation - Community safety funding", refused.Title);
        Assert.Equal("80,000", refused.Typed("Form.Amounts[0].Typed"));
        Assert.Equal(
            $"/grants/{grant.Reference}/variations/2",
            await service
                .Officer()
                .PostAndFollowAsync(address, [.. typed, ("step", "confirm"), ("ConfirmsMatch", "yes"), ("ConfirmsConditions", "yes")])
        );

        var page = await service.Officer().GetPageAsync($"/grants/{grant.Reference}");
        Assert.Equal(["Variation 1, from 24 April 2024", "Variation 2, from 3 February 2025"], page.Texts(".govuk-summary-card__title"));
        Assert.Equal(
            ["£180,268", "£180,268", "£104,750", "£123,750", "£285,018", "£304,018"],
            page.QuerySelectorAll("table")[0].QuerySelector("tbody tr:last-child")!.Texts("td")
        );
        Assert.Contains(
            "Planning consent comes first",
            (await service.Lead().GetPageAsync($"/grants/{grant.Reference}/agreement")).Texts("main li")
        );
    }
}
