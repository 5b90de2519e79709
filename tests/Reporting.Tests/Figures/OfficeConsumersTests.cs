using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Figures;

/// <summary>
/// Extensions, assessments and decision records: whatever the order and number of deliveries, the newest version and each line of news
/// once.
/// </summary>
public sealed class OfficeConsumersTests(RunningService<ReportingService> service)
{
    private readonly Guid id = Guid.NewGuid();

    [Theory]
    [InlineData("12")]
    [InlineData("21")]
    public async Task Extension_AnyOrderEachTwice_KeepsTheAnswer(string order)
    {
        var round = Guid.NewGuid();
        await DeliverAsync(
            order,
            new ExtensionRequested(id, 1, Now, Ann, Extension(round, ExtensionState.Requested)),
            new ExtensionGranted(id, 2, Now, Ann, Extension(round, ExtensionState.Granted))
        );

        Assert.Equal(
            ExtensionState.Granted,
            Assert.Single(await service.ReadAsync((ReportingContext db) => db.Extensions.ToListAsync())).State
        );
        Assert.Equal(
            [
                "Melton asked for more time to bid for Community safety fund 2025/26",
                "Melton was given more time to bid for Community safety fund 2025/26",
            ],
            await NewsAsync()
        );
    }

    [Theory]
    [InlineData("1234")]
    [InlineData("4321")]
    [InlineData("2413")]
    public async Task Assessment_AnyOrderEachTwice_KeepsTheNewest_PartialScoresAreNoNews(string order)
    {
        await DeliverAsync(
            order,
            new AssessmentAssigned(id, 1, Now, Ann, Assessment(AssessmentState.Assigned)),
            new InterestDeclared(id, 2, Now, Ann, Assessment(AssessmentState.Scoring)),
            new AssessmentScored(id, 3, Now, Ann, Assessment(AssessmentState.Scoring)),
            new AssessmentScored(id, 4, Now, Ann, Assessment(AssessmentState.Complete))
        );

        Assert.Equal(
            AssessmentState.Complete,
            Assert.Single(await service.ReadAsync((ReportingContext db) => db.Assessments.ToListAsync())).State
        );
        Assert.Equal(
            [
                "Ann Reed was asked to assess bid CSP2025-MEL-01",
                "Ann Reed declared no interest in bid CSP2025-MEL-01",
                "Ann Reed has assessed bid CSP2025-MEL-01",
            ],
            await NewsAsync()
        );
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("54321")]
    [InlineData("31524")]
    public async Task Record_AnyOrderEachTwice_KeepsTheNewest_WritingItIsNoNews(string order)
    {
        await DeliverAsync(
            order,
            new DecisionDrafted(id, 1, Now, Ann, Record(DecisionStep.Draft)),
            new DecisionDrafted(id, 2, Now, Ann, Record(DecisionStep.AwaitingApproval)),
            new DecisionApproved(id, 3, Now, Ann, Record(DecisionStep.AwaitingDetermination)),
            new PublicationDetermined(id, 4, Now, Ann, Record(DecisionStep.AwaitingDecision)),
            new DecisionSuperseded(id, 5, Now, Ann, Record(DecisionStep.Dropped) with { SupersededBy = "EXE005-25" })
        );

        Assert.Equal(
            DecisionStep.Dropped,
            Assert.Single(await service.ReadAsync((ReportingContext db) => db.Decisions.ToListAsync())).Step
        );
        Assert.Equal(
            [
                "Decision record EXE005-25 waits to be approved: Safer Streets 5",
                "Decision record EXE005-25 was approved: Safer Streets 5",
                "Decision record EXE005-25 waits for the Commissioner: Safer Streets 5",
                "Decision record EXE005-25 was dropped: Safer Streets 5",
            ],
            await NewsAsync()
        );
    }

    [Fact]
    public async Task Moderated_SaysSoWithoutTheScore()
    {
        await service.NothingAsync();
        await service.DeliverAsync(new BidModerated(id, 1, Now, Ann, new(Guid.NewGuid(), "CSP2025-MEL-01", [], 71.25m, [], [], "Good.")));
        Assert.Equal(["The assessors of bid CSP2025-MEL-01 have agreed"], await NewsAsync());
    }

    private async Task DeliverAsync(string order, params IEvent[] events)
    {
        await service.NothingAsync();
        var messages = events.Select(_ => Guid.NewGuid()).ToArray();
        foreach (var number in order + order)
            await service.DeliverAsync(events[number - '1'], messages[number - '1']);
    }

    private async Task<IEnumerable<string>> NewsAsync() =>
        (await service.ReadAsync((ReportingContext db) => db.Activities.OrderBy(a => a.Version).ToListAsync())).Select(a => a.Text);
}
