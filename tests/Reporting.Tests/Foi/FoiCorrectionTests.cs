using System.Text.Json;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Reporting.Tests.Foi;

[Rule]
public sealed class FoiCorrectionTests
{
    private static readonly DateTimeOffset At = GivenFoi.Noon(new(2021, 3, 4));

    [Fact]
    public void Correct_AnotherDayOfReceipt_MovesTheDueDate_AndAnotherSetOfQuestionsDropsTheDraft()
    {
        var request = GivenFoi.Received();
        request.Draft(GivenFoi.Answers000, Given.Ann, At);
        var corrected = GivenFoi.Seed000 with { ReceivedOn = new(2021, 2, 5), Name = "Robyn Ashby" };

        Assert.True(request.Correct(corrected, Given.Ann, At).IsDone);
        Assert.Equal((new DateOnly(2021, 3, 5), "Robyn Ashby", 2), (request.DueOn, request.Requester.Name, request.Details.Answers.Count));
        Assert.Equal("Log corrected: day of receipt, requester", request.Steps[^1].Text);
        var version = request.Version;
        Assert.True(request.Correct(corrected, Given.Ann, At).IsDone);
        Assert.Equal(version, request.Version);

        Assert.True(request.Correct(corrected with { Questions = ["Only the areas"] }, Given.Ann, At).IsDone);
        Assert.Empty(request.Details.Answers);
        Assert.DoesNotContain(
            request.TakeRaised(),
            e => JsonSerializer.Serialize(e, e.GetType(), Doors.Json).Contains("Ashby", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public void Correct_TheDay_AfterAnExtension_IsRefused_AndNothingElse()
    {
        var request = GivenFoi.Received();
        request.Extend("31", "We weigh it.", new(2021, 4, 1), Given.Ann, At);

        Assert.StartsWith(
            "It must stay 4 February 2021",
            Assert.Single(request.Correct(GivenFoi.Seed000 with { ReceivedOn = new(2021, 2, 5) }, Given.Ann, At).Problems).Message
        );
        Assert.True(request.Correct(GivenFoi.Seed000 with { Subject = "Cameras" }, Given.Ann, At).IsDone);
        Assert.Equal((new DateOnly(2021, 4, 1), "Cameras"), (request.DueOn, request.Details.Subject));
    }

    [Fact]
    public void Correct_AfterTheAnswer_OrAWithdrawal_IsRefused()
    {
        var (answered, withdrawn) = (GivenFoi.Received(), GivenFoi.Received());
        answered.Draft(GivenFoi.Answers000, Given.Ann, At);
        answered.Answer(new(2021, 3, 3), GivenFoi.Office, FoiSentences.Usual, Given.Ann, At);
        withdrawn.Withdraw(Given.Ann, At);

        Assert.Equal("foi-answered", answered.Correct(GivenFoi.Seed000 with { Subject = "Cameras" }, Given.Ann, At).Code);
        Assert.Equal("foi-withdrawn", withdrawn.Correct(GivenFoi.Seed000 with { Subject = "Cameras" }, Given.Ann, At).Code);
    }
}
