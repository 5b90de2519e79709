using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.GivenModel;

namespace Platform.Bids.Tests.Rounds;

[Rule]
public sealed class ExtensionTests
{
    private readonly Round round = Round();

    [Fact]
    public void Approve_Requested_KeepsWhoAndWhen()
    {
        var extension = Extension.Request(round, Melton, " Flood ", Ann, round.ClosesAt.AddDays(2)).Value;
        Assert.True(extension.Approve(round, new(2025, 3, 10), "Take care", Olu, round.ClosesAt.AddDays(3)).IsDone);
        Assert.Equal(
            (ExtensionState.Granted, London.EndOf(new(2025, 3, 10)), Olu, round.ClosesAt.AddDays(3), "Flood", "Take care"),
            (extension.State, extension.Until!.Value, extension.Approver, extension.AnsweredAt!.Value, extension.Reason, extension.Answer)
        );
        Assert.Equal("extension-answered", extension.Refuse("No", Olu, round.ClosesAt.AddDays(3)).Code);
        Assert.Equal([nameof(ExtensionRequested), nameof(ExtensionGranted)], extension.TakeRaised().Select(e => e.GetType().Name));
    }

    [Fact]
    public void Request_NotInvitedOrTooEarlyOrAYearLate_IsRefused()
    {
        var few = Round(NewRound() with { Invited = [Partnership.Get("RUT")] });
        Assert.Equal("not-invited", Extension.Request(few, Melton, "Flood", Ann, Open).Outcome.Code);
        Assert.Equal("round-not-open", Extension.Request(round, Melton, "Flood", Ann, round.OpensAt.AddTicks(-1)).Outcome.Code);
        Assert.Equal("round-closed", Extension.Request(round, Melton, "Flood", Ann, round.ClosesAt.AddDays(366)).Outcome.Code);
        Assert.Equal("Reason", Assert.Single(Extension.Request(round, Melton, " ", Ann, Open).Outcome.Problems).Field);
    }

    [Theory]
    [InlineData("2025-02-28")]
    [InlineData("2026-03-02")]
    [InlineData("9999-12-31")]
    public void Give_NotAfterTheDeadlineOrAYearLater_IsSaidAtTheDay(string lastDay) =>
        Assert.Equal(
            "Until",
            Assert.Single(Extension.Give(round, Melton, "Flood", DateOnly.Parse(lastDay, null), Olu, Open).Outcome.Problems).Field
        );

    [Fact]
    public void Refuse_SaysWhy()
    {
        var extension = Extension.Request(round, Melton, "Flood", Ann, Open).Value;
        Assert.Equal("Answer", Assert.Single(extension.Refuse("", Olu, Open).Problems).Field);
        Assert.True(extension.Refuse("There was time", Olu, Open).IsDone);
        Assert.Equal(
            (ExtensionState.Refused, (DateTimeOffset?)null, "There was time"),
            (extension.State, extension.Until, extension.Answer)
        );
    }

    // What lapsed is a draft again: it can be edited, and submitted as its writer saw it.
    [Fact]
    public void Revive_Lapsed_CanBeSavedAndSubmittedInTheLongerWindow()
    {
        var bid = Complete(round);
        bid.Lapse(round.ClosesAt);
        var (window, late) = (round.Window(London.EndOf(new(2025, 3, 10))), London.At(new(2025, 3, 9), new(12, 0)));
        bid.Revive(Olu, late);
        Assert.Equal(BidState.Draft, bid.State);
        Assert.Equal(Result.Done, bid.Save(Project("Later"), window, bid.Version, Ann, late));
        Assert.Equal(ResultKind.Stale, bid.Submit(window, bid.Version - 1, [], Ann, late).Outcome.Kind);
        Assert.Equal(Result.Done, bid.Submit(window, bid.Version, [], Ann, window.ClosesAt.AddTicks(-1)).Outcome);
        Assert.Equal(BidState.Submitted, bid.State);
    }

    // The job that ends the extension may run before a request that reached the gateway in time.
    [Fact]
    public void Submit_LapsedAgainButArrivedBefore_IsTaken()
    {
        var (bid, window) = (Complete(round), round.Window(London.EndOf(new(2025, 3, 10))));
        var read = bid.Version;
        bid.Lapse(window.ClosesAt);
        Assert.Equal("round-closed", bid.Submit(window, read, [], Ann, window.ClosesAt).Outcome.Code);
        Assert.True(bid.Save(new InterventionAnswers(Hardening(10)), window, bid.Version, Ann, window.ClosesAt.AddTicks(-2)).IsDone);
        Assert.Equal(ResultKind.Stale, bid.Submit(window, read, [], Ann, window.ClosesAt.AddTicks(-1)).Outcome.Kind);
        Assert.True(bid.Submit(window, bid.Version, [], Ann, window.ClosesAt.AddTicks(-1)).Outcome.IsDone);
    }
}
