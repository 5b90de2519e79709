using System.Net;
using System.Text.Json;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns;

public class OfficeApiTests(RunningService<ReturnsService> service)
{
    [Fact]
    public async Task SendBackAndAcceptance_GoByTheRules()
    {
        var owed = await service.SubmittedAsync();
        Assert.Equal((422, "sections"), await PostAsync(owed, "send-back", new { }));
        Assert.Equal(
            (422, "rating"),
            await PostAsync(owed, "send-back", new { Sections = new object?[] { null, new { Section = "rating" } } })
        );
        Assert.Equal((428, "/problems/if-match-missing"), await PostAsync(owed, "acceptance", null));
        Assert.Equal((412, "/problems/stale"), await PostAsync(owed, "acceptance", null, owed.Version - 1));
        Assert.Equal((204, ""), await PostAsync(owed, "acceptance", null, owed.Version));
        Assert.Equal(ReturnState.Accepted, (await service.ReturnAsync(owed.Id)).State);
        Assert.Equal(
            (409, "/problems/not-submitted"),
            await PostAsync(owed, "send-back", new { Sections = new[] { new SectionNote("rating", "Why?") } })
        );

        var other = await service.SubmittedAsync();
        Assert.Equal((204, ""), await PostAsync(other, "send-back", new { Sections = new[] { new SectionNote("rating", "Why?") } }));
        Assert.Equal([new("rating", "Why?") { Name = "Overall rating" }], (await service.ReturnAsync(other.Id)).SentBack);
    }

    [Fact]
    public async Task WhatIsOwed_IsExtendedPausedRemindedOfAndNotRequired()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal((422, "dueOn reason"), await PostAsync(owed, "extension", new { DueOn = "2024-07-31" }));
        Assert.Equal((204, ""), await PostAsync(owed, "extension", new { DueOn = "2024-08-14", Reason = "Illness" }));
        Assert.Equal((422, "state"), await PostAsync(owed, "chasing", new { Reason = "Illness" }));
        Assert.Equal(
            (204, ""),
            await PostAsync(
                owed,
                "chasing",
                new
                {
                    State = "Paused",
                    Until = "2024-07-22",
                    Reason = "Illness",
                }
            )
        );
        Assert.Equal((204, ""), await PostAsync(owed, "reminder", null));
        Assert.Equal((422, "text"), await PostAsync(owed, "replies", new { }));
        Assert.Equal((204, ""), await PostAsync(owed, "replies", new { Text = "On Friday" }));
        Assert.Equal((409, "/problems/required"), await PostAsync(owed, "required", new { Reason = "It is" }));
        Assert.Equal((204, ""), await PostAsync(owed, "not-required", new { Reason = "No delivery" }));
        Assert.Equal((409, "/problems/nothing-to-chase"), await PostAsync(owed, "reminder", null));
        Assert.Equal((204, ""), await PostAsync(owed, "required", new { Reason = "It is after all" }));
        Assert.Equal(
            "ReturnScheduled ReturnOpened ReturnExtended ChasingChanged ReturnReminded ReplyNoted ReturnNotRequired ReturnRescheduled",
            await service.EventsAsync(owed.Id)
        );
        Assert.Equal((404, null), await PostAsync(owed, "reminder", null, quarter: "2031-32-q1"));
    }

    [Fact]
    public async Task ARetry_WithItsKey_IsDoneOnce()
    {
        var owed = await service.OpenReturnAsync();
        var officer = service.Officer.With("Idempotency-Key", $"{Guid.NewGuid()}");
        for (var i = 0; i < 2; i++)
            Assert.Equal(
                HttpStatusCode.NoContent,
                (await officer.SendJsonAsync(HttpMethod.Post, $"/api{owed.Address}/replies", new { Text = "Yes" })).StatusCode
            );
        Assert.Equal("ReturnScheduled ReturnOpened ReplyNoted", await service.EventsAsync(owed.Id));
    }

    // The status, and the fields with errors or the problem's type.
    private async Task<(int Status, string? What)> PostAsync(
        Return owed,
        string act,
        object? body,
        int? version = null,
        string? quarter = null
    )
    {
        var response = await service.Officer.SendJsonAsync(
            HttpMethod.Post,
            $"/api/returns/{owed.GrantReference}/{quarter ?? owed.Quarter.InAddress}/{act}",
            body,
            version
        );
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        if (text.Length == 0)
            return ((int)response.StatusCode, "");
        var problem = JsonDocument.Parse(text).RootElement;
        return (
            (int)response.StatusCode,
            problem.TryGetProperty("errors", out var errors) ? string.Join(' ', errors.EnumerateObject().Select(e => e.Name))
            : problem.TryGetProperty("type", out var type) && type.GetString()!.StartsWith('/') ? type.GetString()
            : null
        );
    }
}
