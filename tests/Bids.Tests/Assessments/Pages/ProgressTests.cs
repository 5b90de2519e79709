using System.Net;

namespace Platform.Bids.Tests.Assessments.Pages;

public sealed class ProgressTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Officer_AsksSeveralAtOnce_AndTakesOneOff()
    {
        var round = await service.ClosedRoundAsync("MEL RUT");
        var (ada, ben) = (await service.AssessorAsync("Ada"), await service.AssessorAsync("Ben"));
        var (officer, address) = (service.Officer(), $"/rounds/{round}/assessments");
        Assert.Equal(["Select at least one bid", "Select at least one assessor"], (await officer.PostAndStayAsync(address)).Errors());
        var half = await officer.PostAndStayAsync(address, ("Bids", $"{round}-MEL-01"));
        Assert.Equal($"{round}-MEL-01", half.QuerySelector("[name=Bids][checked]")!.GetAttribute("value"));
        Assert.Equal(
            address,
            await officer.PostAndFollowAsync(
                address,
                ("Bids", $"{round}-MEL-01"),
                ("Bids", $"{round}-RUT-01"),
                ("Assessors", $"{ada.UserId}"),
                ("Assessors", $"{ben.UserId}")
            )
        );
        await service.CompleteAssessmentAsync($"{round}-MEL-01", ada);
        await service.DeclareAsync($"{round}-MEL-01", ben);
        var page = await officer.GetPageAsync(address);
        Assert.Equal(
            ["Complete", $"In progress Take off Ben from {round}-MEL-01", "1 of 2 complete"],
            page.Texts("tbody tr:first-child td")
        );

        var remove = page.QuerySelector("tbody tr:first-child td a")!.GetAttribute("href")!;
        Assert.Equal($"Do you want to take Ben off {round}-MEL-01?", (await officer.GetPageAsync(remove)).Text("h1"));
        Assert.Equal(address, await officer.PostAndFollowAsync(remove));
        Assert.Equal(
            [$"Compare and agree the scores of {round}-MEL-01"],
            (await officer.GetPageAsync(address)).Texts("tbody tr:first-child td:last-child")
        );
        Assert.Equal(
            "AssessmentAssigned InterestDeclared AssessmentCancelled",
            await service.AssessmentEventsAsync($"{round}-MEL-01", ben)
        );
        var done = $"{address}/{(await service.AssessmentAsync($"{round}-MEL-01", ada)).Id}/remove";
        Assert.Equal(["Ada has completed this assessment: it stays"], (await officer.PostAndStayAsync(done)).Errors());
    }

    [Fact]
    public async Task AskingAndDeclaring_PressedTwiceAtOnce_AreDoneOnce()
    {
        var round = await service.ClosedRoundAsync("MEL");
        var (bid, address) = ($"{round}-MEL-01", $"/rounds/{round}/assessments");
        var ada = await service.AssessorAsync("Ada");
        await PressAsync(service.Officer(), address, address, ("Bids", bid), ("Assessors", $"{ada.UserId}"));
        await PressAsync(
            service.AsAssessor(ada),
            $"/assessments/{bid}/interest",
            $"/assessments/{bid}",
            ("Version", "1"),
            ("HasInterest", "false")
        );
        Assert.Equal("AssessmentAssigned InterestDeclared", await service.AssessmentEventsAsync(bid, ada));

        static async Task PressAsync(Visitor visitor, string address, string to, params (string, string)[] fields)
        {
            var presses = Enumerable.Range(0, 4).Select(_ => visitor.PostAndFollowAsync(address, fields));
            Assert.All(await Task.WhenAll(presses), led => Assert.Equal(to, led));
        }
    }

    [Fact]
    public async Task Get_RoundStillOpen_SaysWhenAndAsksNobody()
    {
        var round = await service.RoundAsync();
        var bid = await service.SubmittedAsync(round);
        var page = await service.Officer().GetPageAsync($"/rounds/{round}/assessments");
        Assert.Contains("Assessors can be chosen once the round has closed.", page.Texts(".govuk-inset-text"));
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal(
            ["Assessors can be chosen once the round has closed"],
            (await service.Officer().PostAndStayAsync($"/rounds/{round}/assessments", ("Bids", bid))).Errors()
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Lead().GetAsync($"/rounds/{round}/assessments")).StatusCode);
    }
}
