using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Tests.Assessments;

/// <summary>
/// Where assessment and decision meet: who assessed a bid does not decide it, and what was agreed is where the record begins.
/// </summary>
public sealed class AssessedDecisionsTests(RunningService<BidsService> service)
{
    [Theory]
    [InlineData(AssessmentState.Assigned)]
    [InlineData(AssessmentState.Conflicted)]
    [InlineData(AssessmentState.Complete)]
    public async Task Signature_OfAnAssessorOfOneOfItsBids_IsRefusedAndDecidesNothing(AssessmentState state)
    {
        var round = await service.ClosedRoundAsync("MEL RUT");
        var (assessed, other) = ($"{round}-MEL-01", $"{round}-RUT-01");
        var ada = await service.AssessorAsync($"Ada {state}");
        await service.AssignAsync(assessed, ada);
        if (state == AssessmentState.Conflicted)
            await service.DeclareAsync(assessed, ada, hasInterest: true);
        if (state == AssessmentState.Complete)
            await service.CompleteAssessmentAsync(assessed, ada);
        var record = await service.RecordAsync(assessed, other);
        await service.SignedAsync(record, DecisionStep.AwaitingDecision);
        // So that nobody asks them to sign.
        Assert.Equal(
            [ada.UserId],
            (
                await service.ReadAsync(
                    (BidsContext db) => db.Decisions.Where(d => d.Reference == record).Select(d => d.Details).SingleAsync()
                )
            ).Assessors
        );

        var version = (await service.DecisionAsync(record)).Version;
        var answer = await service
            .As(ada, null, Roles.Commissioner)
            .SendJsonAsync(HttpMethod.Post, $"/api/decisions/{record}/signature", new { Decision = Decision.Supported }, version);
        Assert.Equal("/problems/assessed-by-signer", (await answer.ProblemAsync(HttpStatusCode.Conflict)).Type());
        Assert.Equal(
            (version, DecisionStep.AwaitingDecision),
            ((await service.DecisionAsync(record)).Version, (await service.DecisionAsync(record)).Step)
        );
        Assert.Equal(
            [BidState.UnderAssessment, BidState.Submitted],
            [(await service.BidAsync(assessed)).State, (await service.BidAsync(other)).State]
        );
        Assert.False(await service.ReadAsync((BidsContext db) => db.Grants.AnyAsync(g => g.Reference == assessed || g.Reference == other)));

        await service.SignedAsync(record, DecisionStep.Decided, from: DecisionStep.Decided);
        Assert.Equal(
            [assessed, other],
            await service.ReadAsync(
                (BidsContext db) =>
                    db.Grants.Where(g => g.Reference == assessed || g.Reference == other).Select(g => g.Reference).Order().ToListAsync()
            )
        );
    }

    [Fact]
    public async Task Assignment_OfSomebodyWhoSigned_IsRefusedWhileTheBidWaits()
    {
        var round = await service.ClosedRoundAsync();
        var bid = $"{round}-MEL-01";
        await service.DecidedAsync(Decision.Deferred, bid);
        var signer = await service.AssessorAsync("Rupert Matthews");
        var answer = await service
            .Officer()
            .SendJsonAsync(
                HttpMethod.Post,
                "/api/assessments",
                new
                {
                    Round = round,
                    Bids = new[] { bid },
                    Assessors = new[] { signer.UserId },
                }
            );
        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.False(await service.ReadAsync((BidsContext db) => db.Assessments.AnyAsync(a => a.BidReference == bid)));
    }

    [Fact]
    public async Task Record_OfAModeratedBid_BeginsWithWhatWasRecommended()
    {
        var round = await service.ClosedRoundAsync("MEL RUT");
        var (moderated, other) = ($"{round}-MEL-01", $"{round}-RUT-01");
        await service.ModeratedAsync(moderated, await service.AssessorAsync("Ben Moody"), 4, 3, 7_000);
        var record = await service.RecordAsync(moderated, other);
        var items = (await service.DecisionAsync(record)).Details.Items;
        Assert.Equal(
            [Money.FromPounds(7_000), Money.FromPounds(9_000)],
            items.Select(i => i.Interventions.SelectMany(d => d.Awards).Sum(a => a.Amount))
        );
        Assert.Equal(["Reports on time"], items[0].Conditions);
        Assert.Empty(items[1].Conditions);

        await service.SignedAsync(record, DecisionStep.Decided);
        var grant = await service.ReadAsync((BidsContext db) => db.Grants.SingleAsync(g => g.Reference == moderated));
        Assert.Equal(Money.FromPounds(7_000), grant.Details.Total);
        Assert.Equal(["Reports on time"], grant.Details.Conditions);
        // Less than was asked for is no variation: nothing was promised before.
        Assert.Empty(grant.Details.Variations);
    }

    [Fact]
    public async Task Draft_WithOtherAmountsThanRecommended_IsWarnedOf()
    {
        var bid = $"{await service.ClosedRoundAsync()}-MEL-01";
        await service.ModeratedAsync(bid, await service.AssessorAsync("Cy Young"), 4, 3, 7_000);
        var record = await service.RecordAsync(bid);
        const string warning = "Melton: £8,000 in all, where the assessors recommend £7,000";
        Assert.DoesNotContain(warning, (await service.Officer().GetPageAsync($"/decisions/{record}")).Text("main"));
        var intervention = (await service.BidAsync(bid)).Content.Interventions[0];
        await service
            .Officer()
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Put,
                $"/api/decisions/{record}",
                new
                {
                    Title = "T",
                    Items = new[]
                    {
                        new
                        {
                            Bid = bid,
                            Interventions = new[]
                            {
                                new
                                {
                                    intervention.Id,
                                    Awards = new[]
                                    {
                                        new
                                        {
                                            Year = "2025/26",
                                            Kind = "Revenue",
                                            Amount = "8000.00",
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
                1
            );
        Assert.Contains(warning, (await service.Officer().GetPageAsync($"/decisions/{record}")).Text("main"));
    }
}
