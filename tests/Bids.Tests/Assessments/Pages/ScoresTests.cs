using System.Net;
using Platform.Contracts;

namespace Platform.Bids.Tests.Assessments.Pages;

public sealed class ScoresTests(RunningService<BidsService> service)
{
    private static (string, string)[] Typed(int version, string need, string why, string value, bool complete) =>
        [
            ("Version", $"{version}"),
            ("complete", complete ? "true" : "false"),
            ("Scores[0].CriterionId", $"{GivenAssessment.Need.Id}"),
            ("Scores[0].Score", need),
            ("Scores[0].Justification", why),
            ("Scores[1].CriterionId", $"{GivenAssessment.Value.Id}"),
            ("Scores[1].Score", value),
            ("Scores[1].Justification", ""),
        ];

    [Fact]
    public async Task Assessor_GoesFromTheListToTheEnd()
    {
        var round = await service.ClosedRoundAsync("MEL RUT");
        var (bid, ada) = ($"{round}-MEL-01", await service.AssessorAsync("Ada"));
        await service.AssignAsync(bid, ada);
        var assessor = service.AsAssessor(ada);
        Assert.Contains($"Declare an interest or none of {bid}", (await assessor.GetPageAsync("/assessments")).Texts("td a"));
        Assert.Equal($"/assessments/{bid}/interest", (await assessor.GetAsync($"/assessments/{bid}")).Headers.Location!.OriginalString);
        Assert.Equal(["Melton", "Safer streets"], (await assessor.GetPageAsync($"/assessments/{bid}/interest")).Texts("dd"));
        Assert.Equal(
            ["Select whether you have an interest in this bid"],
            (await assessor.PostAndStayAsync($"/assessments/{bid}/interest", ("Version", "1"))).Errors()
        );
        var stale = await assessor.PostAndStayAsync(
            $"/assessments/{bid}/interest",
            ("Version", "0"),
            ("HasInterest", "true"),
            ("Interest", "My sister")
        );
        Assert.Equal(("My sister", "1"), (stale.Typed("Interest")!.Trim(), stale.Typed("Version")));
        Assert.Equal(
            $"/assessments/{bid}",
            await assessor.PostAndFollowAsync($"/assessments/{bid}/interest", ("Version", "1"), ("HasInterest", "false"))
        );

        var page = await assessor.GetPageAsync($"/assessments/{bid}");
        Assert.Equal(
            ["Read the bid (opens in new tab)", "Read or print it as it was submitted (opens in new tab)"],
            page.Texts("main .govuk-list a")
        );
        Assert.Equal("/assessments", await assessor.PostAndFollowAsync($"/assessments/{bid}", Typed(2, "", "Figures", "4", false)));
        page = await assessor.GetPageAsync($"/assessments/{bid}");
        Assert.Equal(("Figures", "3"), (page.Typed("Scores[0].Justification")!.Trim(), page.Typed("Version")));
        Assert.Equal("4", page.QuerySelector("[name='Scores[1].Score'][checked]")!.GetAttribute("value"));

        var missing = await assessor.PostAndStayAsync($"/assessments/{bid}", Typed(3, "", "Better figures", "4", true));
        Assert.Equal(
            ["Select a score from 0 to 4 for Evidence of need", "Enter why you give Value for money this score"],
            missing.Errors()
        );
        Assert.Equal("Better figures", missing.Typed("Scores[0].Justification")!.Trim());
        var fields = Typed(3, "3", "Figures", "0", true);
        fields[^1] = ("Scores[1].Justification", "Dear");
        Assert.Equal($"/assessments/{bid}", await assessor.PostAndFollowAsync($"/assessments/{bid}", fields));
        Assert.Equal($"/assessments/{bid}", await assessor.PostAndFollowAsync($"/assessments/{bid}", fields));
        page = await assessor.GetPageAsync($"/assessments/{bid}");
        Assert.Equal(["3: Good", "Figures", "0: No evidence", "Dear"], page.Texts("dd"));
        Assert.Empty(page.QuerySelectorAll("main textarea"));
        Assert.Equal(
            "AssessmentAssigned InterestDeclared AssessmentScored AssessmentScored",
            await service.AssessmentEventsAsync(bid, ada)
        );
    }

    [Fact]
    public async Task Interest_Declared_LeadsToTheListWithoutALink()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        var con = await service.AssessorAsync("Connie");
        await service.AssignAsync(bid, con);
        var assessor = service.AsAssessor(con);
        Assert.Equal(
            ["Enter what your interest is, in 2,000 characters or less"],
            (await assessor.PostAndStayAsync($"/assessments/{bid}/interest", ("Version", "1"), ("HasInterest", "true"))).Errors()
        );
        Assert.Equal(
            "/assessments",
            await assessor.PostAndFollowAsync(
                $"/assessments/{bid}/interest",
                ("Version", "1"),
                ("HasInterest", "true"),
                ("Interest", "My sister")
            )
        );
        Assert.Equal(
            "/assessments",
            await assessor.PostAndFollowAsync(
                $"/assessments/{bid}/interest",
                ("Version", "1"),
                ("HasInterest", "true"),
                ("Interest", "My sister")
            )
        );
        var list = await assessor.GetPageAsync("/assessments");
        Assert.Equal((bid, 0), (list.Text("tbody th"), list.QuerySelectorAll("tbody a").Length));
        Assert.Contains("My sister", (await service.Officer().GetPageAsync($"/rounds/{bid.Split('-')[0]}/assessments")).Texts("dd"));
        Assert.DoesNotContain("Safer streets", list.Text("main"));
    }

    [Fact]
    public async Task Post_SavedInAnotherWindow_KeepsWhatWasTyped()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        var ada = await service.AssessorAsync("Ada");
        await service.AssignAsync(bid, ada);
        await service.DeclareAsync(bid, ada);
        var assessor = service.AsAssessor(ada);
        await assessor.PostAndFollowAsync($"/assessments/{bid}", Typed(2, "1", "First", "", false));
        var stale = await assessor.PostAndStayAsync($"/assessments/{bid}", Typed(2, "2", "Second", "", false));
        Assert.Equal(("Second", "3"), (stale.Typed("Scores[0].Justification")!.Trim(), stale.Typed("Version")));
        await assessor.PostAndFollowAsync($"/assessments/{bid}", Typed(3, "2", "Second", "", false));
        Assert.Equal(
            ["Select a score from 0 to 4 for Evidence of need"],
            (await assessor.PostAndStayAsync($"/assessments/{bid}", Typed(4, "9", "Second", "", false))).Errors()
        );
    }

    [Fact]
    public async Task Post_TakenAwayAndAssignedAnewMeanwhile_KeepsWhatWasTypedAndSaysWhatToDo()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        var ada = await service.AssessorAsync("Ada");
        await service.AssignAsync(bid, ada);
        var assessor = service.AsAssessor(ada);
        var refused = await assessor.PostAndStayAsync($"/assessments/{bid}", Typed(2, "1", "First", "", false));
        Assert.Equal(["Say first whether you have an interest in this bid", "Say whether you have an interest"], refused.Errors());
        Assert.Equal("First", refused.Typed("Scores[0].Justification")!.Trim());
        Assert.DoesNotContain("Safer streets", refused.Text("main"));
    }

    [Fact]
    public async Task Get_SomebodyElsesAssessment_IsNotFound()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        await service.AssignAsync(bid, await service.AssessorAsync("Ada"));
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await service.AsAssessor(await service.AssessorAsync("Ben")).GetAsync($"/assessments/{bid}")).StatusCode
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await service.Lead().GetAsync($"/assessments/{bid}")).StatusCode);
        // Somebody who is no longer an assessor cannot go on.
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await service.As(Given.Named("Ada"), null, Roles.Finance).GetAsync($"/assessments/{bid}")).StatusCode
        );
    }
}
