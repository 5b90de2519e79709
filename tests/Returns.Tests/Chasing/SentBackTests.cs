using System.Net;
using System.Text.Json;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Returns.Tests.Chasing;

/// <summary>
/// A return that came in 3 working days late, on Monday 5 August 2024, and is sent back on Wednesday 7 August: it is to be back by
/// Wednesday 21 August, 10 working days later. Monday 26 August is a bank holiday.
/// </summary>
public class SentBackTests(RunningService<ReturnsService> service)
{
    private static readonly DateOnly Day = new(2024, 8, 21);

    [Fact]
    public async Task SendBack_TheUsualDay_IsTenWorkingDaysLater_AndOffered()
    {
        var owed = await service.SubmittedAsync(Given.In(2024, 8, 5));
        service.Clock.Now = Given.In(2024, 8, 7);
        var page = await service.Officer.GetPageAsync($"{owed.Address}/send-back");
        Assert.Equal(("21", "8", "2024"), (page.Typed("BackBy.Day"), page.Typed("BackBy.Month"), page.Typed("BackBy.Year")));
        await service.Officer.PostAndFollowAsync(
            $"{owed.Address}/send-back",
            [
                ("Sections", "rating"),
                .. Enumerable.Range(0, 6).Select(i => ($"Reasons[{i}]", "Why?")),
                ("BackBy.Day", "30"),
                ("BackBy.Month", "8"),
                ("BackBy.Year", "2024"),
            ]
        );
        Assert.Equal(new DateOnly(2024, 8, 30), (await service.ReturnAsync(owed.Id)).BackBy);
    }

    [Theory]
    [InlineData("2024-08-06")]
    [InlineData("2025-08-08")]
    public async Task SendBack_ADayThatCannotBe_IsRefused(string day)
    {
        var owed = await service.SubmittedAsync(Given.In(2024, 8, 5));
        service.Clock.Now = Given.In(2024, 8, 7);
        var body = new { Sections = new[] { new { Section = "rating", Reason = "Why?" } }, BackBy = day };
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await service.Officer.SendJsonAsync(HttpMethod.Post, $"/api{owed.Address}/send-back", body)).StatusCode
        );
        Assert.Equal(ReturnState.Submitted, (await service.ReturnAsync(owed.Id)).State);
    }

    [Fact]
    public async Task Chase_EachHourUntilTheEnd_SendsEachRungOnce_AndStopsWhenItIsBack()
    {
        var owed = await SentBackAsync();
        await ChaseUntilAsync(Given.In(2024, 9, 9));
        Assert.Equal([-5, -1, 0, 1, 5, 10], await RungsAsync(owed));
        Assert.Contains(
            "3 working days late; sent back, 12 working days late",
            (await service.Officer.GetPageAsync(owed.Address)).Texts("dd")
        );
        var listed = (await service.Officer.GetPageAsync($"/returns?state=overdue&word={owed.GrantReference}")).Texts("tbody tr");
        Assert.Contains("Back by 21 August 2024", Assert.Single(listed));
        Assert.Contains("sent back, 12 working days late", Assert.Single(listed));

        await service.AnswerAsync(owed);
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(owed);
        await ChaseUntilAsync(Given.In(2024, 10, 31));
        Assert.Equal([-5, -1, 0, 1, 5, 10], await RungsAsync(owed));
        var back = await service.ReturnAsync(owed.Id);
        Assert.Equal((3, 12, (DateOnly?)null), (back.WorkingDaysLate, back.ReworkDaysLate, back.BackBy));
        Assert.Contains(
            "3 working days late; 12 working days late to be back",
            (await service.Officer.GetPageAsync(owed.Address)).Texts("dd")
        );
    }

    [Fact]
    public async Task Chase_NeverBack_HoldsThePaymentAndNamesIt()
    {
        var owed = await SentBackAsync();
        service.Clock.Now = Given.In(2024, 9, 19, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal([20], await RungsAsync(owed));
        var chased = (await service.ReturnAsync(owed.Id)).Details;
        Assert.True(chased is { PaymentHeld: true, NamedToBoard: true });
    }

    [Fact]
    public async Task SentBackAgain_BeginsANewLadder()
    {
        var owed = await SentBackAsync();
        service.Clock.Now = Given.In(2024, 8, 20, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        await service.AnswerAsync(owed);
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(owed);
        await service.ActAsync(owed, r => r.SendBack([new("rating", "And now?")], Day, Given.Officer, service.Clock.Now));
        service.Clock.Now = Given.In(2024, 8, 21, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal([-1, 0], await RungsAsync(owed));
        Assert.Equal(["rating"], (await service.ReturnAsync(owed.Id)).Unanswered.Select(n => n.Section));
    }

    [Fact]
    public async Task DryRun_SaysWhatGoesOutOnItsDays()
    {
        var owed = await SentBackAsync();
        foreach (var (on, goes) in new[] { (new DateOnly(2024, 8, 14), true), (new(2024, 8, 15), false), (new(2024, 8, 29), true) })
        {
            var found = await service.ReadAsync(
                (ReturnsContext db) => db.RemindersOnAsync(on, service.Clock.Now, TestContext.Current.CancellationToken)
            );
            var mine = found.Where(r => r.ReturnId == owed.Id).ToList();
            Assert.Equal(goes ? [(Day, true)] : [], mine.Select(r => (r.DueOn, r.IsSentBack)));
        }
        var rows = new List<string>();
        for (var (number, last) = (1, 1); number <= last; number++)
        {
            var page = await service.Officer.GetPageAsync($"/returns/reminders?on=2024-08-14&number={number}");
            rows.AddRange(page.Texts("tbody tr"));
            last = page.QuerySelector(".govuk-pagination__next") is null ? number : number + 1;
        }
        Assert.Contains(
            rows,
            row =>
                row.Contains(owed.GrantReference, StringComparison.Ordinal)
                && row.Contains("5 working days before the day to be back by", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Extend_GivesANewDayToBeBackBy_AndTheLadderBeginsAgain()
    {
        var owed = await SentBackAsync();
        service.Clock.Now = Given.In(2024, 8, 22, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        var page = await service.Officer.PostAndStayAsync($"{owed.Address}/extend", [.. To(21), ("Reason", "Ill")]);
        Assert.Equal(["The new day to be back by must be after Wednesday 21 August 2024"], page.Errors());
        await service.Officer.PostAndFollowAsync($"{owed.Address}/extend", [.. To(30), ("Reason", "Ill")]);
        var extended = await service.ReturnAsync(owed.Id);
        Assert.Equal(
            (new DateOnly(2024, 8, 30), Day, owed.DueOn, 3),
            (extended.BackBy!.Value, extended.FirstBackBy!.Value, extended.DueOn, extended.WorkingDaysLate)
        );
        service.Clock.Now = Given.In(2024, 8, 29, 9);
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal([1, -1], await RungsAsync(owed));

        static (string, string)[] To(int day) => [("DueOn.Day", $"{day}"), ("DueOn.Month", "8"), ("DueOn.Year", "2024")];
    }

    [Fact]
    public async Task PausedThenResumed_SendsTheHighestRungAlone_AndByHandOnceADay()
    {
        var owed = await SentBackAsync();
        await service.Officer.PostAndFollowAsync($"{owed.Address}/chasing", ("State", "Paused"), ("Reason", "They rang"));
        await ChaseUntilAsync(Given.In(2024, 8, 23));
        Assert.Empty(await RungsAsync(owed));
        await service.Officer.PostAndFollowAsync($"{owed.Address}/chase-now");
        await service.Officer.PostAndFollowAsync($"{owed.Address}/chase-now");
        await service.Officer.PostAndFollowAsync($"{owed.Address}/chasing", ("State", "On"), ("Reason", "Not yet back"));
        await service.SweepAsync<ChaseOverdueReturns>();
        Assert.Equal([1], await RungsAsync(owed));
        Assert.Single(await service.LogOfAsync(owed.Id), r => r.Type == nameof(ReturnReminded));
    }

    [Fact]
    public async Task AcceptAfterAll_StandsAsItWasSubmitted_AndWhatWasChangedSinceIsDropped()
    {
        var owed = await SentBackAsync();
        var read = await service.ReturnAsync(owed.Id);
        await service.SaveAsync(owed, $"{owed.Address}/rating", ("Rating", "Red"), ("RatingReason", "Dropped"));
        await service.AnswerAsync(owed, "Dropped");
        var page = await service.Officer.GetPageAsync($"{owed.Address}/accept?version={read.Version}");
        Assert.Contains(
            page.Texts("main p"),
            words => words.StartsWith("What Melton has changed since is dropped.", StringComparison.Ordinal)
        );
        await service.Officer.PostAndFollowAsync($"{owed.Address}/accept", ("Version", $"{read.Version}"));
        var accepted = await service.ReturnAsync(owed.Id);
        Assert.Equal(
            (ReturnState.Accepted, Rating.Green, 0, (DateOnly?)null, (int?)null),
            (accepted.State, accepted.Overall.Rating, accepted.SentBack.Count, accepted.BackBy, accepted.ReworkDaysLate)
        );
        await ChaseUntilAsync(Given.In(2024, 9, 30));
        Assert.Empty(await RungsAsync(owed));
        var last = (await service.LogOfAsync(owed.Id))[^1];
        Assert.True(JsonSerializer.Deserialize<ReturnAccepted>(last.Json, Doors.Json)!.AfterAll);
        Assert.Contains(
            (await service.Editor.GetPageAsync($"{owed.Address}/history")).Texts("main h2, main h3, main strong, main p, main li"),
            words => words.StartsWith("Accepted after all as it was submitted", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task AcceptAfterAll_SubmittedAgainMeanwhile_IsToBeReadAgain()
    {
        var owed = await SentBackAsync();
        var read = await service.ReturnAsync(owed.Id);
        await service.AnswerAsync(owed);
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(owed);
        await service.Officer.PostAndStayAsync($"{owed.Address}/accept", ("Version", $"{read.Version}"));
        Assert.Equal(ReturnState.Submitted, (await service.ReturnAsync(owed.Id)).State);
    }

    private async Task<Return> SentBackAsync()
    {
        var owed = await service.SubmittedAsync(Given.In(2024, 8, 5));
        service.Clock.Now = Given.In(2024, 8, 7);
        await service.SendBackAsync(owed, new SectionNote("rating", "Why green?"));
        Assert.Equal(Day, (await service.ReturnAsync(owed.Id)).BackBy);
        return owed;
    }

    private async Task ChaseUntilAsync(DateTimeOffset end)
    {
        for (; service.Clock.Now < end; service.Clock.Now += TimeSpan.FromHours(5))
            await service.SweepAsync<ChaseOverdueReturns>();
        service.Clock.Now = end;
    }

    // Those that went since it was sent back.
    private async Task<IReadOnlyList<int>> RungsAsync(Return owed) =>
        [
            .. (await service.LogOfAsync(owed.Id))
                .SkipWhile(r => r.Type != nameof(ReturnSentBack))
                .Where(r => r.Type == nameof(ReturnChased))
                .Select(r => JsonSerializer.Deserialize<ReturnChased>(r.Json, Doors.Json)!.Rung.WorkingDays),
        ];
}
