using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Keeping;

namespace Platform.Bids.Tests.Audit;

/// <summary>Whom to ask about a bid is forgotten seven years after its round closed, and nothing that verifies it notices.</summary>
public sealed class ForgettingTests(AuditedService service) : IClassFixture<AuditedService>, IAsyncLifetime
{
    private DateTimeOffset closed;

    public async ValueTask InitializeAsync()
    {
        await service.GivenAsync();
        closed = (await service.ReadAsync((BidsContext db) => db.Rounds.Select(r => r.ClosedAt).SingleAsync()))!.Value;
    }

    public async ValueTask DisposeAsync() => await service.RestoreAsync();

    [Fact]
    public async Task Sweep_SevenYearsLater_NothingRemainsAnywhere_AndAllVerifies()
    {
        service.Clock.Now = closed.AddYears(7).AddSeconds(-1);
        Assert.Equal(0, await service.SweepAsync<ForgetBidContacts>());
        Assert.Contains("ann@melton.example", await service.TextAsync("kept_"));

        service.Clock.Now = closed.AddYears(7);
        Assert.Equal(2, await service.SweepAsync<ForgetBidContacts>());
        Assert.Equal(0, await service.SweepAsync<ForgetBidContacts>());

        Assert.DoesNotContain("ann@melton.example", await service.TextAsync("kept_"));
        var (code, said) = await service.VerifyAsync();
        Assert.True(code == 0, said);
        var note = (PersonalDataErased)
            (await service.ReadAsync((BidsContext db) => db.EventLog.SingleAsync(r => r.Type == nameof(PersonalDataErased)))).Read();
        Assert.Equal(("bids", DataKinds.BidContacts, 2), (note.Details.Service, note.Details.Kind, note.Details.Count));
        Assert.Contains("no longer kept", (await service.Officer().GetPageAsync($"/bids/{service.Bid}/submissions/1")).Text("main"));
    }

    [Fact]
    public async Task ForgottenWithoutANote_IsFound()
    {
        await service.TamperAsync("update submissions set personal = null");
        var (code, said) = await service.VerifyAsync();
        Assert.Equal(1, code);
        Assert.Contains($"Bid {service.Bid}: what is personal of what was submitted was forgotten, and no note says so.", said);
    }

    [Fact]
    public async Task AnotherContact_IsFound()
    {
        await service.TamperAsync("update submissions set personal = replace(personal, 'ann@melton', 'eve@melton')");
        Assert.Contains("was changed: its hash no longer fits.", (await service.VerifyAsync()).Said);
    }

    /// <summary>Whoever takes the login that serves can forget, and can put nothing in its place.</summary>
    [Fact]
    public async Task Log_TakesNothingInPlaceOfWhatWasForgotten()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            service.AsOwnerAsync("update event_log set personal = '{}' where position = 1")
        );
        Assert.Equal("EL001", refused.SqlState);
        await service.AsOwnerAsync("update event_log set personal = null where position = 1");
    }

    [Fact]
    public async Task SubjectAccess_GivesTheBidsThatTheyAnswerFor_AsTheyStandAndAsSubmitted()
    {
        var subject = new Subject("ANN@melton.example", []);
        var held = await service.ReadAsync(
            (BidsContext db) => new FindSubject(db, [new HeldContacts(db)]).RunAsync(subject, TestContext.Current.CancellationToken)
        );
        Assert.Equal(2, held.Count(h => h.Kind == DataKinds.BidContacts && h.Facts.Contains(new HeldFact("Name", "Ann Reed"))));
        Assert.Contains(held, h => h.Title.StartsWith($"Whom to ask about bid {service.Bid}, as submitted at ", StringComparison.Ordinal));
    }

    /// <summary>A failed message holds what it said until it is settled, and ninety days more.</summary>
    [Fact]
    public async Task FailedMessage_AfterItWasSettled_SaysNothingPersonal_AndStillVerifies()
    {
        await service.TamperAsync(
            $$"""
            insert into failed_messages (id, version, message_id, queue, type, json, cause, failures, state, forgotten)
            values ('{{Guid.NewGuid()}}', 0, '{{Guid.NewGuid()}}', 'bids-contact-changed', 'ContactChanged',
            '{"id":"{{Guid.NewGuid()}}","version":1,"at":"2025-01-01T00:00:00Z","by":{"userId":"{{Guid.Empty}}","name":"The platform"},
            "details":{"name":"Kit Moss","email":"kit@melton.example","partnership":"MEL","roles":[],"active":true},"changes":[]}',
            'It failed', 1, 'Discarded', false)
            """
        );
        Assert.Equal(1, await service.SweepAsync<ForgetFailedMessages>());
        Assert.Equal(0, await service.SweepAsync<ForgetFailedMessages>());
        var text = await service.TextAsync();
        Assert.DoesNotContain("kit@melton.example", text);
        Assert.DoesNotContain("Kit Moss", text);
        Assert.Contains("It failed", text);
    }
}
