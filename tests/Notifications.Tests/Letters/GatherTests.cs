using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

/// <summary>Several letters of one kind to one person within a minute are one letter.</summary>
public sealed class GatherTests(NotificationsHost host) : ContactsTest(host)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static DateTimeOffset Now => NotificationsHost.Start;

    private async Task<List<ReturnReady>> HandOverAsync(int count)
    {
        var ready = Enumerable
            .Range(1, count)
            .Select(i => new ReturnReady(Guid.NewGuid(), 4, Now, Editor, Given.Return(title: $"Project {i}")))
            .ToList();
        foreach (var one in ready)
        {
            await Service.DeliverAsync(one, Guid.NewGuid(), Guid.NewGuid());
            await Service.SweepAsync<DeliverLetters>();
            Service.Clock.Now += TimeSpan.FromSeconds(10);
        }
        return ready;
    }

    private async Task<IReadOnlyList<Letter>> SentAsync() => [.. (await Service.LettersAsync()).Where(l => l.State == LetterState.Sent)];

    [Fact]
    public async Task FiveToCertifyWithinAMinute_OneLetterOnceTheFirstHasWaited_AndEachTimelineSaysThatItWent()
    {
        var ready = await HandOverAsync(5);
        Assert.Empty(await SentAsync());

        Service.Clock.Now = Now + Minute;
        await Service.SweepAsync<DeliverLetters>();
        Service.Clock.Now += Minute;
        await Service.SweepAsync<DeliverLetters>();

        var sent = Assert.Single(await SentAsync());
        Assert.Equal(("To certify: 5 returns", "Jo Lead"), (sent.Subject, sent.ToName));
        Assert.Equal(5, sent.Text.Split("(https://csp.office.example/returns/CSP2024-MEL-01/2024-25-q3)").Length - 1);
        Assert.Equal(5, (await Service.LettersAsync()).Count(l => l.State == LetterState.Collected && l.DigestId == sent.Id));
        var told = string.Concat((await Service.EventsAsync(nameof(LetterSent))).Select(e => e.Json));
        Assert.All(ready, r => Assert.Contains($"{r.Id}", told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task OneToCertify_GoesAsItselfAfterAMinute()
    {
        await HandOverAsync(1);
        Service.Clock.Now = Now + Minute;
        await Service.SweepAsync<DeliverLetters>();

        Assert.StartsWith("To certify: quarter 3 return", Assert.Single(await SentAsync()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneIsInBeforeTheLetterGoes_TheLetterDoesNotAskForIt()
    {
        var ready = await HandOverAsync(3);
        await Service.DeliverAsync(new ReturnAccepted(ready[1].Id, 6, Now, Officer, ready[1].Details));
        Service.Clock.Now = Now + Minute;
        await Service.SweepAsync<DeliverLetters>();

        Assert.Contains("To certify: 2 returns", (await SentAsync()).Select(l => l.Subject));
        Assert.Equal(
            LetterState.Withdrawn,
            Assert.Single(await Service.LettersAsync(), l => l.AboutId == ready[1].Id && l.IsRequest).State
        );
    }

    [Fact]
    public async Task OneIsInAfterTheyWerePutTogether_TheOthersArePutTogetherAgain()
    {
        var ready = await HandOverAsync(3);
        Service.Clock.Now = Now + Minute;
        await Service.SweepOnceAsync<DeliverLetters>();
        await Service.DeliverAsync(new ReturnAccepted(ready[0].Id, 6, Now, Officer, ready[0].Details));
        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(
            ["Accepted", "To certify: 2 returns"],
            (await SentAsync()).Select(l => l.Subject.StartsWith("Acc", StringComparison.Ordinal) ? "Accepted" : l.Subject).Order()
        );
        Assert.Equal(LetterState.Withdrawn, Assert.Single(await Service.LettersAsync(), l => l.Subject == "To certify: 3 returns").State);
    }

    [Fact]
    public async Task ABatchOfBidsToAssess_OneLetterToEachAssessor()
    {
        var other = Given.Somebody("Bo Second");
        await Service.DeliverAsync(Given.Contact(other, null, Roles.Assessor));
        foreach (var assessor in new[] { Assessor, other, Assessor, other, Assessor })
            await Service.DeliverAsync(new AssessmentAssigned(Guid.NewGuid(), 1, Now, Officer, Given.Assessment(assessor)));

        Service.Clock.Now = Now + Minute;
        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal(
            [("Bo Second", "To assess: 2 bids"), ("Pat Assessor", "To assess: 3 bids")],
            (await SentAsync()).Select(l => (l.ToName, l.Subject)).Order()
        );
    }

    [Fact]
    public async Task ManyLanesAtOnce_OneLetter()
    {
        await HandOverAsync(5);
        Service.Clock.Now = Now + 2 * Minute;
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Service.SweepOnceAsync<DeliverLetters>()));
        await Service.SweepAsync<DeliverLetters>();

        Assert.Equal("To certify: 5 returns", Assert.Single(await SentAsync()).Subject);
    }
}
