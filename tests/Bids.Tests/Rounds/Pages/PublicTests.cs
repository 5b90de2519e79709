using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Rounds.Pages;

/// <summary>What everybody reads of rounds, without signing in.</summary>
public sealed class PublicTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Open_SaysWhoWhatAndUntilWhen()
    {
        var round = await service.RoundDraftAsync(
            "PUB1",
            r =>
                r with
                {
                    Published = true,
                    About = "For safer streets.\n\nAnd homes.",
                    Invited = [Partnership.Get("MEL")],
                    Questions = [new(Guid.NewGuid(), "How will it last?", "", false, 150)],
                    Criteria = [new(Guid.NewGuid(), "Need", "Numbers", 1), new(Guid.NewGuid(), "Value", "", 3)],
                }
        );
        var page = await service.AsNobody().GetPageAsync($"/rounds/{round}");
        Assert.Equal("The deadline is 11:59:59pm on Friday 28 February 2025.", page.Text(".govuk-inset-text"));
        var text = page.Text("body");
        foreach (
            var words in (string[])
                [
                    "For safer streets.",
                    "These Community Safety Partnerships: Melton.",
                    "Allow about 3 hours",
                    "How will it last? (150 words or less)",
                    "25% of the score. Numbers",
                    "75% of the score.",
                ]
        )
            Assert.Contains(words, text);
        Assert.Equal($"/account/sign-in?returnUrl=/rounds/{round}", page.QuerySelector("a.govuk-button")!.GetAttribute("href"));
        Assert.Contains(round, (await service.AsNobody().GetPageAsync("/rounds")).Body!.InnerHtml);
        Assert.Contains("This round is not open to Rutland.", (await service.Lead("RUT").GetPageAsync($"/rounds/{round}")).Text("body"));
        Assert.Single((await service.Lead("RUT").PostAndStayAsync($"/rounds/{round}")).Errors());
    }

    [Fact]
    public async Task Unpublished_IsThereForOfficersAlone()
    {
        var round = await service.RoundDraftAsync("PUB2");
        Visitor[] others =
        [
            service.AsNobody(),
            service.Lead(),
            service.As(Given.Named("F"), null, Roles.Finance),
            service.As(Given.Named("B"), null, Roles.Board),
        ];
        foreach (var visitor in others)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/rounds/{round}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/api/rounds/{round}")).StatusCode);
            foreach (var list in (string[])["/rounds", "/api/rounds"])
                Assert.DoesNotContain(
                    round,
                    await (await visitor.GetAsync(list)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
                );
        }
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await service.Lead().SendJsonAsync(HttpMethod.Post, "/api/bids", new { Round = round })).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead().GetAsync($"/rounds/{round}/extension")).StatusCode);
        Assert.DoesNotContain(round, (await service.Lead().GetPageAsync("/bids")).Body!.InnerHtml);
        Assert.Contains(round, (await service.Officer().GetPageAsync("/rounds")).Text("#drafts"));
        Assert.Equal($"/rounds/{round}/edit", (await service.Officer().GetAsync($"/rounds/{round}")).Headers.Location!.OriginalString);
    }
}
