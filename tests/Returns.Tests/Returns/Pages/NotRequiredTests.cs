using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public class NotRequiredTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Post_NotRequiredAndAgain_NeedsAReasonEachTime()
    {
        var owed = await service.OpenReturnAsync();
        var address = $"{owed.Address}/not-required";
        Assert.Equal(
            ["Select yes if the quarter was reported on paper", "Enter why it is not required"],
            (await service.Officer.PostAndStayAsync(address, ("Again", "false"))).Errors()
        );
        // Pressed twice: the second press does not require it again.
        for (var press = 0; press < 2; press++)
            Assert.Equal(
                owed.Address,
                await service.Officer.PostAndFollowAsync(
                    address,
                    ("Again", "false"),
                    ("OnPaper", "false"),
                    ("Reason", "Delivery begins in July")
                )
            );
        var saved = await service.ReturnAsync(owed.Id);
        Assert.Equal((ReturnState.NotRequired, "Delivery begins in July"), (saved.State, saved.NotRequiredReason));

        var page = await service.Officer.GetPageAsync(address);
        Assert.Equal(("Require the return again", "true"), (page.Text("h1"), page.Typed("Again")?.ToLowerInvariant()));
        Assert.Equal(["Enter why it is required again"], (await service.Officer.PostAndStayAsync(address, ("Again", "true"))).Errors());
        await service.Officer.PostAndFollowAsync(address, ("Again", "true"), ("Reason", "It began in May"));
        Assert.Equal(ReturnState.Open, (await service.ReturnAsync(owed.Id)).State);
        Assert.EndsWith("ReturnNotRequired ReturnRescheduled", await service.EventsAsync(owed.Id));
    }

    [Fact]
    public async Task Post_ReportedOnPaper_IsSaidSo_AndNotCalledUnneeded()
    {
        var owed = await service.OpenReturnAsync();
        await service.Officer.PostAndFollowAsync(
            $"{owed.Address}/not-required",
            ("Again", "false"),
            ("OnPaper", "true"),
            ("Reason", "Sent to the Home Office")
        );
        var page = await service.Editor.GetPageAsync(owed.Address);
        Assert.Contains("Reported on paper", page.QuerySelector("main")!.TextContent);
        Assert.Contains("This quarter was reported on paper", page.Text(".govuk-inset-text"));
        Assert.DoesNotContain("not required", page.QuerySelector("main")!.TextContent);
        Assert.True((await service.ReturnAsync(owed.Id)).Details.OnPaper);
        await service.Officer.PostAndFollowAsync($"{owed.Address}/not-required", ("Again", "true"), ("Reason", "It got lost"));
        Assert.False((await service.ReturnAsync(owed.Id)).Details.OnPaper);
    }
}
