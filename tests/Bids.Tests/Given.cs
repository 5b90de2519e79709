using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;
using Bid = Platform.Bids.Bidding.Bid;

namespace Platform.Bids.Tests;

/// <summary>People, rounds and bids, given through the API that ships.</summary>
internal static class Given
{
    public static readonly DateTimeOffset InTime = new(2025, 2, 3, 10, 0, 0, TimeSpan.Zero);
    public static readonly string[] Themes = ["Neighbourhood crime", "Antisocial behaviour"];
    private static int rounds;
    private static readonly Dictionary<string, Person> People = [];

    public static Visitor Officer(this RunningService<BidsService> service) => service.As(Named("Olu Bello"), null, Roles.Officer);

    public static Visitor Editor(this RunningService<BidsService> service, string partnership = "MEL") =>
        service.As(Named($"Ed of {partnership}"), Partnership.Get(partnership), Roles.PartnerEditor);

    public static Visitor Lead(this RunningService<BidsService> service, string partnership = "MEL") =>
        service.As(Named($"Lee of {partnership}"), Partnership.Get(partnership), Roles.PartnerLead);

    public static Person Named(string name) => People.TryGetValue(name, out var known) ? known : People[name] = new(Guid.NewGuid(), name);

    /// <summary>
    /// A round that opens on 2 December 2024 and closes at the end of 28 February 2025 or of another day; it is 3 February 2025.
    /// </summary>
    public static async Task<string> RoundAsync(
        this RunningService<BidsService> service,
        DateOnly? closesOn = null,
        Money? cap = null,
        Func<RoundAnswers, RoundAnswers>? with = null
    )
    {
        service.Clock.Now = InTime;
        var reference = $"R{++rounds:000}";
        var round = new RoundAnswers(
            reference,
            "Community safety fund",
            $"Round {reference}",
            new(2024, 12, 2),
            closesOn ?? new(2025, 2, 28),
            new(2025, 4, 1),
            new(2026, 3, 31),
            cap,
            0,
            Themes
        )
        {
            Published = true,
        };
        await service.Officer().MustAsync(HttpStatusCode.Created, HttpMethod.Post, "/api/rounds", with?.Invoke(round) ?? round);
        return reference;
    }

    /// <summary>A round that bidders do not see yet.</summary>
    public static async Task<string> RoundDraftAsync(
        this RunningService<BidsService> service,
        string reference,
        Func<RoundAnswers, RoundAnswers>? change = null,
        DateTimeOffset? now = null
    )
    {
        service.Clock.Now = now ?? InTime;
        var round = GivenModel.NewRound() with { Reference = reference, Published = false };
        await service.Officer().MustAsync(HttpStatusCode.Created, HttpMethod.Post, "/api/rounds", change?.Invoke(round) ?? round);
        return reference;
    }

    /// <summary>A Problem Profile for those days. Periods of one partnership differ from test to test: they may not overlap.</summary>
    public static async Task<Guid> ProfileAsync(
        this RunningService<BidsService> service,
        (DateOnly From, DateOnly To) period,
        string partnership = "MEL",
        params string[] priorities
    ) => (
            await service
                .Officer()
                .MustAsync(
                    HttpStatusCode.Created,
                    HttpMethod.Post,
                    "/api/profiles",
                    new
                    {
                        Partnership = partnership,
                        period.From,
                        period.To,
                        Priorities = (priorities is [] ? ["Burglary", "Antisocial behaviour"] : priorities).Select(name => new
                        {
                            Name = name,
                            Evidence = "Counted",
                        }),
                    }
                )
        ).GetProperty("id").GetGuid();

    public static (DateOnly From, DateOnly To) Year(int start) => (new FinancialYear(start).From, new FinancialYear(start).To);

    public static Task<ProblemProfile> FindProfileAsync(this RunningService<BidsService> service, Guid id) =>
        service.ReadAsync((BidsContext db) => db.Profiles.AsNoTracking().SingleAsync(p => p.Id == id));

    public static Task<Round> FindRoundAsync(this RunningService<BidsService> service, string reference) =>
        service.ReadAsync((BidsContext db) => db.Rounds.AsNoTracking().SingleAsync(r => r.Reference == reference));

    /// <summary>The types of a round's events, in order.</summary>
    public static async Task<string> RoundEventsAsync(this RunningService<BidsService> service, string reference) =>
        string.Join(' ', (await service.LogAsync((await service.FindRoundAsync(reference)).Id)).Select(r => r.Type));

    /// <summary>A draft with nothing in it yet.</summary>
    public static async Task<string> DraftAsync(this RunningService<BidsService> service, string round, string partnership = "MEL")
    {
        var made = await service
            .Editor(partnership)
            .MustAsync(HttpStatusCode.Created, HttpMethod.Post, "/api/bids", new BidBodies.NewBid(round));
        return made.GetProperty("reference").GetString()!;
    }

    /// <summary>A draft that lacks nothing.</summary>
    public static async Task<string> CompleteAsync(this RunningService<BidsService> service, string round, string partnership = "MEL")
    {
        var reference = await service.DraftAsync(round, partnership);
        var editor = service.Editor(partnership);
        var address = $"/api/bids/{reference}";
        await editor.MustAsync(
            HttpStatusCode.NoContent,
            HttpMethod.Put,
            $"{address}/contacts",
            new { Lead = new { Name = "Ann Reed", Email = "ann@melton.example" } },
            1
        );
        await editor.MustAsync(
            HttpStatusCode.NoContent,
            HttpMethod.Put,
            $"{address}/project",
            new
            {
                Title = "Safer streets",
                Theme = Themes[0],
                Summary = "Lighting",
            },
            2
        );
        await editor.MustAsync(
            HttpStatusCode.NoContent,
            HttpMethod.Put,
            $"{address}/need",
            new { Need = "Burglaries rose by a third", PlanAim = "Safer places" },
            3
        );
        await editor.MustAsync(
            HttpStatusCode.NoContent,
            HttpMethod.Put,
            $"{address}/where",
            new
            {
                Areas = new[] { Lsoa.All.First(a => a.District.Name == Partnership.Get(partnership).Districts[0]).Name },
                Vintage = 2021,
            },
            4
        );
        await editor.MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"{address}/interventions/{Guid.NewGuid()}", Answers(), 5);
        await editor.MustAsync(
            HttpStatusCode.NoContent,
            HttpMethod.Put,
            $"{address}/risks/{Guid.NewGuid()}",
            new
            {
                Description = "Late delivery",
                Likelihood = RiskLevel.Low,
                Impact = RiskLevel.Low,
                Mitigation = "Order early",
            },
            6
        );
        return reference;
    }

    /// <summary>A draft that lacks nothing, and whose sections its partnership says are completed.</summary>
    public static async Task<string> ReadyAsync(this RunningService<BidsService> service, string round, string partnership = "MEL")
    {
        var reference = await service.CompleteAsync(round, partnership);
        await service.MarkAsync(reference, [.. BidSections.All], partnership);
        return reference;
    }

    public static async Task MarkAsync(this RunningService<BidsService> service, string bid, string[] sections, string partnership = "MEL")
    {
        foreach (var section in sections)
            await service
                .Editor(partnership)
                .MustAsync(HttpStatusCode.NoContent, HttpMethod.Put, $"/api/bids/{bid}/completed/{section}", new { Complete = true }, 1);
    }

    /// <summary>Sends sections of a submitted bid back, to be answered by 20 February 2025.</summary>
    public static Task SendBackAsync(this RunningService<BidsService> service, string bid, params string[] sections) =>
        service.SendBackAsync(bid, new DateOnly(2025, 2, 20), sections);

    /// <summary>The same, to be answered by another day.</summary>
    public static Task SendBackAsync(this RunningService<BidsService> service, string bid, DateOnly answerBy, params string[] sections) =>
        service
            .Officer()
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Post,
                $"/api/bids/{bid}/send-back",
                new { Sections = sections.Select(s => new SectionNote(s, $"Say more of {s}")), AnswerBy = answerBy }
            );

    /// <summary>The editor answers all that was sent back.</summary>
    public static async Task AnswerAsync(this RunningService<BidsService> service, string bid, string partnership = "MEL")
    {
        foreach (var note in (await service.BidAsync(bid)).SentBack)
            await service
                .Editor(partnership)
                .MustAsync(
                    HttpStatusCode.NoContent,
                    HttpMethod.Put,
                    $"/api/bids/{bid}/answers/{note.Section}",
                    new { Answer = "Changed as asked" },
                    (await service.BidAsync(bid)).Version
                );
    }

    public static async Task<string> SubmittedAsync(this RunningService<BidsService> service, string round, string partnership = "MEL")
    {
        var reference = await service.CompleteAsync(round, partnership);
        await service.Lead(partnership).MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{reference}/submission", null);
        return reference;
    }

    public static Visitor Finance(this RunningService<BidsService> service) => service.As(Named("Kira Hughes"), null, Roles.Finance);

    public static Visitor Monitoring(this RunningService<BidsService> service) =>
        service.As(Named("Claire Trewartha"), null, Roles.MonitoringOfficer);

    public static Visitor Commissioner(this RunningService<BidsService> service) =>
        service.As(Named("Rupert Matthews"), null, Roles.Commissioner);

    /// <summary>A draft record of those bids, promising what they ask for.</summary>
    public static async Task<string> RecordAsync(this RunningService<BidsService> service, params string[] bids) => (
            await service
                .Officer()
                .MustAsync(
                    HttpStatusCode.Created,
                    HttpMethod.Post,
                    "/api/decisions",
                    new
                    {
                        Title = "Community safety round",
                        Summary = "Why",
                        Bids = bids,
                    }
                )
        ).GetProperty("reference").GetString()!;

    /// <summary>One step of a record, at the version that it has.</summary>
    public static async Task StepAsync(this RunningService<BidsService> service, Visitor who, string record, string step, object body) =>
        await who.MustAsync(
            HttpStatusCode.NoContent,
            HttpMethod.Post,
            $"/api/decisions/{record}/{step}",
            body,
            (await service.DecisionAsync(record)).Version
        );

    /// <summary>Takes a draft as far as that step; each step is taken by somebody else.</summary>
    public static async Task SignedAsync(
        this RunningService<BidsService> service,
        string record,
        DecisionStep until,
        Decision decision = Decision.Supported,
        bool publishRecord = true,
        bool publishDecision = true,
        DecisionStep from = DecisionStep.Draft
    )
    {
        const string act = "Section 43 of the Freedom of Information Act 2000";
        (DecisionStep At, Visitor Who, string Step, object Body)[] steps =
        [
            (DecisionStep.AwaitingApproval, service.Officer(), "submission", new { }),
            (DecisionStep.AwaitingDetermination, service.Finance(), "approval", new { Office = "Chief Executive" }),
            (
                DecisionStep.AwaitingDecision,
                service.Monitoring(),
                "determination",
                new
                {
                    PublishRecord = publishRecord,
                    PublishDecision = publishDecision,
                    Reasons = publishRecord && publishDecision ? "" : act,
                }
            ),
            (DecisionStep.Decided, service.Commissioner(), "signature", new { Decision = decision }),
        ];
        foreach (var step in steps.Where(s => from <= s.At && s.At <= until))
            await service.StepAsync(step.Who, record, step.Step, step.Body);
    }

    /// <summary>A record of those bids that went through all steps, by four people.</summary>
    public static async Task<string> DecidedAsync(this RunningService<BidsService> service, Decision decision, params string[] bids)
    {
        var record = await service.RecordAsync(bids);
        await service.SignedAsync(record, DecisionStep.Decided, decision);
        return record;
    }

    public static Task<DecisionRecord> DecisionAsync(this RunningService<BidsService> service, string reference) =>
        service.ReadAsync((BidsContext db) => db.Decisions.AsNoTracking().SingleAsync(d => d.Reference == reference));

    public static BidBodies.InterventionBody Answers(string name = "Target hardening") =>
        new(
            name,
            "Locks",
            null,
            null,
            null,
            false,
            [new(new(2025), SpendKind.Revenue, Money.FromPounds(9_000))],
            [new("homes target hardened", 130, TargetKind.UpTo)],
            null,
            []
        );

    /// <summary>Sends JSON, and asserts the status of the answer.</summary>
    public static async Task<JsonElement> MustAsync(
        this Visitor visitor,
        HttpStatusCode status,
        HttpMethod method,
        string address,
        object? body,
        int? ifMatch = null
    )
    {
        var response = await visitor.SendJsonAsync(method, address, body, ifMatch);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(status == response.StatusCode, $"{method} {address}: {response.StatusCode} {text}");
        return text.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(text, Doors.Json);
    }

    /// <summary>A submission by the lead that reached the gateway at that instant, whatever the clock says now.</summary>
    public static async Task LateButArrivedAsync(this RunningService<BidsService> service, string bid, DateTimeOffset at) =>
        Assert.True(await service.SubmitArrivedAsync(bid, at));

    /// <inheritdoc cref="LateButArrivedAsync"/>
    /// <returns>Whether it was taken.</returns>
    public static async Task<bool> SubmitArrivedAsync(this RunningService<BidsService> service, string bid, DateTimeOffset at)
    {
        await using var scope = service.Services.CreateAsyncScope();
        var caller = new Caller(Named("Lee"), [Roles.PartnerLead], Partnership.Get("MEL"), at, false);
        await using var db = ActivatorUtilities.CreateInstance<BidsContext>(scope.ServiceProvider, caller);
        return (await new SubmitBid(db, caller).RunAsync(bid, null, TestContext.Current.CancellationToken)).IsDone;
    }

    /// <summary>More time for one partnership, until the end of that day.</summary>
    public static Task<JsonElement> GiveAsync(
        this RunningService<BidsService> service,
        string round,
        string partnership,
        DateOnly lastDay
    ) =>
        service
            .Officer()
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Post,
                $"/api/rounds/{round}/extensions",
                new
                {
                    Partnership = partnership,
                    Reason = "Flood",
                    LastDay = lastDay,
                }
            );

    public static Task<Bid> BidAsync(this RunningService<BidsService> service, string reference) =>
        service.ReadAsync((BidsContext db) => db.Bids.AsNoTracking().SingleAsync(b => b.Reference == reference));

    /// <summary>What the event log holds of a thing, in order.</summary>
    public static Task<List<EventLogRow>> LogAsync(this RunningService<BidsService> service, Guid thing) =>
        service.ReadAsync(
            (BidsContext db) => db.EventLog.AsNoTracking().Where(r => r.Aggregate == thing).OrderBy(r => r.Version).ToListAsync()
        );

    /// <summary>The types of a bid's events, in order.</summary>
    public static async Task<string> EventsAsync(this RunningService<BidsService> service, string bid) =>
        string.Join(' ', (await service.LogAsync((await service.BidAsync(bid)).Id)).Select(r => r.Type));
}
