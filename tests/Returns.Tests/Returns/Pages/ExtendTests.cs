using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public class ExtendTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Post_ALaterDay_IsTheDueDateAndTheFirstIsKept()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(
            owed.Address,
            await service.Officer.PostAndFollowAsync(
                $"{owed.Address}/extend",
                [.. Day("14", "aug", "2024"), ("Reason", "The coordinator is ill")]
            )
        );
        var saved = await service.ReturnAsync(owed.Id);
        Assert.Equal((new DateOnly(2024, 8, 14), new DateOnly(2024, 7, 31)), (saved.DueOn, saved.FirstDueOn));
        Assert.EndsWith("ReturnExtended", await service.EventsAsync(owed.Id));
        Assert.Contains(
            "Wednesday 14 August 2024, extended from Wednesday 31 July 2024",
            (await service.Officer.GetPageAsync(owed.Address)).Texts("dd")
        );
    }

    [Fact]
    public async Task Post_WhatIsMissingOrTooEarly_IsSaidBesideItsField()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(
            ["Enter the new due date", "Enter why it is extended"],
            (await service.Officer.PostAndStayAsync($"{owed.Address}/extend")).Errors()
        );
        var page = await service.Officer.PostAndStayAsync($"{owed.Address}/extend", [.. Day("31", "7", "2024"), ("Reason", "Illness")]);
        Assert.Equal(["The new due date must be after Wednesday 31 July 2024"], page.Errors());
        Assert.Equal(("31", "Illness"), (page.Typed("DueOn.Day"), page.Typed("Reason")));
        Assert.Null((await service.ReturnAsync(owed.Id)).FirstDueOn);
    }

    [Fact]
    public async Task Get_AReturnThatIsIn_LeadsToIt()
    {
        var owed = await service.SubmittedAsync();
        Assert.Equal(owed.Address, (await service.Officer.GetAsync($"{owed.Address}/extend")).Headers.Location!.OriginalString);
    }

    private static (string, string)[] Day(string day, string month, string year) =>
        [("DueOn.Day", day), ("DueOn.Month", month), ("DueOn.Year", year)];
}
