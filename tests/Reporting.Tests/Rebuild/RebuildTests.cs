using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Messaging;
using static Platform.Reporting.Tests.Given;

namespace Platform.Reporting.Tests.Rebuild;

/// <summary>
/// What a rebuild gives back. The other services' pages are delivered here by hand; tests/ServiceDefaults.Tests has them from a log over
/// a broker.
/// </summary>
public sealed class RebuildTests(RunningService<ReportingService> service)
{
    private static readonly Guid Made = Guid.NewGuid();
    private static readonly Guid Reported = Guid.NewGuid();

    [Fact]
    public async Task PagesOfTheLogs_GiveBackWhatTheEventsGave()
    {
        await service.NothingAsync();
        foreach (var happened in Bids().Concat(Returns()))
            await service.DeliverAsync(happened);
        var before = await SnapshotAsync();
        Assert.Contains("\"amount\":149", before);

        await StartAsync();
        Assert.Empty(await service.ReadAsync((ReportingContext db) => db.Grants.ToListAsync()));
        await PageAsync("returns", Returns());
        await PageAsync("bids", Bids());
        await PageAsync("notifications", []);
        await PageAsync("gateway", []);
        // The administrator, who reads no grant, is not told before it is so that the reports are complete.
        var administrator = service.Office(Roles.Administrator);
        Assert.Contains("1 of 1 grants are still to be added", (await administrator.GetPageAsync("/reports/rebuild")).Text("main"));
        Assert.Equal(1, await service.SweepAsync<AddUpGrants>());
        Assert.Contains("The reports are complete", (await administrator.GetPageAsync("/reports/rebuild")).Text("main"));

        Assert.Equal(before, await SnapshotAsync());
        var replays = await service.ReadAsync(
            (ReportingContext db) => db.Set<LogReplay>().Where(r => r.Source != "reporting").OrderBy(r => r.Source).ToListAsync()
        );
        Assert.Equal(
            [
                ("bids", 3, 3, ReplayState.Done),
                ("gateway", 0, 0, ReplayState.Done),
                ("notifications", 0, 0, ReplayState.Done),
                ("returns", 5, 5, ReplayState.Done),
            ],
            replays.Select(r => (r.Source, r.Handled, r.Total ?? -1, r.State))
        );
    }

    [Fact]
    public async Task ReturnsThatAreDueTogether_StandInOneOrder_WhicheverCameFirst()
    {
        int[] quarters = [1, 2, 3, 4];
        foreach (var order in new[] { quarters, quarters.Reverse() })
        {
            await service.NothingAsync();
            // As those of a grant that was made late are.
            foreach (var quarter in order)
                await service.DeliverAsync(
                    Opened(Guid.NewGuid(), Return(Made, ReturnState.Open, quarter) with { DueOn = new(2025, 2, 20) })
                );
            Assert.Equal(
                ["Q4", "Q3", "Q2", "Q1"],
                (await service.Officer().GetPageAsync("/partnerships/MEL"))
                    .Texts("tbody th a[href^='/returns/']")
                    .Select(text => text.Split(' ')[1])
            );
            Assert.Equal(
                ["q1", "q2", "q3", "q4"],
                (await service.Partner().GetPageAsync("/"))
                    .QuerySelectorAll("main a[href^='/returns/']")
                    .Select(a => a.GetAttribute("href")!.Split('/')[3].Split('-')[^1])
                    .Distinct()
            );
        }
    }

    [Fact]
    public async Task Rebuild_EmptiesWhatMessagesFill_AndNothingThatIsWrittenHere()
    {
        await service.NothingAsync();
        foreach (var happened in Bids().Concat(Returns()))
            await service.DeliverAsync(happened);
        Assert.NotEqual(0, await RowsAsync(ReportingContext.Read));
        var (written, replays) = (await RowsAsync("public"), RebuildReports.Sources.Count);

        await StartAsync();

        Assert.Equal(replays, await RowsAsync(ReportingContext.Read));
        // Each source is asked for its log.
        Assert.Equal(written + replays, await RowsAsync("public"));
        await service.ReplaySettledAsync();
    }

    [Fact]
    public async Task WhatHappensMeanwhile_IsNotOverwrittenByWhatWasBefore()
    {
        await service.NothingAsync();
        await StartAsync();
        var later = Return(Made, ReturnState.Accepted, achieved: 49) with { FirstSubmittedAt = Now, WorkingDaysLate = 0 };
        await service.DeliverAsync(new ReturnAccepted(Reported, 9, Now, Ann, later));
        await PageAsync("returns", Returns());
        var line = await service.ReadAsync((ReportingContext db) => db.Returns.SingleAsync(r => r.Id == Reported));
        Assert.Equal((9, ReturnState.Accepted), (line.Version, line.State));
        Assert.Equal(
            49,
            (await service.ReadAsync((ReportingContext db) => db.Figures.SingleAsync(f => f.Measure == Measure.Achieved))).Amount
        );
        var punctual = await service.ReadAsync((ReportingContext db) => db.Punctuality.SingleAsync());
        Assert.Equal((1, 1, 0), (punctual.Returns, punctual.OnTime, punctual.Late));
    }

    [Fact]
    public async Task PageThatComesTwice_OrAfterAStop_DoesNothing_AndContinuingAsksForTheSamePart()
    {
        await service.NothingAsync();
        await StartAsync();
        var (first, second) = (Full(Bids()), Bids());
        await PageAsync("bids", first);
        await RunAsync(rebuild => rebuild.StopAsync(Now, TestContext.Current.CancellationToken));
        await PageAsync("bids", second);
        var stopped = await ReplayAsync("bids");
        Assert.Equal((1000, ReplayState.Stopped), (stopped.Handled, stopped.State));

        await RunAsync(rebuild => rebuild.ContinueAsync(Ann, Now, TestContext.Current.CancellationToken));
        await PageAsync("bids", second, after: null);
        Assert.Equal(1000, (await ReplayAsync("bids")).Handled);
        await PageAsync("bids", second);
        var done = await ReplayAsync("bids");
        Assert.Equal((1003, ReplayState.Done), (done.Handled, done.State));
    }

    [Fact]
    public async Task PageThatNeverCame_IsAskedForAgain_AfterAMinute()
    {
        await service.NothingAsync();
        await StartAsync();
        var asked = (await ReplayAsync("bids")).Version;
        Assert.Equal(0, await service.SweepOnceAsync<ContinueRebuild>());
        service.Clock.Now = Now.AddSeconds(61);
        Assert.Equal(4, await service.SweepOnceAsync<ContinueRebuild>());
        Assert.Equal(asked + 1, (await ReplayAsync("bids")).Version);
        Assert.Equal(0, await service.SweepOnceAsync<ContinueRebuild>());
    }

    [Fact]
    public async Task TablesOfAnOlderVersion_AreRebuiltByThemselves_AndFreshOnesAreNot()
    {
        await service.NothingAsync();
        await service.TamperAsync("truncate handled_messages, event_log");
        await service.SweepOnceAsync<ContinueRebuild>();
        Assert.All(
            await service.ReadAsync((ReportingContext db) => db.Set<LogReplay>().ToListAsync()),
            r => Assert.Equal(ReplayState.Done, r.State)
        );

        await service.DeliverAsync(Opened(Reported, Return(Made, ReturnState.Open)));
        await service.ReadAsync((ReportingContext db) => db.Database.ExecuteSqlAsync($"update replays set tables = 1"));
        Assert.Equal(1, await service.SweepOnceAsync<ContinueRebuild>());
        Assert.Contains(
            await service.ReadAsync((ReportingContext db) => db.Set<LogReplay>().ToListAsync()),
            r => r.State == ReplayState.Running
        );
        await service.ReplaySettledAsync();
    }

    [Fact]
    public async Task Page_ShowsHowFarItIs_AndStopsAndContinues()
    {
        await service.NothingAsync();
        var admin = service.Office(Roles.Administrator);
        Assert.Equal("/reports/rebuild", await admin.PostAndFollowAsync("/reports/rebuild?handler=Start"));
        await service.ReplaySettledAsync();
        await PageAsync("bids", Bids());
        var page = await admin.GetPageAsync("/reports/rebuild");
        Assert.Contains("3", page.Texts("tbody tr:first-child td"));
        Assert.Contains(
            "The reports are being rebuilt",
            (await service.Officer().GetPageAsync("/reports")).QuerySelector(".govuk-inset-text")!.TextContent
        );
        await admin.PostAndFollowAsync("/reports/rebuild?handler=Stop");
        Assert.Contains("was stopped", (await admin.GetPageAsync("/reports/rebuild")).QuerySelector(".govuk-inset-text")!.TextContent);
        await admin.PostAndFollowAsync("/reports/rebuild?handler=Continue");
        Assert.Contains("being read", (await admin.GetPageAsync("/reports/rebuild")).QuerySelector(".govuk-inset-text")!.TextContent);
    }

    [Fact]
    public async Task EventThatCannotBeKept_IsNamedOnThePage_AndHoldsUpNoOther()
    {
        await service.NothingAsync();
        await StartAsync();
        var broken = Round(Guid.NewGuid()) with { Details = null! };
        await PageAsync("bids", [.. Bids(), broken]);
        var replay = await ReplayAsync("bids");
        Assert.Equal((4, ReplayState.Done), (replay.Handled, replay.State));
        // It fills two tables.
        Assert.Equal((2, 2), (replay.LeftOutCount, replay.LeftOut.Count));
        Assert.Single(await service.ReadAsync((ReportingContext db) => db.Grants.ToListAsync()));
        Assert.Equal(Made, Assert.Single(await service.ReadAsync((ReportingContext db) => db.Rounds.ToListAsync())).Id);
        var page = await service.Office(Roles.Administrator).GetPageAsync("/reports/rebuild");
        Assert.Contains($"RoundOpened {broken.Version} of {broken.Id}", page.QuerySelector("main ul")!.TextContent);
    }

    // Not counted: messages that the service has handled since, as it also answers for its own log.
    // The audit page has an entry of the rebuild itself.
    private Task<int> RowsAsync(string schema) =>
        service.ReadAsync(
            (ReportingContext db) =>
                db
                    .Database.SqlQuery<int>(
                        $"""
                        select sum((xpath('/row/n/text()', query_to_xml(
                            format('select count(*) n from %I.%I', schemaname, tablename), false, true, '')))[1]::text::int)::int as "Value"
                        from pg_tables where schemaname = {schema} and tablename not in ('handled_messages', 'audit_entries')
                        """
                    )
                    .SingleAsync()
        );

    // The same events each time they are asked for.
    private static readonly IReadOnlyList<IEvent> Logged = [Round(Made), Grant(Made, 200), Varied(Made)];

    private static IReadOnlyList<IEvent> Bids() => Logged;

    private static IReadOnlyList<IEvent> Returns() =>
        [
            Opened(Reported, Return(Made, ReturnState.Open)),
            Submitted(Reported, Return(Made, ReturnState.Submitted, achieved: 149)),
            new ReturnSaved(
                Reported,
                7,
                Now,
                Ann,
                Return(Made, ReturnState.SentBack, achieved: 3) with
                {
                    FirstSubmittedAt = Now,
                    WorkingDaysLate = 2,
                }
            ),
            new ReturnSentBack(
                Reported,
                6,
                Now,
                Ann,
                Return(Made, ReturnState.SentBack, achieved: 149) with
                {
                    FirstSubmittedAt = Now,
                    WorkingDaysLate = 2,
                }
            ),
            new ReturnChased(Reported, 3, Now, Person.Platform, Return(Made, ReturnState.Open), new(5, [])),
        ];

    // A page that is not the last one is full.
    private static IReadOnlyList<IEvent> Full(IReadOnlyList<IEvent> events) =>
        [.. events, .. Enumerable.Range(0, 1000 - events.Count).Select(_ => Round(Guid.NewGuid()))];

    private Task StartAsync() => RunAsync(rebuild => rebuild.StartAsync(Ann, Now, TestContext.Current.CancellationToken));

    private async Task RunAsync(Func<RebuildReports, Task> run)
    {
        await using var scope = service.Services.CreateAsyncScope();
        await run(scope.ServiceProvider.GetRequiredService<RebuildReports>());
        await service.ReplaySettledAsync();
    }

    private Task<LogReplay> ReplayAsync(string source) =>
        service.ReadAsync((ReportingContext db) => db.Set<LogReplay>().AsNoTracking().SingleAsync(r => r.Source == source));

    private async Task PageAsync(string source, IReadOnlyList<IEvent> events) =>
        await PageAsync(source, events, (await ReplayAsync(source)).After);

    private async Task PageAsync(string source, IReadOnlyList<IEvent> events, Guid? after)
    {
        var replay = await ReplayAsync(source);
        var content = LogPages.Write(events.Select(e => (e.GetType().Name, JsonSerializer.Serialize(e, e.GetType(), Doors.Json))));
        Guid? last = events.Count == 0 ? null : Guid.CreateVersion7();
        await service.DeliverAsync(
            new LogReplayed(
                replay.Id,
                replay.Version,
                Now,
                Person.Platform,
                new(after, last, last, events.Count, after is null ? events.Count : null, content)
            )
        );
        await service.ReplaySettledAsync();
    }

    // Everything that reports are made of, as text.
    private Task<string> SnapshotAsync() =>
        service.ReadAsync(
            async (ReportingContext db) =>
                JsonSerializer.Serialize(
                    new
                    {
                        Rounds = await db.Rounds.AsNoTracking().ToListAsync(),
                        Grants = await db.Grants.AsNoTracking().ToListAsync(),
                        Documents = await db.GrantDocuments.AsNoTracking().ToListAsync(),
                        Years = await db.GrantYears.AsNoTracking().OrderBy(y => y.Year).ToListAsync(),
                        Targets = await db.Targets.AsNoTracking().OrderBy(t => t.InterventionId).ToListAsync(),
                        Returns = await db.Returns.AsNoTracking().ToListAsync(),
                        Figures = await db.Figures.AsNoTracking().OrderBy(f => f.ReturnId).ThenBy(f => f.Number).ToListAsync(),
                        Progress = await db.Progress.AsNoTracking().ToListAsync(),
                        Punctuality = await db.Punctuality.AsNoTracking().ToListAsync(),
                        Activities = await db.Activities.AsNoTracking().OrderBy(a => a.Id).ThenBy(a => a.Version).ToListAsync(),
                    },
                    Doors.Json
                )
        );
}
