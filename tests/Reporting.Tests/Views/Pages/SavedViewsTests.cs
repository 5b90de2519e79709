using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Views.Pages;

public sealed class SavedViewsTests(RunningService<ReportingService> service)
{
    private const string New = "/reports/views/new?report=overdue&partnership=MEL";

    [Fact]
    public async Task Save_NothingTyped_SaysWhatToEnter_AndKeepsWhatIsNarrowed()
    {
        await service.NothingAsync();
        var page = await service.Officer().PostAndStayAsync(New, ("Id", $"{Guid.NewGuid()}"), ("Name", " "));
        Assert.Equal(
            ["Enter a name for the view", "Select yes if the view is to be mailed to you every month"],
            page.Texts(".govuk-error-summary__list li")
        );
        Assert.Equal(New, page.QuerySelector("main form[method=post]")!.GetAttribute("action"));
        Assert.Contains("Overdue returns: Melton", page.Texts(".govuk-inset-text"));
    }

    [Fact]
    public async Task Saved_PressedTwice_IsOne_AndNobodyElseHasIt()
    {
        await service.NothingAsync();
        var shown = $"{Guid.NewGuid()}";
        var id = await SaveAsync("Melton’s overdue", monthly: false, shown);
        await SaveAsync("Melton’s overdue", monthly: false, shown);
        var page = await service.Officer().GetPageAsync("/reports/views");
        Assert.Equal("/reports/overdue?partnership=MEL", Assert.Single(page.QuerySelectorAll("tbody th a")).GetAttribute("href"));
        var other = service.As(new(Guid.NewGuid(), "Kit"), null, Roles.Officer);
        Assert.Contains("You have not saved a view yet.", (await other.GetPageAsync("/reports/views")).QuerySelector("main")!.TextContent);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/reports/views/{id}")).StatusCode);
    }

    [Fact]
    public async Task PressedTwiceAtOnce_IsDoneOnce()
    {
        await service.NothingAsync();
        await PressAsync(New, ("Id", $"{Guid.NewGuid()}"), ("Name", "Late"), ("Monthly", "false"));
        var id = await IdAsync();
        await PressAsync($"/reports/views/{id}", ("Name", "Later"), ("Monthly", "true"));
        await PressAsync($"/reports/views/{id}?handler=Delete");
        Assert.Equal(
            [nameof(ViewSaved), nameof(ViewSaved), nameof(ViewDeleted)],
            await service.ReadAsync(
                (ReportingContext db) => db.EventLog.Where(e => e.Aggregate == id).OrderBy(e => e.Version).Select(e => e.Type).ToListAsync()
            )
        );

        async Task PressAsync(string address, params (string, string)[] fields)
        {
            var presses = Enumerable.Range(0, 6).Select(_ => service.Officer().PostAndFollowAsync(address, fields));
            Assert.All(await Task.WhenAll(presses), to => Assert.Equal("/reports/views", to));
        }
    }

    [Fact]
    public async Task Monthly_IsMailedOnceOnTheFirstWorkingDayFrom8am_AndAMissedMonthIsNotMadeUpFor()
    {
        await service.NothingAsync();
        await service.DeliverAsync(Opened(Guid.NewGuid(), Return(Guid.NewGuid(), ReturnState.Open)));
        await SaveAsync("Overdue", monthly: true);
        // 1 March 2025 is a Saturday.
        Assert.Contains(
            "Every month, next on Monday 3 March 2025",
            (await service.Officer().GetPageAsync("/reports/views")).Texts("tbody td")
        );
        await AtAsync(new(2025, 3, 3, 7, 59, 0, TimeSpan.Zero), 0);
        await AtAsync(new(2025, 3, 3, 8, 0, 0, TimeSpan.Zero), 1);
        await AtAsync(new(2025, 3, 20, 12, 0, 0, TimeSpan.Zero), 0);
        // Nothing ran in April: 1 May finds one letter due, not two. In British Summer Time 8am is 7am UTC.
        await AtAsync(new(2025, 5, 1, 7, 0, 0, TimeSpan.Zero), 1);
        await AtAsync(new(2025, 5, 1, 7, 0, 1, TimeSpan.Zero), 0);
        await AtAsync(new(2025, 6, 2, 6, 59, 0, TimeSpan.Zero), 0);

        var mailed = await service.ReadAsync(
            (ReportingContext db) =>
                db.EventLog.Where(e => e.Type == nameof(ViewReported)).OrderBy(e => e.Id).Select(e => e.Json).ToListAsync()
        );
        Assert.Contains("1 return is overdue.", mailed[^1]);
        var said = JsonDocument.Parse(mailed[^1]).RootElement;
        var table = said.GetProperty("table")
            .EnumerateArray()
            .Select(r => r.EnumerateArray().Select(c => c.GetString()!).ToList())
            .ToList();
        Assert.Equal("SS5-MEL-01 Q3 2024/25: Oct 2024 - Dec 2024", table[1][table[0].IndexOf("Return")]);
        Assert.Equal("31 January 2025", table[1][table[0].IndexOf("Was due")]);
        Assert.Contains(",2025-01-31,", said.GetProperty("csv").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleted_IsGoneAndNotMailed()
    {
        await service.NothingAsync();
        var id = await SaveAsync("Overdue", monthly: true);
        Assert.Equal("/reports/views", await service.Officer().PostAndFollowAsync($"/reports/views/{id}?handler=Delete"));
        Assert.Empty((await service.Officer().GetPageAsync("/reports/views")).QuerySelectorAll("tbody tr"));
        await AtAsync(new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero), 0);
    }

    [Fact]
    public async Task Changed_ToNotMonthly_IsNotMailed()
    {
        await service.NothingAsync();
        var id = await SaveAsync("Overdue", monthly: true);
        await service.Officer().PostAndFollowAsync($"/reports/views/{id}", ("Name", "Mine"), ("Monthly", "false"));
        Assert.Equal(["Mine"], (await service.Officer().GetPageAsync("/reports/views")).Texts("tbody th"));
        await AtAsync(new(2025, 3, 3, 9, 0, 0, TimeSpan.Zero), 0);
    }

    [Theory]
    [InlineData("report=overdue&partnership=XXX")]
    [InlineData("report=overdue&year=2024-26")]
    [InlineData("report=returns&came=never")]
    public async Task AFilterThatIsNotKnown_IsNotSavedAsAViewOfEverything(string query)
    {
        await service.NothingAsync();
        var address = "/reports/views/new?" + query;
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer().GetAsync(address)).StatusCode);
        await service.Officer().PostAsync(address, ("Id", $"{Guid.NewGuid()}"), ("Name", "Mine"), ("Monthly", "true"));
        Assert.Empty((await service.Officer().GetPageAsync("/reports/views")).QuerySelectorAll("tbody tr"));
    }

    [Fact]
    public async Task WhatNarrowsItIsNoLongerKnown_IsNotMailedOverEverything_AndHoldsNobodyBack()
    {
        await service.NothingAsync();
        await SaveAsync("Overdue", monthly: true);
        await service.ReadAsync(
            (ReportingContext db) => db.Views.ExecuteUpdateAsync(v => v.SetProperty(x => x.Query, "?partnership=GONE"))
        );
        await AtAsync(new(2025, 3, 3, 8, 0, 0, TimeSpan.Zero), 0);
        Assert.Equal(
            new DateOnly(2025, 4, 1),
            await service.ReadAsync((ReportingContext db) => db.Views.Select(v => v.NextOn).SingleAsync())
        );
    }

    private async Task<Guid> SaveAsync(string name, bool monthly, string? shown = null)
    {
        shown ??= (await service.Officer().GetPageAsync(New)).Typed("Id")!;
        await service.Officer().PostAndFollowAsync(New, ("Id", shown), ("Name", name), ("Monthly", monthly ? "true" : "false"));
        return await IdAsync();
    }

    // Of the only view.
    private async Task<Guid> IdAsync() =>
        Guid.Parse(
            (await service.Officer().GetPageAsync("/reports/views"))
                .QuerySelector("tbody a[href^='/reports/views/']")!
                .GetAttribute("href")!
                .Split('/')[^1]
        );

    private async Task AtAsync(DateTimeOffset at, int sent)
    {
        service.Clock.Now = at;
        Assert.Equal(sent, await service.SweepOnceAsync<MailSavedViews>());
    }
}
