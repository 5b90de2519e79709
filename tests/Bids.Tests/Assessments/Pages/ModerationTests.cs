using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Tests.Assessments.Pages;

public sealed class ModerationTests(RunningService<BidsService> service)
{
    private async Task<(string, string)[]> TypedAsync(string bid, string version, string amount, string need = "3")
    {
        var line = ModerationAnswers.AsAsked((await service.BidAsync(bid)).Content)[0];
        return
        [
            ("Version", version),
            ("Scores[0].CriterionId", $"{GivenAssessment.Need.Id}"),
            ("Scores[0].Score", need),
            ("Scores[0].Reason", "We agree"),
            ("Scores[1].CriterionId", $"{GivenAssessment.Value.Id}"),
            ("Scores[1].Score", "2"),
            ("Scores[1].Reason", "So do we"),
            ("Recommended[0].InterventionId", $"{line.InterventionId}"),
            ("Recommended[0].Year", $"{line.Year.Start}"),
            ("Recommended[0].Kind", $"{line.Kind}"),
            ("Recommended[0].Amount", amount),
            ("Conditions", "Reports on time\r\n\r\nSigns up to the plan"),
            ("Comment", "Strong"),
        ];
    }

    [Fact]
    public async Task Officer_AgreesOnceAllHaveFinished()
    {
        var round = await service.ClosedRoundAsync();
        var bid = $"{round}-MEL-01";
        var ada = await service.AssessorAsync("Ada");
        var ben = await service.AssessorAsync("Ben");
        await service.AssignAsync(bid, ada, ben);
        await service.CompleteAssessmentAsync(bid, ada, 4, 2);
        var (officer, address) = (service.Officer(), $"/assessments/{bid}/moderation");
        var early = await officer.GetPageAsync(address);
        Assert.Equal(["Ada: complete", "Ben: not started"], early.Texts("main .govuk-list--bullet li"));
        Assert.DoesNotContain("Said by Ada", early.Text("main"));
        Assert.Equal(
            ["Not every assessor of this bid has completed their scores"],
            (await officer.PostAndStayAsync(address, await TypedAsync(bid, "0", "9000"))).Errors()
        );
        Assert.Equal(HttpStatusCode.NotFound, (await service.AsAssessor(ada).GetAsync(address)).StatusCode);

        await service.CompleteAssessmentAsync(bid, ben, 2, 1);
        var page = await officer.GetPageAsync(address);
        Assert.Equal(
            [
                "4: Excellent Said by Ada",
                "2: Adequate Said by Ben",
                "2 or more apart",
                "2: Adequate Said by Ada",
                "1: Weak Said by Ben",
                "Close",
            ],
            page.Texts("tbody td")
        );
        Assert.Equal("9,000", page.Typed("Recommended[0].Amount"));
        Assert.Equal(
            ["Recommended amount must be £9,000 or less, which is what the bid asks for"],
            (await officer.PostAndStayAsync(address, await TypedAsync(bid, "0", "9,000.01"))).Errors()
        );
        var unread = await officer.PostAndStayAsync(address, await TypedAsync(bid, "0", "a lot", need: ""));
        Assert.Equal(
            ["Select the agreed score for Evidence of need", "Recommended amount must be an amount of money, like 1,500 or 1,500.50"],
            unread.Errors()
        );
        Assert.Equal(("a lot", "Strong"), (unread.Typed("Recommended[0].Amount"), unread.Typed("Comment")!.Trim()));

        Assert.Equal($"/rounds/{round}/assessments", await officer.PostAndFollowAsync(address, await TypedAsync(bid, "0", "£4,500.50")));
        Assert.Contains($"68.75% agreed for {bid}", (await officer.GetPageAsync($"/rounds/{round}/assessments")).Texts("td a"));
        var stale = await officer.PostAndStayAsync(address, await TypedAsync(bid, "0", "0"));
        Assert.Contains("£4,500.50 of £9,000", stale.Texts("dd"));
        Assert.Equal(("0", "1"), (stale.Typed("Recommended[0].Amount"), stale.Typed("Version")));
        await officer.PostAndFollowAsync(address, await TypedAsync(bid, "1", "0"));
        var kept = await service.ReadAsync((BidsContext db) => db.Moderations.AsNoTracking().SingleAsync(m => m.BidReference == bid));
        Assert.Equal(
            (2, Money.Zero, "Reports on time|Signs up to the plan"),
            (kept.Version, kept.Total, string.Join('|', kept.Conditions))
        );
        Assert.Equal(["BidModerated", "BidModerated"], (await service.LogAsync(kept.Id)).Select(r => r.Type));

        var member = await service.AsAssessor(ada).GetPageAsync(address);
        Assert.Empty(member.QuerySelectorAll("main form"));
        Assert.Contains("£0 of £9,000", member.Texts("dd"));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await service.AsAssessor(ada).PostAsync(address, await TypedAsync(bid, "2", "0"))).StatusCode
        );
    }

    [Fact]
    public async Task Decided_CannotBeRevised()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        await service.ModeratedAsync(bid, await service.AssessorAsync("Ada"), 4, 4);
        await service.ReadAsync(
            async (BidsContext db) =>
            {
                (await db.Bids.SingleAsync(b => b.Reference == bid)).Decide(
                    "EXE800-25",
                    Decision.NotSupported,
                    Person.Platform,
                    Given.InTime
                );
                return await db.SaveChangesAsync();
            }
        );
        Assert.Empty((await service.Officer().GetPageAsync($"/assessments/{bid}/moderation")).QuerySelectorAll("main form"));
        Assert.Equal(
            ["This bid has been decided: what was agreed stays"],
            (await service.Officer().PostAndStayAsync($"/assessments/{bid}/moderation", await TypedAsync(bid, "1", "0"))).Errors()
        );
    }
}
