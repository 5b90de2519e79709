using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Reporting.Tests;

/// <summary>Events of the other services, and people who look at what they add up to.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2025, 2, 12, 10, 0, 0, TimeSpan.Zero);
    public static readonly Person Ann = new(Guid.NewGuid(), "Ann Reed");
    public static readonly Guid Intervention = Guid.NewGuid();
    public static readonly Guid Gone = Guid.NewGuid();

    /// <summary>Empty tables on Wednesday 12 February 2025.</summary>
    public static async Task NothingAsync(this RunningService<ReportingService> service)
    {
        service.Clock.Now = Now;
        await service.OwnEventsAsync();
        await service.ReadAsync(
            async (ReportingContext db) =>
            {
                await RebuildReports.EmptyAsync(db, TestContext.Current.CancellationToken);
                return true;
            }
        );
        await service.AsOwnerAsync("truncate views, board_papers");
        // A rebuild would bring back the news of other tests' papers, requests and views.
        await service.TamperAsync("delete from event_log where type ~ '^(BoardPaper|Foi|View|AccessNoted)'");
    }

    /// <summary>Waits until what this service has said about its papers, requests and views is handled.</summary>
    public static async Task OwnEventsAsync(this RunningService<ReportingService> service)
    {
        while (
            await service.ReadAsync(
                (ReportingContext db) =>
                    db.EventLog.AnyAsync(e =>
                        (
                            e.Type.StartsWith("BoardPaper")
                            || e.Type.StartsWith("Foi")
                            || e.Type.StartsWith("View")
                            || e.Type == "AccessNoted"
                        ) && !db.HandledMessages.Any(m => m.MessageId == e.Id)
                    )
            )
        )
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until the service's own log, which answers by itself, has been replayed.</summary>
    public static async Task ReplaySettledAsync(this RunningService<ReportingService> service)
    {
        for (
            var wait = 0;
            !await service.ReadAsync(
                async (ReportingContext db) =>
                    await db.EventLog.CountAsync(e => e.Type == "ReplayRequested")
                        == await db.HandledMessages.CountAsync(m => m.Consumer == "reporting-replay-requested")
                    && !await db.Set<LogReplay>().AnyAsync(r => r.Source == "reporting" && r.State == ReplayState.Running)
            );
            wait++
        )
        {
            Assert.True(wait < 400, "The replay of the service’s own log does not end.");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    public static Visitor Partner(this RunningService<ReportingService> service, string code = "MEL") =>
        service.As(Ann, Partnership.Get(code), Roles.PartnerEditor);

    public static Visitor Officer(this RunningService<ReportingService> service) => service.As(Ann, null, Roles.Officer);

    public static Visitor Office(this RunningService<ReportingService> service, string role) => service.As(Ann, null, role);

    public static Visitor Board(this RunningService<ReportingService> service) => service.As(Ann, null, Roles.Board);

    public static RoundOpened Round(Guid id, int version = 1, string name = "Community safety fund 2025/26") =>
        new(
            id,
            version,
            Now,
            Ann,
            new(
                "CSP2025",
                "Community safety fund",
                name,
                new(2024, 12, 2, 0, 0, 0, TimeSpan.Zero),
                new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero),
                new(2025, 4, 1),
                new(2026, 3, 31),
                null,
                0,
                [],
                false
            )
        );

    public static BidDetails Bid(Guid round, BidState state, string title = "Night safe", string code = "MEL") =>
        new(round, $"CSP2025-{code}-01", Partnership.Get(code), state, new() { Title = title, Interventions = [Promise(9_000)] }, null);

    public static GrantMade Grant(Guid id, int target = 130, int version = 1, string code = "MEL", string programme = "Safer Streets") =>
        new(
            id,
            version,
            Now,
            Ann,
            new(
                Guid.NewGuid(),
                $"SS5-{code}-01",
                programme,
                Partnership.Get(code),
                "Safer homes",
                "EXE005-24",
                new(2024, 4, 1),
                new(2025, 3, 31),
                [Promise(5_000, target)]
            )
        );

    /// <summary>That grant with its target cut, and another that is gone.</summary>
    public static GrantVaried Varied(Guid id, int target = 130, int was = 200, int version = 3)
    {
        var made = Grant(id, target).Details;
        var gone = Promise(11_000, 40) with { Id = Gone, Name = "Campaign" };
        var variation = new Variation(
            1,
            new(2025, 2, 1),
            "Less money.",
            null,
            [Cut(Intervention, 9_000, 5_000), Cut(Gone, 11_000, 0)],
            [new(Intervention, "homes target hardened", was, target, new(2024)), new(Gone, "homes target hardened", 40, 0, new(2024))],
            Ann
        );
        return new(id, version, Now, Ann, made with { Original = [Promise(9_000, was), gone], Variations = [variation] }, variation);
    }

    /// <summary>Revenue of 2024/25 that goes down.</summary>
    public static AmountChange Cut(Guid intervention, decimal from, decimal to) =>
        new(intervention, new(2024), SpendKind.Revenue, Money.FromPounds(from), Money.FromPounds(to));

    public static ExtensionDetails Extension(Guid round, ExtensionState state, string code = "MEL") =>
        new(
            round,
            "CSP2025",
            "Community safety fund 2025/26",
            Partnership.Get(code),
            state,
            "Our lead is ill.",
            state == ExtensionState.Granted ? new(2025, 3, 8, 0, 0, 0, TimeSpan.Zero) : null,
            state == ExtensionState.Refused ? "It is too late." : ""
        );

    public static AssessmentDetails Assessment(AssessmentState state, Person? assessor = null, string code = "MEL") =>
        new(
            Guid.NewGuid(),
            $"CSP2025-{code}-01",
            assessor ?? Ann,
            state,
            state == AssessmentState.Conflicted ? "My sister works there" : null
        );

    public static DecisionDetails Record(DecisionStep step, string reference = "EXE005-25") =>
        new(reference, "Safer Streets 5", null, null, []) { Step = step };

    /// <summary>That record signed on 24 April 2024 and put into the public register, with its details or without.</summary>
    public static DecisionPublished Published(string reference, bool details = true, bool record = true) =>
        new(
            Guid.NewGuid(),
            6,
            Now,
            Ann,
            Record(DecisionStep.Decided, reference) with
            {
                Decision = Decision.Supported,
                DecidedOn = new(2024, 4, 24),
                PublishRecord = record,
                PublishDecision = details,
                PublishedAt = Now,
                KeyPoints = "Burglary fell where locks were fitted.",
            }
        );

    private static Intervention Promise(decimal pounds, int target = 130) =>
        new(
            Intervention,
            "Target hardening",
            "",
            [new(new(2024), SpendKind.Revenue, Money.FromPounds(pounds))],
            [new("homes target hardened", target, TargetKind.UpTo)],
            []
        );

    /// <summary>The return for a quarter of 2024/25, due on the last day of the month after it.</summary>
    public static ReturnDetails Return(Guid grant, ReturnState state, int quarter = 3, int? achieved = null, string code = "MEL")
    {
        var about = new Quarter(new(2024), quarter);
        return new(
            grant,
            $"SS5-{code}-01",
            "Safer Streets",
            "Safer homes",
            Partnership.Get(code),
            about,
            about.Next.From,
            about.Next.From.AddMonths(1).AddDays(-1),
            state,
            achieved is { } count
                ? [new(Intervention, DeliveryStatus.OnTrack, "", Money.Zero, Money.Zero, [new("homes target hardened", count)])]
                : [],
            state == ReturnState.Submitted ? Now : null,
            state == ReturnState.Submitted ? 0 : null
        );
    }

    public static ReturnOpened Opened(Guid id, ReturnDetails details, int version = 2) => new(id, version, Now, Ann, details);

    public static ReturnSubmitted Submitted(Guid id, ReturnDetails details, int version = 5) => new(id, version, Now, Ann, details);
}
