using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Grants.Pages;

public sealed class AgreementTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_ByTheLead_IsAcceptedOnceAndShown()
    {
        var (grant, decision) = await service.GrantAsync();
        var address = $"/grants/{grant}/agreement";
        Assert.Contains("waits for you", (await service.Lead().GetPageAsync($"/grants/{grant}")).Text(".govuk-notification-banner"));
        var page = await service.Lead().GetPageAsync(address);
        Assert.Contains("gives Melton £9,000 from Community safety fund", page.Text("main"));
        Assert.Contains("Target hardening: up to 130 homes target hardened", page.Texts("main li"));
        Assert.Contains(decision, page.Text(".govuk-caption-xl"));
        Assert.Equal(
            ["Select that the partnership accepts the agreement"],
            (await service.Lead().PostAndStayAsync(address, ("Version", "1"))).Errors()
        );

        Assert.Equal(address, await service.Lead().PostAndFollowAsync(address, ("Version", "1"), ("Agreed", "yes")));
        Assert.Equal(address, await service.Lead().PostAndFollowAsync(address, ("Version", "1"), ("Agreed", "yes")));
        Assert.Equal("GrantMade GrantAccepted", await service.GrantEventsAsync(grant));
        var accepted = await service.Editor().GetPageAsync(address);
        Assert.Contains(
            "Accepted for Melton by Lee of MEL, lead, at 10:00am on Monday 3 February 2025",
            accepted.Text(".govuk-inset-text")
        );
        // The board sees that it was accepted, and not by whom.
        var board = service.As(Given.Named("Bo Board"), null, Roles.Board);
        foreach (var read in new[] { address, $"/grants/{grant}", $"/api/grants/{grant}", "/api/grants" })
            Assert.DoesNotContain(
                "Lee of MEL",
                await (await board.GetAsync(read)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
        Assert.Contains("Accepted for Melton by the partnership’s lead at", (await board.GetPageAsync(address)).Text(".govuk-inset-text"));
        Assert.Null(accepted.QuerySelector("[name=Agreed]"));
        Assert.DoesNotContain("Changed since", accepted.Text("main"));
    }

    [Fact]
    public async Task Post_ByAnybodyElse_IsRefused()
    {
        var (grant, _) = await service.GrantAsync();
        var address = $"/grants/{grant}/agreement";
        (string, string)[] agreed = [("Version", "1"), ("Agreed", "yes")];
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead("RUT").PostAsync(address, agreed)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Editor().PostAsync(address, agreed)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Officer().PostAsync(address, agreed)).StatusCode);
        Assert.Null((await service.Editor().GetPageAsync(address)).QuerySelector("[name=Agreed]"));
        Assert.Equal("GrantMade", await service.GrantEventsAsync(grant));
    }

    [Fact]
    public async Task VariedWhileReadOrAfterwards_IsSaid()
    {
        var (grant, _) = await service.GrantAsync();
        var address = $"/grants/{grant}/agreement";
        var id = (await service.StoredGrantAsync(grant)).Details.Interventions[0].Id;
        object Variation(int target) =>
            new
            {
                On = new DateOnly(2025, 2, 3),
                Reason = $"Fewer: {target}",
                Targets = new[]
                {
                    new
                    {
                        InterventionId = id,
                        Indicator = "homes target hardened",
                        Target = target,
                    },
                },
            };
        await service.Officer().MustAsync(HttpStatusCode.Created, HttpMethod.Post, $"/api/grants/{grant}/variations", Variation(100), 1);
        var page = await service.Lead().PostAndStayAsync(address, ("Version", "1"), ("Agreed", "yes"));
        Assert.Equal(["The grant was changed while you read its agreement. Read it again before you accept it"], page.Errors());
        await service.Lead().PostAndFollowAsync(address, ("Version", page.Typed("Version")!), ("Agreed", "yes"));
        await service.Officer().MustAsync(HttpStatusCode.Created, HttpMethod.Post, $"/api/grants/{grant}/variations", Variation(90), 3);
        var after = await service.Lead().GetPageAsync(address);
        Assert.Contains("Changed since it was accepted", after.Texts("h2"));
        Assert.Contains("Fewer: 90", after.Text(".govuk-summary-card"));
    }
}
