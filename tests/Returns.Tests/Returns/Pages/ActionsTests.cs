using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns.Pages;

public class ActionsTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Get_ByAnOfficer_OffersWhatCanBeDoneWithTheReturnAsItStands()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(["chase-now", "chasing", "extend", "not-required", "reply"], await ActsAsync(service.Officer, owed));
        await service.Officer.PostAndFollowAsync(
            $"{owed.Address}/not-required",
            ("Again", "false"),
            ("OnPaper", "false"),
            ("Reason", "No delivery")
        );
        Assert.Equal(["not-required", "reply"], await ActsAsync(service.Officer, owed));
        var submitted = await service.SubmittedAsync();
        Assert.Equal([$"accept?version={submitted.Version}", "send-back", "reply"], await ActsAsync(service.Officer, submitted));
        service.Clock.Now = Given.In(2024, 4, 8);
        var later = (await service.GrantAsync(Given.Grant(new(2024, 7, 1), new(2024, 9, 30), service.Clock.Now)))[0];
        Assert.Equal(["chasing", "extend", "not-required", "reply"], await ActsAsync(service.Officer, later));
    }

    [Fact]
    public async Task Get_ByAnybodyElse_OffersNone()
    {
        var owed = await service.SubmittedAsync();
        foreach (
            var reader in new[]
            {
                service.Editor,
                service.Lead,
                service.As(new(Guid.NewGuid(), "Finance"), null, Roles.Finance),
                service.As(new(Guid.NewGuid(), "Board"), null, Roles.Board),
            }
        )
            Assert.Empty(await ActsAsync(reader, owed));
    }

    [Fact]
    public async Task Get_FourWeeksLate_SaysThatPaymentIsHeld()
    {
        var owed = await service.OpenReturnAsync();
        service.Clock.Now = Given.In(2024, 8, 30, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        var facts = (await service.Officer.GetPageAsync(owed.Address)).Texts("dd");
        Assert.Contains("Held until this return is in", facts);
        Assert.Contains("21 working days overdue", facts);
    }

    [Theory]
    [InlineData("extend", "This return is in, or not required")]
    [InlineData("chasing", "This return is in, or not required: nobody is chased for it")]
    [InlineData("chase-now", "This return is not open, or it has been submitted: no reminder is needed")]
    [InlineData("not-required", "This return is in")]
    [InlineData("send-back", "Only a submitted return that has not been accepted can be sent back")]
    public async Task Post_WhenItIsNoLongerPossible_SaysWhyAndKeepsWhatWasTyped(string act, string why)
    {
        var owed = await service.SubmittedAsync();
        await service.AcceptAsync(owed);
        var page = await service.Officer.PostAndStayAsync(
            $"{owed.Address}/{act}",
            ("Reason", "Typed for minutes"),
            ("DueOn.Day", "1"),
            ("DueOn.Month", "9"),
            ("DueOn.Year", "2024"),
            ("State", "Stopped"),
            ("Again", "false"),
            ("OnPaper", "false"),
            ("Sections", "rating"),
            ("Reasons[0]", "Typed for minutes")
        );
        Assert.Equal([why], page.Errors());
        if (act != "chase-now")
            Assert.Contains("Typed for minutes", page.Texts("main textarea"));
        Assert.EndsWith("ReturnAccepted", await service.EventsAsync(owed.Id));
    }

    [Fact]
    public async Task Accept_OfWhatIsNotSubmitted_IsRefusedWhateverWasRead()
    {
        var owed = await service.OpenReturnAsync();
        var page = await service.Officer.PostAndStayAsync($"{owed.Address}/accept", ("Version", "99"));
        Assert.Equal(["Only a submitted return can be accepted"], page.Errors());
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task Post_ActsPressedTwice_AreDoneOnce()
    {
        var owed = await service.OpenReturnAsync();
        foreach (
            var (act, fields) in new (string, (string, string)[])[]
            {
                ("extend", [("DueOn.Day", "16"), ("DueOn.Month", "8"), ("DueOn.Year", "2024"), ("Reason", "Staff were ill")]),
                ("chasing", [("State", "Stopped"), ("Reason", "They rang")]),
                ("chase-now", []),
                ("not-required", [("Again", "false"), ("OnPaper", "false"), ("Reason", "No delivery")]),
                ("not-required", [("Again", "true"), ("Reason", "It began after all")]),
            }
        )
        {
            var presses = Enumerable.Range(0, 3).Select(_ => service.Officer.PostAndFollowAsync($"{owed.Address}/{act}", fields));
            Assert.All(await Task.WhenAll(presses), to => Assert.Equal(owed.Address, to));
        }
        Assert.EndsWith(
            "ReturnOpened ReturnExtended ChasingChanged ReturnReminded ReturnNotRequired ReturnRescheduled",
            await service.EventsAsync(owed.Id)
        );
    }

    [Fact]
    public async Task Get_ByTheBoard_LeadsToNoTimeline()
    {
        var owed = await service.SubmittedAsync();
        var board = service.As(new(Guid.NewGuid(), "Board"), null, Roles.Board);
        Assert.Empty((await board.GetPageAsync(owed.Address)).QuerySelectorAll("a[href^='/timelines']"));
        Assert.Single((await service.Officer.GetPageAsync(owed.Address)).QuerySelectorAll("a[href^='/timelines']"));
    }

    private static async Task<IReadOnlyList<string>> ActsAsync(Visitor reader, Return owed) =>
        [
            .. (await reader.GetPageAsync(owed.Address))
                .QuerySelectorAll("main li a")
                .Select(a => a.GetAttribute("href")!)
                .Where(h => h.StartsWith(owed.Address + "/", StringComparison.Ordinal))
                .Select(h => h[(owed.Address.Length + 1)..])
                .Where(h => Acts.Contains(h.Split('?')[0])),
        ];

    private static readonly string[] Acts = ["accept", "send-back", "chase-now", "chasing", "extend", "not-required", "reply"];
}
