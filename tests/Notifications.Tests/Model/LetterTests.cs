using Platform.Notifications.Model;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Model;

public sealed class LetterTests
{
    private static readonly DateTimeOffset Start = NotificationsHost.Start;

    private static Letter Written() => Letter.Write(
        new(Guid.NewGuid(), 1, "rung +1", Given.Melton, []), KnownContact.From(Given.Contact(Given.Sam, Given.Melton)), new("Subject", "Text", "Html"), Start);

    [Fact]
    public void NotTaken_AgainAndAgain_GapsGrowAndTheTenthFails()
    {
        var letter = Written();
        var at = Start;
        var gaps = new List<TimeSpan>();
        for (var attempt = 1; attempt < 10; attempt++)
        {
            letter.NotTaken("busy", at);
            Assert.Equal(LetterState.Queued, letter.State);
            gaps.Add(letter.NotBefore - at);
            at = letter.NotBefore;
        }
        letter.NotTaken("busy", at);

        Assert.Equal(gaps.Order(), gaps);
        Assert.Equal([1, 5, 30, 120], gaps.Take(4).Select(g => g.TotalMinutes));
        Assert.True(at - Start > TimeSpan.FromHours(64), "An outage from Friday evening to Monday morning loses a letter.");
        Assert.Equal((LetterState.Failed, 10, "busy"), (letter.State, letter.Attempts, letter.LastError));
    }

    [Fact]
    public void IdOf_SameOccasion_SameIdAndNoOther()
    {
        var about = Guid.NewGuid();

        Assert.Equal(Letter.IdOf(about, "rung +1", Given.Sam.UserId), Letter.IdOf(about, "rung +1", Given.Sam.UserId));
        Assert.NotEqual(Letter.IdOf(about, "rung +1", Given.Sam.UserId), Letter.IdOf(about, "rung +5", Given.Sam.UserId));
        Assert.NotEqual(Letter.IdOf(about, "rung +1", Given.Sam.UserId), Letter.IdOf(Guid.NewGuid(), "rung +1", Given.Sam.UserId));
        Assert.Equal(8, Letter.IdOf(about, "rung +1", Given.Sam.UserId).Version);
    }
}
