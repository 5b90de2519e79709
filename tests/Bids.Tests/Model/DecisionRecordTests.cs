using Platform.Bids.Model;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Tests.Model.GivenModel;

namespace Platform.Bids.Tests.Model;

public sealed class DecisionRecordTests
{
    private static readonly DateTimeOffset At = new(2025, 3, 31, 23, 30, 0, TimeSpan.Zero);
    private readonly Round round = Round();

    [Fact]
    public void Write_Supported_RaisesTheRecordAndDecidesItsBids()
    {
        var (first, second) = (Submitted(round), Submitted(round));
        // Half past midnight on 1 April in London.
        var (record, result) = DecisionRecord.Write("EXE005-25", "Round one", "Why", Decision.Supported, new(2025, 4, 1), [first, second], Olu, At);
        Assert.Equal(Result.Done, result);
        Assert.Equal([first.Reference, second.Reference], record!.Bids);
        Assert.Equal(Decision.Supported, Assert.IsType<DecisionRecorded>(Assert.Single(record.TakeRaised())).Record.Decision);
        Assert.All([first, second], bid =>
        {
            Assert.Equal(BidState.Decided, bid.State);
            Assert.Equal("EXE005-25", Assert.IsType<BidDecided>(Assert.Single(bid.TakeRaised())).DecisionReference);
        });
    }

    [Fact]
    public void Write_Deferred_LeavesTheBidToBeDecidedLater()
    {
        var bid = Submitted(round);
        Assert.True(Write(bid, Decision.Deferred).IsDone);
        Assert.Equal((BidState.Submitted, Decision.Deferred), (bid.State, Assert.IsType<BidDecided>(Assert.Single(bid.TakeRaised())).Decision));
        Assert.True(Write(bid, Decision.NotSupported).IsDone);
        Assert.Equal(BidState.Decided, bid.State);
    }

    [Theory]
    [InlineData("005-24")]
    [InlineData("exe005-24")]
    [InlineData("EXE5-24")]
    [InlineData("EXE005/24")]
    [InlineData("EXE005-24\n")]
    [InlineData(null)]
    public void Write_ReferenceNotLikeTheSeries_IsRefused(string? reference) =>
        Assert.Equal("Reference must be like EXE005-24", Assert.Single(Write(Submitted(round), reference: reference).Problems).Message);

    [Fact]
    public void Write_WrongAnswers_AreSaidAtTheirFields()
    {
        Assert.Equal("Title", Assert.Single(Write(Submitted(round), title: "").Problems).Field);
        Assert.Equal("Title", Assert.Single(Write(Submitted(round), title: null).Problems).Field);
        Assert.Equal("Title", Assert.Single(Write(Submitted(round), title: new('t', 201)).Problems).Field);
        Assert.Equal("Summary", Assert.Single(Write(Submitted(round), summary: new('s', 10_001)).Problems).Field);
        Assert.Equal("Decision", Assert.Single(Write(Submitted(round), (Decision)7).Problems).Field);
        Assert.Equal("DecidedOn", Assert.Single(Write(Submitted(round), on: new(2025, 4, 2)).Problems).Field);
        Assert.Equal("Bids", Assert.Single(DecisionRecord.Write("EXE005-25", "T", "", Decision.Supported, new(2025, 3, 1), [], Olu, At).Result.Problems).Field);
    }

    [Fact]
    public void Write_BidNotSubmitted_IsRefusedAndDecidesNone()
    {
        var (draft, submitted) = (Complete(round), Submitted(round));
        var result = DecisionRecord.Write("EXE005-25", "T", "", Decision.Supported, new(2025, 3, 1), [submitted, draft], Olu, At).Result;
        Assert.Equal("CSP2025-MEL-03 is not a submitted bid awaiting a decision", Assert.Single(result.Problems).Message);
        Assert.Equal(BidState.Submitted, submitted.State);
        Assert.Equal(ResultKind.Done, Write(submitted).Kind);
        Assert.Equal(ResultKind.Incorrect, Write(submitted).Kind);
    }

    private static Result Write(Bid bid, Decision decision = Decision.Supported, string? reference = "EXE005-25", string? title = "Title", string? summary = "", DateOnly? on = null) =>
        DecisionRecord.Write(reference!, title!, summary!, decision, on ?? new(2025, 3, 1), [bid], Olu, At).Result;
}
