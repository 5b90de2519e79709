using System.Net;
using System.Text.Json;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Schedule;

public class ProgrammesApiTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task Put_ByItsETag_ChangesTheRulesAndWhatHasNotOpened()
    {
        var (name, returns) = await service.ProgrammeAsync();
        var (officer, address) = (service.Officer, $"/api/programmes/{name}");
        var read = await officer.GetAsync(address);
        Assert.Equal("\"1\"", read.Headers.ETag!.Tag);
        Assert.Equal(8, (await JsonOfAsync(read)).GetProperty("programme").GetProperty("ladder").GetArrayLength());
        var typed = new
        {
            DueRule = new { Kind = "SecondFridayOfMonthAfter" },
            Ladder = new[]
            {
                new
                {
                    WorkingDays = 1,
                    Audience = new[] { "partner-lead" },
                    Escalates = true,
                },
            },
            VariancePercent = 5,
            VarianceFloor = "100.00",
        };
        Assert.Equal((HttpStatusCode)428, (await officer.SendJsonAsync(HttpMethod.Put, address, typed)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await officer.SendJsonAsync(HttpMethod.Put, address, typed, 1)).StatusCode);
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (
                await officer.SendJsonAsync(
                    HttpMethod.Put,
                    address,
                    new
                    {
                        typed.DueRule,
                        typed.Ladder,
                        VariancePercent = 6,
                        typed.VarianceFloor,
                    },
                    0
                )
            ).StatusCode
        );
        var saved = await service.RulesAsync(name);
        Assert.Equal((2, 5, true), (saved.Version, saved.VariancePercent, Assert.Single(saved.Ladder).Escalates));
        Assert.Equal(new DateOnly(2024, 7, 12), (await service.ReturnAsync(returns[0].Id)).DueOn);
        Assert.Contains(
            (await JsonOfAsync(await officer.GetAsync("/api/programmes"))).EnumerateArray(),
            p => p.GetProperty("programme").GetProperty("name").GetString() == name
        );
        Assert.Equal(HttpStatusCode.NotFound, (await officer.GetAsync("/api/programmes/None")).StatusCode);
    }

    [Fact]
    public async Task Put_WhatIsMissingOrWrong_IsSaidByField()
    {
        var (name, _) = await service.ProgrammeAsync();
        Assert.Equal("dueRule ladder", await FieldsAsync(name, new { }));
        Assert.Equal(
            "variancePercent ladder[0]",
            await FieldsAsync(
                name,
                new
                {
                    DueRule = new { Kind = "LastDayOfMonthAfter" },
                    Ladder = new object?[] { null, new { WorkingDays = 1 } },
                    VariancePercent = 0,
                    VarianceFloor = "0.00",
                }
            )
        );
        Assert.Equal(1, (await service.RulesAsync(name)).Version);
    }

    [Fact]
    public async Task Reminders_OnADay_AreToldWithTheirRolesAndRung()
    {
        var owed = await service.OpenReturnAsync();
        var reminders = new List<JsonElement>();
        for (var next = (string?)"/api/reminders?on=2024-08-14"; next is not null; )
        {
            var page = await service.Officer.GetAsync(next);
            var told = await JsonOfAsync(page);
            Assert.Equal("2024-08-14", told.GetProperty("on").GetString());
            Assert.InRange(told.GetProperty("reminders").GetArrayLength(), 1, 100);
            reminders.AddRange(told.GetProperty("reminders").EnumerateArray());
            next = page.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
        }
        var one = Assert.Single(reminders, r => r.GetProperty("returnId").GetGuid() == owed.Id);
        Assert.Equal(
            (10, "MEL", "2024-07-31"),
            (
                one.GetProperty("rung").GetProperty("workingDays").GetInt32(),
                one.GetProperty("partnership").GetString(),
                one.GetProperty("dueOn").GetString()
            )
        );
        Assert.Equal("2024-07-03", (await JsonOfAsync(await service.Officer.GetAsync("/api/reminders"))).GetProperty("on").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await service.Officer.GetAsync("/api/reminders?on=2024-07-01")).StatusCode);
    }

    private async Task<string> FieldsAsync(string name, object typed)
    {
        var response = await service.Officer.SendJsonAsync(HttpMethod.Put, $"/api/programmes/{name}", typed, 1);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        return string.Join(' ', (await JsonOfAsync(response)).GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    private static async Task<JsonElement> JsonOfAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
}
