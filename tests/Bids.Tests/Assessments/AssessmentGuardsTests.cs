using Microsoft.EntityFrameworkCore;
using Npgsql;
using Platform.Contracts;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Tests.Assessments;

/// <summary>What the database refuses by itself, asked in SQL as the service's own login.</summary>
public sealed class AssessmentGuardsTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Select_IsForTheAssessor_UntilAllHaveFinished()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        var (ada, ben) = (await service.AssessorAsync("Ada"), await service.AssessorAsync("Ben"));
        await service.AssignAsync(bid, ada, ben);
        await service.CompleteAssessmentAsync(bid, ada);
        Assert.Equal(
            (0, 0, 2, 0),
            (await CountAsync(bid, null), await CountAsAsync(bid, ""), await CountAsync(bid, ada), await CountAsync(bid, ben))
        );
        Assert.Equal(0, await CountAsync(bid, Given.Named("Olu Bello")));

        await service.CompleteAssessmentAsync(bid, ben);
        Assert.Equal((4, 4, 4), (await CountAsync(bid, ada), await CountAsync(bid, ben), await CountAsync(bid, Given.Named("Olu Bello"))));
        Assert.Equal(0, await CountAsync(bid, null));
    }

    [Fact]
    public async Task Select_AfterDeclaringAnInterest_SeesNothingEvenAtTheEnd()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        var (ada, con) = (await service.AssessorAsync("Ada"), await service.AssessorAsync("Con"));
        await service.AssignAsync(bid, ada, con);
        await service.DeclareAsync(bid, con, hasInterest: true);
        await service.CompleteAssessmentAsync(bid, ada);
        Assert.Equal((0, 2), (await CountAsync(bid, con), await CountAsync(bid, Given.Named("Olu Bello"))));
    }

    [Fact]
    public async Task Write_ForSomebodyElse_IsRefused()
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        var (ada, ben) = (await service.AssessorAsync("Ada"), await service.AssessorAsync("Ben"));
        await service.AssignAsync(bid, ada, ben);
        await service.DeclareAsync(bid, ada);
        var id = (await service.AssessmentAsync(bid, ada)).Id;
        var insert = $"insert into assessment_scores values ('{id}', '{Guid.NewGuid()}', 4, 'Forged')";
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(ben, insert))).SqlState
        );
        Assert.Equal(
            PostgresErrorCodes.InsufficientPrivilege,
            (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(null, insert))).SqlState
        );
        Assert.Equal(1, await RunAsync(ada, insert));
        Assert.Equal(
            PostgresErrorCodes.CheckViolation,
            (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(ada, insert.Replace(", 4,", ", 5,")))).SqlState
        );
    }

    [Theory]
    [InlineData("update assessment_scores set score = 4 where assessment_id = '{0}'")]
    [InlineData("delete from assessment_scores where assessment_id = '{0}'")]
    [InlineData("insert into assessment_scores values ('{0}', gen_random_uuid(), 4, 'Later')")]
    [InlineData("update assessments set state = 'Scoring' where id = '{0}'")]
    [InlineData("delete from assessments where id = '{0}'")]
    public async Task Change_AfterCompletion_IsRefused(string sql)
    {
        var bid = await service.ClosedRoundAsync() + "-MEL-01";
        var ada = await service.AssessorAsync("Ada");
        await service.AssignAsync(bid, ada);
        await service.CompleteAssessmentAsync(bid, ada);
        var change = sql.Replace("{0}", (await service.AssessmentAsync(bid, ada)).Id.ToString());
        Assert.Equal("AS002", (await Assert.ThrowsAsync<PostgresException>(() => RunAsync(ada, change))).SqlState);
    }

    [Fact]
    public async Task Sign_ByAnAssessor_IsRefused()
    {
        var round = await service.ClosedRoundAsync("MEL RUT");
        var (ada, ben) = (await service.AssessorAsync("Ada"), await service.AssessorAsync("Ben"));
        await service.AssignAsync($"{round}-MEL-01", ada, ben);
        Assert.True((await Assert.ThrowsAsync<DbUpdateException>(() => SignAsync($"{round}-MEL-01", ada))).IsAssessorConflict());
        Assert.True((await SignAsync($"{round}-RUT-01", ada)) == 1);
        // Somebody who was taken off again did not assess it.
        await service
            .Officer()
            .MustAsync(
                System.Net.HttpStatusCode.NoContent,
                HttpMethod.Delete,
                $"/api/assessments/{round}-MEL-01/assessors/{ben.UserId}",
                null
            );
        Assert.Equal(1, await SignAsync($"{round}-MEL-01", ben));
        Assert.Equal(
            AssessorConflict.SqlState,
            (
                await Assert.ThrowsAsync<PostgresException>(() =>
                    RunAsync(null, $"select assert_not_assessor('{ada.UserId}', array['{round}-RUT-01', '{round}-MEL-01'])")
                )
            ).SqlState
        );
        await RunAsync(null, $"select assert_not_assessor('{ada.UserId}', array['{round}-RUT-01'])");
    }

    [Fact]
    public async Task Assign_SomebodyWhoHasSigned_IsAConflictThatSaysWhy()
    {
        var round = await service.ClosedRoundAsync("MEL RUT");
        var bid = $"{round}-MEL-01";
        var ada = await service.AssessorAsync("Ada");
        var ben = await service.AssessorAsync("Ben");
        await SignAsync(bid, ada);
        var refused = await ApiReading.ProblemAsync(
            await service
                .Officer()
                .SendJsonAsync(
                    HttpMethod.Post,
                    "/api/assessments",
                    new
                    {
                        Round = round,
                        Bids = new[] { $"{round}-RUT-01", bid },
                        Assessors = new[] { ben.UserId, ada.UserId },
                    }
                ),
            System.Net.HttpStatusCode.Conflict
        );
        Assert.Equal($"Ada has signed a decision on {bid} and cannot assess it", refused.GetProperty("title").GetString());
        Assert.False(await service.ReadAsync((BidsContext db) => db.Assessments.AnyAsync(a => a.BidReference.StartsWith(round))));
        Assert.Equal(BidState.Submitted, (await service.BidAsync(bid)).State);

        // Taken off, signed, asked again: refused too.
        await service.AssignAsync($"{round}-RUT-01", ben);
        await service
            .Officer()
            .MustAsync(
                System.Net.HttpStatusCode.NoContent,
                HttpMethod.Delete,
                $"/api/assessments/{round}-RUT-01/assessors/{ben.UserId}",
                null
            );
        await SignAsync($"{round}-RUT-01", ben);
        await service
            .Officer()
            .MustAsync(
                System.Net.HttpStatusCode.Conflict,
                HttpMethod.Post,
                "/api/assessments",
                new
                {
                    Round = round,
                    Bids = new[] { $"{round}-RUT-01" },
                    Assessors = new[] { ben.UserId },
                }
            );
    }

    // The second waits for the first, and then sees it.
    [Fact]
    public async Task SignAndAssign_AtOnce_OneOfThem()
    {
        var round = await service.ClosedRoundAsync();
        var (bid, ada) = ($"{round}-MEL-01", await service.AssessorAsync("Ada"));
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using (
            var sign = new NpgsqlCommand(
                $"insert into decision_signatures values ('{Guid.NewGuid()}', '{bid}', '{ada.UserId}')",
                connection
            )
        )
            await sign.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var assigning = service
            .Officer()
            .SendJsonAsync(
                HttpMethod.Post,
                "/api/assessments",
                new
                {
                    Round = round,
                    Bids = new[] { bid },
                    Assessors = new[] { ada.UserId },
                }
            );
        await service.WaitForLockAsync();
        Assert.False(assigning.IsCompleted);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, (await assigning).StatusCode);
    }

    private Task<int> SignAsync(string bid, Person signer) =>
        service.ReadAsync(
            (BidsContext db) =>
            {
                db.Add(
                    new DecisionSignature
                    {
                        DecisionId = Guid.NewGuid(),
                        BidReference = bid,
                        Signer = signer.UserId,
                    }
                );
                return db.SaveChangesAsync();
            }
        );

    private Task<int> CountAsync(string bid, Person? caller) => CountAsAsync(bid, caller?.UserId.ToString());

    private async Task<int> CountAsAsync(string bid, string? caller)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (caller is not null)
            await SayAsync(connection, caller);
        await using var count = new NpgsqlCommand(
            "select count(*)::int from assessment_scores where assessment_id in (select id from assessments where bid_reference = $1)",
            connection
        );
        count.Parameters.Add(new() { Value = bid });
        return (int)(await count.ExecuteScalarAsync())!;
    }

    private async Task<int> RunAsync(Person? caller, string sql)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (caller is not null)
            await SayAsync(connection, caller.UserId.ToString());
        await using var run = new NpgsqlCommand(sql, connection);
        var rows = await run.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
        return rows;
    }

    private static async Task SayAsync(NpgsqlConnection connection, string caller)
    {
        await using var say = new NpgsqlCommand("select set_config('platform.caller', $1, true)", connection);
        say.Parameters.Add(new() { Value = caller });
        await say.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> OpenAsync() =>
        await ((NpgsqlDataSource)service.Services.GetService(typeof(NpgsqlDataSource))!).OpenForEverybodyAsync(
            TestContext.Current.CancellationToken
        );
}
