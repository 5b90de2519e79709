using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

/// <summary>Kim wants one letter a day; Alex does not.</summary>
public sealed class WriteDigestsTests(NotificationsHost host) : NotificationsTest(host)
{
    private static readonly Person Kim = Given.Somebody("Kim Officer");
    private static readonly Person Alex = Given.Somebody("Alex Officer");

    private Visitor KimHere => Service.As(Kim, null, Roles.Officer);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Service.DeliverAsync(Given.Contact(Kim, null, Roles.Officer));
        await Service.DeliverAsync(Given.Contact(Alex, null, Roles.Officer));
        Assert.Equal(
            "/notifications/preferences?saved=true",
            await KimHere.PostAndFollowAsync("/notifications/preferences", ("Choice", "daily"))
        );
    }

    private void At(int month, int day, int hour, int minute = 0) =>
        Service.Clock.Now = London.At(new(2025, month, day), new(hour, minute));

    private Task NewsAsync() => Service.DeliverAsync(Given.Accepted() with { Id = Guid.NewGuid() });

    private async Task<List<Letter>> ToKimAsync(LetterState? state = null) =>
        [.. (await Service.LettersAsync()).Where(l => l.RecipientId == Kim.UserId && (state is null || l.State == state))];

    [Fact]
    public async Task Sweep_EightOnTheNextWorkingDay_OneLetterOfAllAndNeverASecond()
    {
        await NewsAsync();
        await NewsAsync();
        Assert.Equal(0, await Service.SweepAsync<WriteDigests>());
        Assert.Equal(2, (await ToKimAsync(LetterState.Collected)).Count);
        Assert.Equal(2, (await Service.LettersAsync()).Count(l => l.RecipientId == Alex.UserId && l.State == LetterState.Queued));

        At(2, 4, 7, 59);
        Assert.Equal(0, await Service.SweepAsync<WriteDigests>());
        At(2, 4, 8);
        Assert.Equal(1, await Service.SweepAsync<WriteDigests>());
        Assert.Equal(0, await Service.SweepAsync<WriteDigests>());

        var digest = Assert.Single(await ToKimAsync(LetterState.Queued));
        Assert.Equal("2 letters: the news of Tuesday 4 February 2025", digest.Subject);
        Assert.Contains(
            "- Accepted: the agreement for grant CSP2025-MEL-03 to Melton (https://csp.office.example/grants/CSP2025-MEL-03)\n",
            digest.Text
        );
        Assert.All(await ToKimAsync(LetterState.Collected), l => Assert.Equal(digest.Id, l.DigestId));
        await Service.SweepAsync<DeliverLetters>();
        Assert.Equal(3, Directory.GetFiles(Service.Letters).Length);
    }

    [Fact]
    public async Task Sweep_OverAWeekendAndAnOutage_OneLetterCatchesUp()
    {
        At(2, 7, 17);
        await NewsAsync();
        At(2, 9, 12);
        Assert.Equal(0, await Service.SweepAsync<WriteDigests>());
        // Monday and Tuesday 8am are missed.
        At(2, 11, 23);
        await NewsAsync();
        At(2, 12, 6);
        Assert.Equal(1, await Service.SweepAsync<WriteDigests>());
        Assert.Contains("1 letter: the news of Tuesday 11 February 2025", Assert.Single(await ToKimAsync(LetterState.Queued)).Subject);
        At(2, 12, 8);
        Assert.Equal(1, await Service.SweepAsync<WriteDigests>());
        Assert.Equal(
            ["the news of Tuesday 11 February 2025", "the news of Wednesday 12 February 2025"],
            (await ToKimAsync(LetterState.Queued)).Select(l => l.Subject.Split(": ")[1])
        );
    }

    [Fact]
    public async Task Sweep_SummerTime_EightIsLondons()
    {
        At(3, 28, 12);
        await NewsAsync();
        Service.Clock.Now = new(2025, 3, 31, 6, 59, 59, TimeSpan.Zero);
        Assert.Equal(0, await Service.SweepAsync<WriteDigests>());
        Service.Clock.Now = new(2025, 3, 31, 7, 0, 0, TimeSpan.Zero);
        Assert.Equal(1, await Service.SweepAsync<WriteDigests>());
    }

    [Fact]
    public async Task Sweep_ThreeAtOnce_OneLetter()
    {
        for (var i = 0; i < 10; i++)
            await NewsAsync();
        At(2, 4, 8);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Service.SweepAsync<WriteDigests>()));
        Assert.StartsWith("10 letters", Assert.Single(await ToKimAsync(LetterState.Queued)).Subject);
    }

    [Fact]
    public async Task NobodyToWriteTo_IsToldAtOnce()
    {
        await Service.DeliverAsync(Given.Chased(10, Roles.PartnerChair));
        Assert.StartsWith("Nobody to write to at Melton", Assert.Single(await ToKimAsync(LetterState.Queued)).Subject);
    }

    [Fact]
    public async Task Sweep_WhatWasAskedIsDone_IsNotInIt()
    {
        var asked = new ExtensionRequested(
            Guid.NewGuid(),
            1,
            NotificationsHost.Start,
            Given.Sam,
            Given.Extension(ExtensionState.Requested)
        );
        await Service.DeliverAsync(asked);
        await Service.DeliverAsync(
            new ExtensionGranted(asked.Id, 2, NotificationsHost.Start, Alex, Given.Extension(ExtensionState.Granted))
        );
        At(2, 4, 8);
        await Service.SweepAsync<WriteDigests>();
        var letters = await ToKimAsync();
        Assert.Equal(
            LetterState.Withdrawn,
            letters.Single(l => l.Subject.StartsWith("More time asked for", StringComparison.Ordinal)).State
        );
        Assert.DoesNotContain(letters, l => l.Template == "daily-digest");
    }

    [Fact]
    public async Task Preferences_ShowTheChoiceAndAskForOne()
    {
        Assert.Equal(
            "daily",
            (await KimHere.GetPageAsync("/notifications/preferences?saved=true")).QuerySelector("input[checked]")!.GetAttribute("value")
        );
        Assert.Equal(["Select how you want to be written to"], (await KimHere.PostAndStayAsync("/notifications/preferences")).Errors());
        await KimHere.PostAndFollowAsync("/notifications/preferences", ("Choice", "each"));
        await NewsAsync();
        Assert.Equal(LetterState.Queued, Assert.Single(await ToKimAsync()).State);
    }
}
