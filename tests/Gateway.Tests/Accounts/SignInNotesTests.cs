using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;

namespace Platform.Gateway.Tests.Accounts;

/// <summary>What is noted of signing in and out, and of being refused.</summary>
public sealed class SignInNotesTests(Databases given)
{
    private async Task<List<AccessNoted>> NotesAsync(Guid person)
    {
        await using var scope = given.Host.Services.CreateAsyncScope();
        var log = scope.ServiceProvider.GetRequiredService<AccountsContext>().EventLog.AsNoTracking();
        var rows = await log.Where(r => r.Type == nameof(AccessNoted)).OrderBy(r => r.Position).ToListAsync();
        Assert.All(rows, row => Assert.Equal(row.ComputeHash(), row.Hash));
        return [.. rows.Select(r => (AccessNoted)r.Read()).Where(n => n.By.UserId == person || n.Details.Of?.UserId == person)];
    }

    [Fact]
    public async Task SigningInAndOut_IsNotedWithWhereFrom()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        await browser.PostAsync("/account/sign-out");
        var notes = await NotesAsync(browser.UserId);
        Assert.Equal([AccessKind.SignedIn, AccessKind.SignedOut], notes.Select(n => n.Details.Kind));
        Assert.All(notes, n => Assert.Equal((browser.UserId, "127.0.0.1", 1), (n.By.UserId, n.Details.Source, n.Details.Times)));
    }

    [Fact]
    public async Task WrongPasswords_AreNotedAsNobodys_AndTheLockToo()
    {
        var user = await given.Host.GivenUserAsync();
        using var browser = new Browser(given.Host.Address);
        for (var i = 0; i < 6; i++)
            await browser.SignInAsync(user.Email!, "purple secret onion");
        var notes = await NotesAsync(user.Id);
        Assert.Equal(
            [.. Enumerable.Repeat(AccessKind.SignInRefused, 4), AccessKind.LockedOut, AccessKind.LockedOut],
            notes.Select(n => n.Details.Kind)
        );
        Assert.All(notes, n => Assert.Equal((Guid.Empty, new Person(user.Id, user.Name)), (n.By.UserId, n.Details.Of)));
        Assert.DoesNotContain("secret", JsonSerializer.Serialize(notes));
    }

    [Fact]
    public async Task UnknownAddress_IsNotedWithoutWhatWasTyped()
    {
        using var browser = new Browser(given.Host.Address);
        await browser.SignInAsync("purple-secret@example.org", "x");
        var notes = await NotesAsync(Guid.Empty);
        Assert.Contains(notes, n => n.Details is { Kind: AccessKind.SignInRefused, Of: null });
        Assert.DoesNotContain("purple-secret", JsonSerializer.Serialize(notes));
    }

    [Fact]
    public async Task SessionEndedByAnAdministrator_IsNotedAsTheirs()
    {
        using var administrator = await given.Host.GivenSignedInAsync(Roles.Administrator);
        using var person = await given.Host.GivenSignedInAsync();
        var page = await administrator.GetAsync($"/account/people/{person.UserId}").PageAsync();
        var form = page.QuerySelector("tbody tr form")!;
        await administrator.PostAsync(
            form.GetAttribute("action")!,
            ("Session", form.QuerySelector("input[name=Session]")!.GetAttribute("value"))
        );
        var note = Assert.Single(await NotesAsync(person.UserId), n => n.Details.Kind == AccessKind.SignedOut);
        Assert.Equal((administrator.UserId, person.UserId), (note.By.UserId, note.Details.Of!.UserId));
    }

    [Fact]
    public async Task EndingTheOtherSessions_IsNotedOnce_AndNotWhereThereAreNone()
    {
        using var browser = await given.Host.GivenSignedInAsync();
        await browser.PostAsync("/account/sessions?handler=others");
        Assert.DoesNotContain(await NotesAsync(browser.UserId), n => n.Details.Kind == AccessKind.SignedOut);
        foreach (var _ in new[] { 1, 2 })
        {
            using var other = new Browser(given.Host.Address);
            await other.SignInAsync(browser.Email, GatewayHost.Password);
        }
        await browser.PostAsync("/account/sessions?handler=others");
        var note = Assert.Single(await NotesAsync(browser.UserId), n => n.Details.Kind == AccessKind.SignedOut);
        Assert.Equal("on another device", note.Details.What);
    }

    [Fact]
    public async Task Refused_Often_DoesNotFloodTheLog()
    {
        using var officer = await given.Host.GivenSignedInAsync();
        for (var i = 0; i < 50; i++)
            await officer.GetAsync($"/account/people/invite?number={i}");
        var refused = (await NotesAsync(officer.UserId)).Where(n => n.Details.Kind == AccessKind.Refused).ToList();
        Assert.Equal(AccessDetails.Most, refused.Count);
        Assert.All(refused, n => Assert.Equal("/account/people/invite", n.Details.What));
    }
}

[Rule]
public sealed class AccessCountsTests
{
    private static readonly DateTimeOffset Now = new(2025, 2, 28, 12, 0, 0, TimeSpan.Zero);
    private static readonly Person Officer = new(Guid.NewGuid(), "Ola Officer");

    private static AccessNoted Note(int second, string what = "/x", AccessKind kind = AccessKind.Refused, Person? by = null) =>
        new(Guid.NewGuid(), 1, Now.AddSeconds(second), by ?? Officer, new(kind, what, "192.0.2.1"));

    [Fact]
    public void AThousandInAMinute_AreTwentyNotesAndACount()
    {
        var counts = new AccessCounts();
        Assert.Equal(AccessDetails.Most, Enumerable.Range(0, 1000).Count(i => counts.IsToBeSaid(Note(i / 20, $"/{i}"))));
        Assert.Empty(counts.TakeOver(Now.AddSeconds(59)));
        var rest = Assert.Single(counts.TakeOver(Now.AddSeconds(60)));
        Assert.Equal((1000 - AccessDetails.Most, "/999"), (rest.Details.Times, rest.Details.What));
        Assert.Empty(counts.TakeOver(Now.AddSeconds(120)));
        Assert.True(counts.IsToBeSaid(Note(61)));
    }

    [Fact]
    public void OtherPeopleAndOtherKinds_AreCountedApart()
    {
        var counts = new AccessCounts();
        for (var i = 0; i < 100; i++)
            counts.IsToBeSaid(Note(0));
        Assert.True(counts.IsToBeSaid(Note(1, kind: AccessKind.Exported)));
        Assert.True(counts.IsToBeSaid(Note(1, by: new(Guid.NewGuid(), "Ada"))));
        Assert.False(counts.IsToBeSaid(Note(1)));
    }

    [Fact]
    public void WhatWasCounted_IsNeverLostToTheNextMinute()
    {
        var counts = new AccessCounts();
        for (var i = 0; i < 30; i++)
            counts.IsToBeSaid(Note(0));
        Assert.False(counts.IsToBeSaid(Note(90)));
        Assert.Equal(11, Assert.Single(counts.TakeOver(Now.AddSeconds(91))).Details.Times);
    }
}
