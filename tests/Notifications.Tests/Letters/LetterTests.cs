using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Letters;

[Rule]
public sealed class LetterTests
{
    private static readonly DateTimeOffset Start = NotificationsHost.Start;

    private static Letter Written() =>
        Letter.Write(
            new(Guid.NewGuid(), 1, "rung +1", Given.Melton, []),
            KnownContact.From(Given.Contact(Given.Sam, Given.Melton)),
            new("Subject", "Text", "Html"),
            Start
        );

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

    // Some providers say "delivered", and take it back days later; a receipt may come before the note that the letter was sent.
    [Fact]
    public void Receipts_InAnyOrder_EachStateFollows()
    {
        var late = Written();
        var early = Written();
        var again = Written();

        late.Sent(Start);
        late.Delivered(Start);
        Assert.True(late.CameBack("no such mailbox", Start));
        Assert.False(late.CameBack("no such mailbox", Start));
        Assert.Equal((LetterState.Failed, "no such mailbox"), (late.State, late.LastError));

        early.Delivered(Start);
        Assert.Equal([nameof(LetterSent), nameof(LetterDelivered)], early.TakeRaised().Select(e => e.GetType().Name));

        again.Refused("550 no <sam@melton.example>, sorry", Start);
        again.Delivered(Start);
        Assert.Equal((LetterState.Delivered, null), (again.State, again.LastError));
        Assert.Equal("550 no … sorry", Assert.IsType<LetterFailed>(again.TakeRaised()[0]).Reason);
    }

    [Fact]
    public void Withdrawn_NothingBringsItBack()
    {
        var letter = Written();
        letter.Withdraw("its day is over", Start);
        letter.Delivered(Start);
        Assert.False(letter.CameBack("x", Start));
        letter.DealWith(Given.Sam, Start);
        Assert.Equal((LetterState.Withdrawn, null, 1), (letter.State, letter.DealtWithAt, letter.TakeRaised().Count));
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
