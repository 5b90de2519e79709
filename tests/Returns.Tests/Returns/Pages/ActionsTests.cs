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
        await service.Officer.PostAndFollowAsync($"{owed.Address}/not-required", ("Again", "false"), ("Reason", "No delivery"));
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
