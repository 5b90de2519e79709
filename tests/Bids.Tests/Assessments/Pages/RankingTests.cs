using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Assessments.Pages;

public sealed class RankingTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Get_AgreedBids_AreInOrderWithBothLines()
    {
        var round = await service.ClosedRoundAsync("MEL RUT BLA CHA", Money.FromPounds(10_000));
        var ada = await service.AssessorAsync("Ada");
        Assert.Contains(
            "Nothing has been agreed of any bid yet.",
            (await service.Officer().GetPageAsync($"/rounds/{round}/ranking")).Texts("main p")
        );
        await service.ModeratedAsync($"{round}-MEL-01", ada, 4, 4, 6_000);
        await service.ModeratedAsync($"{round}-RUT-01", ada, 4, 4, 5_000);
        await service.ModeratedAsync($"{round}-BLA-01", ada, 1, 1);
        var page = await service.As(Given.Named("Pat"), null, Roles.Commissioner).GetPageAsync($"/rounds/{round}/ranking");
        Assert.Equal(
            [
                $"1 equal {round}-MEL-01 Melton 100.00% £9,000 £6,000 £6,000",
                "The money ends here: £10,000 are available",
                $"1 equal {round}-RUT-01 Rutland 100.00% £9,000 £5,000 £11,000",
                "Below the threshold of 65%",
                $"3 {round}-BLA-01 Blaby 25.00% £9,000 £9,000 Not counted",
            ],
            page.Texts("tbody tr")
        );
        Assert.Contains(
            "2 of 3 bids reach the threshold of 65%. £11,000 is recommended in all, of £10,000 available: the money reaches 1 of these 2 "
                + "bids.",
            page.Texts("main p")
        );
        Assert.Equal([$"{round}-CHA-01, Charnwood, asking for £9,000"], page.Texts("main .govuk-list--bullet li"));

        var file = await service.Officer().GetAsync($"/rounds/{round}/ranking.csv");
        Assert.Equal(
            ("text/csv", $"ranking-{round.ToLowerInvariant()}-2025-03-03.csv"),
            (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.FileName)
        );
        var lines = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal($"1,yes,{round}-MEL-01,Melton,Safer streets,100.00,yes,9000,6000,6000,yes", lines[1]);
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Lead().GetAsync($"/rounds/{round}/ranking.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer().GetAsync("/rounds/NONE/ranking.csv")).StatusCode);
    }

    [Fact]
    public async Task Get_AfterDeclaringAnInterest_IsToldThatABidIsMissing()
    {
        var round = await service.ClosedRoundAsync("MEL RUT");
        var (ada, con) = (await service.AssessorAsync("Ada"), await service.AssessorAsync("Con"));
        await service.AssignAsync($"{round}-MEL-01", con);
        await service.DeclareAsync($"{round}-MEL-01", con, hasInterest: true);
        await service.ModeratedAsync($"{round}-MEL-01", ada, 4, 4);
        await service.ModeratedAsync($"{round}-RUT-01", ada, 3, 3);
        var page = await service.AsAssessor(con).GetPageAsync($"/rounds/{round}/ranking");
        Assert.Equal("Bids in which you have declared an interest are not shown to you.", page.Text(".govuk-inset-text"));
        Assert.Equal([$"1 {round}-RUT-01 Rutland 75.00% £9,000 £9,000 £9,000"], page.Texts("tbody tr"));
        // Nor does the round's board say that Melton has not begun.
        var melton = (await service.AsAssessor(con).GetPageAsync($"/rounds/{round}"))
            .QuerySelectorAll("tbody tr")
            .Single(r => r.QuerySelector("th")!.TextContent == "Melton");
        Assert.Contains("1 not shown to you, because of an interest declared or still to be declared", melton.TextContent);
        Assert.DoesNotContain($"{round}-MEL-01", melton.TextContent);
        Assert.Empty((await service.Officer().GetPageAsync($"/rounds/{round}/ranking")).QuerySelectorAll(".govuk-inset-text"));
    }
}
