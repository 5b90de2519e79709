namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class NeedTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_SavesAndLeadsToTheEndOfTheSection()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        Assert.Equal(
            $"/bids/{bid}/sections/project",
            await service
                .Editor()
                .PostAndFollowAsync($"/bids/{bid}/project/need", ("Version", "1"), ("Need", "Burglary rose"), ("PlanAim", "Safer places"))
        );
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/project/need");
        Assert.Equal(("Burglary rose", "Safer places"), (page.Typed("Need"), page.Typed("PlanAim")));
        Assert.Contains("Which priority of your Problem Profile does it serve? (optional)", page.Texts("label"));
    }

    [Fact]
    public async Task Post_TooLong_SaysItBesideTheField()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service
            .Editor()
            .PostAndStayAsync(
                $"/bids/{bid}/project/need",
                ("Version", "1"),
                ("Need", new('n', 3001)),
                ("Priority", new('p', 201)),
                ("PlanAim", new('a', 201))
            );
        Assert.Equal(
            [
                "Evidence of need must be 3,000 characters or less",
                "Priority must be 200 characters or less",
                "Police and Crime Plan aim must be 200 characters or less",
            ],
            page.Errors()
        );
        Assert.Equal(3, page.Texts(".govuk-error-message").Count);
    }
}
