using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Platform.Reporting.Tests.Foi;

public sealed class FoiApiTests(RunningService<ReportingService> service)
{
    [Fact]
    public async Task Build_Answer_Publish_BySeed000()
    {
        await service.NoRequestsAsync();
        await service.SaferStreetsAsync();
        var address = "/api/foi/" + await service.LogAsync(GivenFoi.Seed000);

        await DoneAsync(
            HttpMethod.Post,
            "/build",
            new
            {
                Programme = "Safer Streets 1",
                Sources = new[] { "Areas", "Cameras" },
                Withhold = new[]
                {
                    new
                    {
                        Kind = GivenFoi.Anpr,
                        Fields = new[] { "model", "description" },
                        Section = "31",
                        Reason = GivenFoi.PublicInterest,
                    },
                },
            },
            1
        );
        await DoneAsync(HttpMethod.Post, "/answer", new { AnsweredOn = "2021-03-03" }, 2);
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await service.Officer().SendJsonAsync(HttpMethod.Post, address + "/publication", new { }, 2)).StatusCode
        );
        await DoneAsync(HttpMethod.Post, "/publication", new { }, 3);

        var got = await service.Officer().GetAsync(address);
        Assert.Equal("\"4\"", got.Headers.ETag?.Tag);
        var text = await got.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Ashby", text);
        Assert.Equal(
            GivenFoi.Built(Reporting.Foi.AnswerSource.Areas).Text,
            JsonDocument.Parse(text).RootElement.GetProperty("request").GetProperty("answers")[0].GetProperty("text").GetString()
        );

        async Task DoneAsync(HttpMethod method, string act, object body, int version) =>
            Assert.Equal(
                HttpStatusCode.NoContent,
                (await service.Officer().SendJsonAsync(method, address + act, body, version)).StatusCode
            );
    }

    [Fact]
    public async Task Post_TwoYears_AreNumberedApart_AndOfTwoAtOnceEachGetsANumber()
    {
        await service.NoRequestsAsync();

        var references = await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ => service.LogAsync(GivenFoi.Seed000))
                .Append(service.LogAsync(GivenFoi.Seed000 with { ReceivedOn = new(2024, 12, 2) }))
        );

        Assert.Equal(
            ["FOI-2021-001", "FOI-2021-002", "FOI-2021-003", "FOI-2021-004", "FOI-2024-001"],
            references.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Post_Refused_TakesNoNumber_AndSaysWhatIsMissing()
    {
        await service.NoRequestsAsync();

        var answer = await service.Officer().SendJsonAsync(HttpMethod.Post, "/api/foi", new { Subject = "CCTV" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("section 8", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("FOI-2021-001", await service.LogAsync(GivenFoi.Seed000));
    }

    /// <summary>Its own events come back to it: a line on the office's activities, and nothing of who asked.</summary>
    [Fact]
    public async Task Post_ComesBackAsAnActivity_ForTheOfficeAlone()
    {
        await service.NoRequestsAsync();
        var reference = await service.LogAsync(GivenFoi.Seed000);

        for (var tries = 0; tries < 100 && !await service.ReadAsync((ReportingContext db) => db.Activities.AnyAsync()); tries++)
            await Task.Delay(50, TestContext.Current.CancellationToken);

        var line = await service.ReadAsync((ReportingContext db) => db.Activities.SingleAsync());
        Assert.Equal(
            (
                $"Freedom of information request {reference} came in, due by 4 March 2021: Safer Streets Fund: areas and CCTV",
                $"/foi/{reference}",
                true
            ),
            (line.Text, line.Link, line.IsOfficeOnly)
        );
        Assert.DoesNotContain(
            "Ashby",
            await service.ReadAsync(
                (ReportingContext db) => db.EventLog.Where(e => e.Aggregate == line.Id).Select(e => e.Json).SingleAsync()
            )
        );
    }
}
