using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Bid = Platform.Bids.Bidding.Bid;

namespace Platform.Bids.Tests.Data;

public sealed class BidsContextTests(RunningService<BidsService> service)
{
    // The fixture began with an empty database.
    [Fact]
    public async Task Migrations_FromEmpty_LeaveNothingPending()
    {
        Assert.False(await service.ReadAsync((BidsContext db) => Task.FromResult(db.Database.HasPendingModelChanges())));
        Assert.Empty(await service.ReadAsync(async (BidsContext db) => (await db.Database.GetPendingMigrationsAsync()).ToList()));
        Assert.NotEmpty(await service.ReadAsync(async (BidsContext db) => (await db.Database.GetAppliedMigrationsAsync()).ToList()));
    }

    [Fact]
    public async Task Save_Done_HasAnEventOfItsVersionAndActor()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var rows = await service.LogAsync((await service.BidAsync(bid)).Id);
        Assert.Equal((7, "BidSaved"), (rows[^1].Version, rows[^1].Type));
        Assert.Equal(Given.Named("Ed of MEL").UserId, rows[^1].Actor);
    }

    [Fact]
    public async Task Save_StateRefused_LeavesNoEvent()
    {
        var reference = await service.RoundAsync();
        var taken = await service.DraftAsync(reference);
        Guid second = default;
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            service.ReadAsync(
                async (BidsContext db) =>
                {
                    var bid = Bid.Start(
                        (await db.Rounds.SingleAsync(r => r.Reference == reference)).WindowUntil(null),
                        Partnership.Get("MEL"),
                        1,
                        Person.Platform,
                        Given.InTime
                    ).Value;
                    (second, _) = (bid.Id, db.Add(bid));
                    return await db.SaveChangesAsync();
                }
            )
        );
        Assert.Empty(await service.LogAsync(second));
        Assert.Equal("BidStarted", await service.EventsAsync(taken));
    }

    [Fact]
    public async Task Save_EventRefused_LeavesNoState()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        await service.AsOwnerAsync(
            "alter table event_log add constraint no_secret check (json::text not like '%a word that the log refuses%') not valid"
        );
        try
        {
            await Assert.ThrowsAsync<DbUpdateException>(() =>
                service.ReadAsync(
                    async (BidsContext db) =>
                    {
                        var draft = await db.Bids.SingleAsync(b => b.Reference == bid);
                        var round = await db.Rounds.SingleAsync(r => r.Id == draft.RoundId);
                        Assert.True(
                            draft
                                .Save(
                                    new ProjectAnswers("a word that the log refuses", null, ""),
                                    round.WindowUntil(null),
                                    1,
                                    Person.Platform,
                                    Given.InTime
                                )
                                .IsDone
                        );
                        return await db.SaveChangesAsync();
                    }
                )
            );
        }
        finally
        {
            await service.AsOwnerAsync("alter table event_log drop constraint no_secret");
        }
        Assert.Equal((1, ""), ((await service.BidAsync(bid)).Version, (await service.BidAsync(bid)).Content.Title));
        Assert.Equal("BidStarted", await service.EventsAsync(bid));
    }
}
