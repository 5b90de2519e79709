using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Timelines.Pages;

public sealed class TimelineTests(RunningService<ReportingService> service)
{
    private const string Address = "/timelines/returns/SS5-MEL-01/2024-25-q3";
    private readonly Guid id = Guid.NewGuid();

    private async Task HappenAsync()
    {
        await service.NothingAsync();
        var owed = Return(Guid.NewGuid(), ReturnState.Open);
        await service.DeliverAsync(Opened(id, owed));
        await service.DeliverAsync(new ReturnChased(id, 3, Now.AddHours(1), Person.Platform, owed, new(1, [])));
        await service.DeliverAsync(
            new LetterSent(
                Guid.NewGuid(),
                1,
                Now.AddHours(2),
                Person.Platform,
                new(id, owed.Partnership, "Nina Patel", "Overdue: quarter 3 return for Melton")
            )
        );
        await service.DeliverAsync(new ReplyNoted(id, 4, Now.AddHours(3), Ann, owed, "Their finance officer is ill"));
        await service.DeliverAsync(
            new ChasingChanged(
                id,
                5,
                Now.AddHours(4),
                Ann,
                owed with
                {
                    Chasing = ChasingState.Paused,
                    PausedUntil = new(2025, 2, 14),
                },
                "Illness"
            )
        );
    }

    [Theory]
    [InlineData(Address)]
    [InlineData("/timelines/partnerships/MEL")]
    public async Task Get_Officer_SeesEveryStepLetterAndReplyNewestFirst(string address)
    {
        await HappenAsync();
        var page = await service.As(Ann, null, Roles.Officer).GetPageAsync(address);
        Assert.Equal(
            [
                "SS5-MEL-01, quarter 3 2024/25: Reminders paused until 14 February 2025: Illness",
                "SS5-MEL-01, quarter 3 2024/25: Answer noted: Their finance officer is ill",
                "Letter to Nina Patel: Overdue: quarter 3 return for Melton",
                "Melton was reminded of its quarter 3 2024/25 return, 1 working day after it was due",
                "SS5-MEL-01, quarter 3 2024/25: Opened",
            ],
            page.QuerySelectorAll("main ol li > a").Select(a => a.TextContent)
        );
    }

    [Fact]
    public async Task Get_Partner_DoesNotSeeWhatTheOfficeNoted()
    {
        await HappenAsync();
        var page = await service.As(Ann, Partnership.Get("MEL"), Roles.PartnerEditor).GetPageAsync(Address);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Letter to Nina Patel", text);
        Assert.DoesNotContain("ill", text);
        Assert.DoesNotContain("paused", text);
        Assert.DoesNotContain("/notifications", page.QuerySelector("main")!.InnerHtml);
    }

    [Theory]
    [InlineData(null, Roles.Officer)]
    [InlineData("MEL", Roles.PartnerEditor)]
    public async Task Get_Declined_LeavesTheReasonBetweenLeadAndEditors(string? partnership, string role)
    {
        await service.NothingAsync();
        var declined = new ReturnDeclined(id, 3, Now, Ann, Return(Guid.NewGuid(), ReturnState.InProgress), "Name the streets");
        await service.DeliverAsync(declined);
        foreach (var address in new[] { Address, "/timelines/partnerships/MEL" })
        {
            var page = await service.As(Ann, partnership is null ? null : Partnership.Get(partnership), role).GetPageAsync(address);
            Assert.Equal(
                ["SS5-MEL-01, quarter 3 2024/25: Not certified"],
                page.QuerySelectorAll("main ol li > a").Select(a => a.TextContent)
            );
            Assert.DoesNotContain("streets", page.QuerySelector("main")!.TextContent);
        }
    }

    [Fact]
    public async Task Get_NothingYet_SaysSo()
    {
        await service.NothingAsync();
        var page = await service.As(Ann, null, Roles.Officer).GetPageAsync("/timelines/partnerships/BLA");
        Assert.Contains("Nothing has happened yet", page.QuerySelector("main")!.TextContent);
    }
}
