using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Publication;

public sealed class DownloadsTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task EveryFile_HasAHeaderLicenceVersionAndName()
    {
        await SomethingAsync();
        foreach (var file in DataFiles.All)
        {
            var response = await service.AsNobody().GetAsync(file.Address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("text/csv; charset=utf-8; header=present", response.Content.Headers.ContentType!.ToString());
            Assert.Equal($"attachment; filename={file.Name}-2025-02-12.csv", response.Content.Headers.ContentDisposition!.ToString());
            Assert.Equal(
                "<https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/>; rel=\"license\"",
                Assert.Single(response.Headers.GetValues("Link"))
            );
            Assert.Equal(Now, response.Content.Headers.LastModified);
            Assert.NotNull(response.Headers.ETag);
            var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.Equal("EFBBBF", Convert.ToHexString(bytes, 0, 3));
            Assert.Equal(0, bytes.AsSpan(3).IndexOf(Encoding.UTF8.GetBytes(file.Columns[0].Name)));
            Assert.Equal(-1, bytes.AsSpan(3).IndexOf(Encoding.UTF8.Preamble));
            var lines = await LinesAsync(file.Address);
            Assert.Equal(string.Join(',', file.Columns.Select(c => c.Name)), lines[0]);
            Assert.True(lines.Count > 1, $"{file.Name} has no row");
        }
        Assert.Equal(HttpStatusCode.NotFound, (await service.AsNobody().GetAsync("/funding/data/activities.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.AsNobody().GetAsync("/funding/statutory/2024-13/grants.csv")).StatusCode);
    }

    [Fact]
    public async Task Files_SayWhatIsKept()
    {
        await SomethingAsync();
        Assert.Equal(
            "SS5-MEL-01,Safer homes,Safer Streets,MEL,Melton,,EXE005-24,2024-04-24,2024-04-01,2025-03-31,20000.00,5000.00,1250.50,,0.00",
            Assert.Single((await LinesAsync("/funding/data/grants.csv")).Skip(1))
        );
        Assert.Equal(
            "SS5-MEL-01,2024/25,20000.00,5000.00,1250.50,0.00,0.00,300.00,0.00,,15000.00,0.00,0.00,0.00,0.00,0.00,0.00",
            Assert.Single((await LinesAsync("/funding/data/grant-years.csv")).Skip(1))
        );
        Assert.Equal(
            "SS5-MEL-01,2024/25 Q2,2024-10-31,2025-02-12,0,in",
            Assert.Single((await LinesAsync("/funding/data/returns.csv")).Skip(1))
        );
        Assert.Equal(
            [
                $"SS5-MEL-01,{Gone},Campaign,,11000.00,0.00,,,no",
                $"SS5-MEL-01,{Given.Intervention},Target hardening,,9000.00,5000.00,OnTrack,2024/25 Q2,no",
            ],
            (await LinesAsync("/funding/data/interventions.csv")).Skip(1)
        );
        var figures = (await LinesAsync("/funding/data/figures.csv")).Skip(1).ToList();
        Assert.Contains($"SS5-MEL-01,2024/25 Q2,2024/25 Q2,{Given.Intervention},Revenue,,1250.50,,no", figures);
        Assert.Contains($"SS5-MEL-01,2024/25 Q2,2024/25 Q2,{Given.Intervention},Achieved,homes target hardened,,149,no", figures);
        // A source of match funding may be a person.
        Assert.Contains("SS5-MEL-01,2024/25 Q2,2024/25 Q2,,MatchCash,,300.00,,no", figures);
        Assert.Equal(
            $"SS5-MEL-01,2024/25 Q2,{Given.Intervention},\"'=CMD()\",2,no",
            Assert.Single((await LinesAsync("/funding/data/assets.csv")).Skip(1))
        );
        Assert.Equal(
            "EXE005-24,Safer Streets 5,Supported,2024-04-24,2025-02-12T10:00:00Z,,",
            Assert.Single((await LinesAsync("/funding/data/decisions.csv")).Skip(1))
        );
    }

    [Fact]
    public async Task ReturnSentBack_EveryFileMarksWhatItSaysAsChallenged_UntilItIsBack()
    {
        var (id, told) = await SomethingAsync();
        var back = told with
        {
            State = ReturnState.SentBack,
            SentBack = [new($"{Given.Intervention}", "Which homes?"), new("match-funding", "From whom?")],
            BackBy = London.DateOf(Now),
            SentBackAt = Now,
        };
        await service.DeliverAsync(new ReturnSentBack(id, 6, Now, Ann, back));

        Assert.EndsWith(",1250.50,,1250.50", (await LinesAsync("/funding/data/grants.csv"))[1], StringComparison.Ordinal);
        var year = (await LinesAsync("/funding/data/grant-years.csv"))[1];
        Assert.Contains(",300.00,1250.50,", year, StringComparison.Ordinal);
        Assert.EndsWith(",300.00", year, StringComparison.Ordinal);
        Assert.EndsWith(",OnTrack,2024/25 Q2,yes", (await LinesAsync("/funding/data/interventions.csv"))[2], StringComparison.Ordinal);
        Assert.EndsWith(",2,yes", (await LinesAsync("/funding/data/assets.csv"))[1], StringComparison.Ordinal);
        Assert.Contains(",149,149,", (await LinesAsync("/funding/data/targets.csv"))[1], StringComparison.Ordinal);
        Assert.All((await LinesAsync("/funding/data/figures.csv")).Skip(1), l => Assert.EndsWith(",yes", l, StringComparison.Ordinal));
        var page = (await service.AsNobody().GetPageAsync("/funding/grants/SS5-MEL-01")).QuerySelector("main")!.TextContent;
        Assert.Matches(@"On track\s+\(challenged\)", page);
        foreach (
            var (report, marked) in new[] { ("money", ",1250.5"), ("grants", ",1250.5"), ("match", ",1250.5,300"), ("targets", ",149") }
        )
        {
            var file = await service.Officer().GetAsync($"/reports/{report}.csv?year=2024-25");
            var lines = (await file.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
            Assert.Contains("challenged", lines[0], StringComparison.Ordinal);
            Assert.Contains(lines, l => l.EndsWith(marked, StringComparison.Ordinal));
        }

        await service.DeliverAsync(Submitted(id, told, version: 8));
        Assert.EndsWith(",2,no", (await LinesAsync("/funding/data/assets.csv"))[1], StringComparison.Ordinal);
        Assert.EndsWith(",,0.00", (await LinesAsync("/funding/data/grants.csv"))[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotPublic_IsInNoFile()
    {
        await SomethingAsync(published: false);
        await service.DeliverAsync(Published("EXE005-24", details: false));
        foreach (
            var address in DataFiles
                .All.Where(f => f.Name != "rounds")
                .Select(f => f.Address)
                .Append("/funding/statutory/2024-04/grants.csv")
        )
            Assert.Single(await LinesAsync(address));
        Assert.DoesNotContain("SS5", string.Concat(await LinesAsync("/funding/data/360giving.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+44", "\"'+44\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("Safe, \"sound\" homes", "\"Safe, \"\"sound\"\" homes\"")]
    public async Task Text_ThatASpreadsheetWouldRun_IsGuarded(string title, string written)
    {
        await service.NothingAsync();
        var made = Given.Grant(Guid.NewGuid());
        await service.DeliverAsync(made with { Details = made.Details with { Title = title } });
        await service.DeliverAsync(Published("EXE005-24"));
        Assert.StartsWith(
            $"SS5-MEL-01,{written},Safer Streets",
            (await LinesAsync("/funding/data/grants.csv"))[1],
            StringComparison.Ordinal
        );
    }

    // A correction downwards is a number, and stays one.
    [Fact]
    public async Task Number_BelowZero_StaysANumber()
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        await service.DeliverAsync(Given.Grant(id));
        await service.DeliverAsync(Published("EXE005-24"));
        var owed = Return(id, ReturnState.Submitted, achieved: 3);
        await service.DeliverAsync(
            Submitted(
                Guid.NewGuid(),
                owed with
                {
                    Lines =
                    [
                        owed.Lines[0] with
                        {
                            Adjustments = [new(Guid.NewGuid(), new(new(2024), 2), SpendKind.Capital, "", 5_000, 1_050, "Typed twice")],
                        },
                    ],
                }
            )
        );
        Assert.Contains(
            (await LinesAsync("/funding/data/figures.csv")).Skip(1),
            l => l.EndsWith(",Capital,,-39.50,,no", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Version_Unchanged_IsNotSentAgain_AndChangesWithWhatIsKept()
    {
        await SomethingAsync();
        foreach (var address in new[] { "/funding/data/grants.csv", "/funding/data/360giving.json" })
        {
            var before = await VersionAsync(address);
            Assert.Equal(before, await VersionAsync(address));
            var again = await service.AsNobody().With("If-None-Match", before).GetAsync(address);
            Assert.Equal(
                (HttpStatusCode.NotModified, ""),
                (again.StatusCode, await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))
            );
            await service.DeliverAsync(Given.Grant(Guid.NewGuid(), code: "RUT"));
            Assert.NotEqual(before, await VersionAsync(address));
            Assert.Equal(HttpStatusCode.OK, (await service.AsNobody().With("If-None-Match", before).GetAsync(address)).StatusCode);
        }
        // A change of something that is not in the file leaves its version alone.
        var rounds = await VersionAsync("/funding/data/rounds.csv");
        await service.DeliverAsync(Given.Grant(Guid.NewGuid(), code: "BLA"));
        Assert.Equal(rounds, await VersionAsync("/funding/data/rounds.csv"));
    }

    // A sequence moves before its transaction is visible: a file sent meanwhile must not carry the version of what follows.
    [Fact]
    public async Task Version_WhileAChangeIsUnderWay_IsNotThatOfTheChange()
    {
        await SomethingAsync();
        var meanwhile = "";
        await service.ReadAsync(
            async (ReportingContext db) =>
            {
                await using var transaction = await db.Database.BeginTransactionAsync();
                await db.Grants.ExecuteUpdateAsync(g => g.SetProperty(x => x.Title, "Renamed"));
                meanwhile = await VersionAsync("/funding/data/grants.csv");
                Assert.DoesNotContain("Renamed", string.Concat(await LinesAsync("/funding/data/grants.csv")), StringComparison.Ordinal);
                await transaction.CommitAsync();
                return true;
            }
        );
        var after = await service.AsNobody().With("If-None-Match", meanwhile).GetAsync("/funding/data/grants.csv");
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("Renamed", await after.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_SaysTheSameWithoutRows()
    {
        await SomethingAsync();
        var response = await service.AsNobody().SendAsync(HttpMethod.Head, "/funding/data/grants.csv", null, null);
        Assert.Equal(
            (HttpStatusCode.OK, await VersionAsync("/funding/data/grants.csv"), ""),
            (
                response.StatusCode,
                response.Headers.ETag!.ToString(),
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            )
        );
    }

    private async Task<string> VersionAsync(string address) =>
        (await service.AsNobody().SendAsync(HttpMethod.Head, address, null, null)).Headers.ETag is EntityTagHeaderValue tag
            ? tag.ToString()
            : "";

    private async Task<IReadOnlyList<string>> LinesAsync(string address) =>
        (await (await service.AsNobody().GetAsync(address)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split(
            "\r\n",
            StringSplitOptions.RemoveEmptyEntries
        );

    /// <summary>A row in every file.</summary>
    private async Task<(Guid Return, ReturnDetails Told)> SomethingAsync(bool published = true)
    {
        await service.NothingAsync();
        var id = Guid.NewGuid();
        await service.DeliverAsync(Round(Guid.NewGuid()));
        await service.DeliverAsync(Varied(id));
        var done = Return(id, ReturnState.Submitted, quarter: 2, achieved: 149);
        var (owed, told) = (
            Guid.NewGuid(),
            done with
            {
                Lines =
                [
                    done.Lines[0] with
                    {
                        Revenue = Money.FromPounds(1_250.50m),
                        Assets = [new(Guid.NewGuid(), "=CMD()", "M1", "A camera", 2, "12 High Street")],
                    },
                ],
                Overall = new() { Match = [new("Mr Brown", MatchKind.Cash, Money.FromPounds(300))] },
            }
        );
        await service.DeliverAsync(Submitted(owed, told));
        if (published)
            await service.DeliverAsync(Published("EXE005-24"));
        return (owed, told);
    }
}
