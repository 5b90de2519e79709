using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Tests.Returns;

[Rule]
public class SaveLineTests
{
    private static readonly DateTimeOffset Opening = London.StartOf(new(2024, 7, 1));
    private readonly Return owed = Given.FirstQuarter();

    [Fact]
    public void SaveLine_AMomentBeforeTheReturnOpens_IsRefused()
    {
        var result = Save(Given.LineOf(Given.Hardening), at: Opening.AddTicks(-1));
        Assert.Equal("return-not-open", result.Code);
        Assert.Equal("This return opens on Monday 1 July 2024", result.Problems[0].Message);
        Assert.Empty(owed.TakeRaised());
    }

    [Fact]
    public void SaveLine_AtTheOpeningThoughNoJobHasRun_OpensAndSaves()
    {
        Assert.True(Save(Given.LineOf(Given.Hardening), at: Opening).IsDone);
        Assert.Equal(ReturnState.InProgress, owed.State);
        Assert.Equal([typeof(ReturnOpened), typeof(ReturnSaved)], owed.TakeRaised().Select(e => e.GetType()));
        Assert.Equal(Given.Editor, owed.PreparedBy);
    }

    [Fact]
    public void SaveLine_OutputsInAnyOrder_KeepsTheGrantsOrder()
    {
        var line = Given.LineOf(Given.Hardening);
        Save(line with { Achieved = [.. line.Achieved.Reverse()] });
        Assert.Equal(["homes target hardened", "residents trained"], owed.Lines[0].Achieved.Select(a => a.Indicator));
    }

    [Fact]
    public void SaveLine_NothingSpentOrAchieved_IsTaken() => Assert.True(Save(Given.LineOf(Given.Hardening, 0, 0, 0, "")).IsDone);

    [Fact]
    public void SaveLine_MoreThanUpTo_IsTaken() => Assert.True(Save(Given.LineOf(Given.Hardening, 149)).IsDone);

    [Fact]
    public void SaveLine_UnknownIntervention_IsNotFound() =>
        Assert.Equal(ResultKind.NotFound, Save(Given.LineOf(Given.Hardening) with { InterventionId = Guid.NewGuid() }).Kind);

    [Theory]
    [InlineData(-1, 0, "Capital", "Capital spend must be £0 or more")]
    [InlineData(0, -1, "Revenue", "Revenue spend must be £0 or more")]
    [InlineData(100_000_000_000, 0, "Capital", "Capital spend must be £999,999,999.99 or less")]
    public void SaveLine_WrongMoney_IsIncorrectBesideItsField(long capital, long revenue, string field, string message) =>
        Wrong(Given.LineOf(Given.Hardening) with { Capital = new(capital), Revenue = new(revenue) }, field, message);

    [Fact]
    public void SaveLine_NarrativeAtItsLimit_IsTakenAndOneMoreIsNot()
    {
        Assert.True(Save(Given.LineOf(Given.Hardening, narrative: new('x', 2000))).IsDone);
        Wrong(Given.LineOf(Given.Hardening, narrative: new('x', 2001)), "Narrative", "What happened must be 2,000 characters or less");
    }

    [Fact]
    public void SaveLine_UnknownStatus_IsIncorrect() =>
        Wrong(Given.LineOf(Given.Hardening) with { Status = (DeliveryStatus)9 }, "Status", "Select how Target hardening is going");

    [Fact]
    public void SaveLine_OutputsThatAreNotTheInterventionsOwn_AreIncorrect()
    {
        var line = Given.LineOf(Given.Hardening);
        Wrong(line with { Achieved = [.. line.Achieved, new("posters", 1)] }, "Achieved", "posters is not an output of Target hardening");
        Wrong(line with { Achieved = [line.Achieved[0]] }, "Achieved[1]", "Enter the number of residents trained, once");
        Wrong(line with { Achieved = [.. line.Achieved, line.Achieved[1]] }, "Achieved[1]", "Enter the number of residents trained, once");
        Wrong(
            line with
            {
                Achieved = [line.Achieved[0], new("residents trained", -1)],
            },
            "Achieved[1]",
            "Number of residents trained must be between 0 and 10,000,000"
        );
    }

    [Fact]
    public void SaveLine_SameLineSavedSinceItWasRead_IsStaleAndKeepsTheFirst()
    {
        var read = owed.Version;
        Save(Given.LineOf(Given.Hardening, 1), read);
        Assert.Equal(ResultKind.Stale, Save(Given.LineOf(Given.Hardening, 2), read).Kind);
        Assert.Equal(1, owed.Lines[0].Achieved[0].Quantity);
    }

    [Fact]
    public void SaveLine_AnotherLineSavedOrAReminderSentSinceItWasRead_IsNotStale()
    {
        owed.Open(Opening);
        var read = owed.Version;
        Save(Given.LineOf(Given.Campaign), read);
        owed.Chase(Given.In(2024, 7, 17, 9), Ladder.Default);
        Assert.True(Save(Given.LineOf(Given.Hardening), read).IsDone);
        Assert.Equal([Given.Hardening.Id, Given.Campaign.Id], owed.Lines.Select(l => l.InterventionId));
    }

    [Fact]
    public void SaveLine_VersionNeverReached_IsStale() => Assert.Equal(ResultKind.Stale, Save(Given.LineOf(Given.Hardening), 99).Kind);

    [Fact]
    public void SaveNil_SomethingReportedSinceItWasRead_IsStaleAndTheOtherWayRound()
    {
        owed.Open(Opening);
        var read = owed.Version;
        Save(Given.LineOf(Given.Campaign), read);
        Assert.Equal(ResultKind.Stale, SaveNil(read).Kind);
        read = owed.Version;
        Assert.True(SaveNil(read).IsDone);
        Assert.Equal(ResultKind.Stale, Save(Given.LineOf(Given.Hardening), read).Kind);
        Assert.Equal("Nothing began", owed.NilReason);
        Assert.True(Save(Given.LineOf(Given.Hardening)).IsDone);
        Assert.Equal("", owed.NilReason);
    }

    private Result SaveNil(int readVersion) =>
        owed.Save(new NilAnswers("Nothing began"), Given.NoOthers, Given.Community, readVersion, Given.Lead, Given.In(2024, 7, 2));

    private Result Save(ReturnLine line, int? readVersion = null, DateTimeOffset? at = null) =>
        owed.SaveLine(line, readVersion ?? owed.Version, Given.Editor, at ?? Given.In(2024, 7, 2));

    private void Wrong(ReturnLine line, string field, string message)
    {
        var result = Save(line);
        Assert.Equal(ResultKind.Incorrect, result.Kind);
        Assert.Contains(new Problem(field, message), result.Problems);
    }
}
