using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Tests;

/// <summary>Closed rounds with criteria, assessors, and what they did, given through the API that ships.</summary>
internal static class GivenAssessment
{
    public static readonly Criterion Need = new(Guid.NewGuid(), "Evidence of need", "Figures, not feelings", 3);
    public static readonly Criterion Value = new(Guid.NewGuid(), "Value for money", "", 1);
    private static int rounds;

    /// <summary>A round that has closed, with a submitted bid of each of these partnerships: "A001-MEL-01".</summary>
    public static async Task<string> ClosedRoundAsync(
        this RunningService<BidsService> service,
        string partnerships = "MEL",
        Money? available = null,
        int threshold = 65
    )
    {
        service.Clock.Now = Given.InTime;
        var reference = $"A{++rounds:000}";
        await service
            .Officer()
            .MustAsync(
                HttpStatusCode.Created,
                HttpMethod.Post,
                "/api/rounds",
                new RoundAnswers(
                    reference,
                    "Community safety fund",
                    $"Round {reference}",
                    new(2024, 12, 2),
                    new(2025, 2, 28),
                    new(2025, 4, 1),
                    new(2026, 3, 31),
                    null,
                    0,
                    Given.Themes
                )
                {
                    Published = true,
                    Criteria = [Need, Value],
                    ThresholdPercent = threshold,
                    Available = available,
                }
            );
        foreach (var partnership in partnerships.Split(' '))
            await service.SubmittedAsync(reference, partnership);
        service.Clock.Now = new(2025, 3, 3, 10, 0, 0, TimeSpan.Zero);
        await service.SweepAsync<CloseDueRounds>();
        return reference;
    }

    /// <summary>Somebody whose account has the role of assessor.</summary>
    public static async Task<Person> AssessorAsync(this RunningService<BidsService> service, string name)
    {
        var person = Given.Named(name);
        await service.DeliverAsync(
            new ContactChanged(person.UserId, 1, Given.InTime, Person.Platform, new(name, "a@opcc.example", null, [Roles.Assessor], true))
        );
        return person;
    }

    public static Visitor AsAssessor(this RunningService<BidsService> service, Person person) => service.As(person, null, Roles.Assessor);

    public static Task AssignAsync(this RunningService<BidsService> service, string bid, params Person[] people) =>
        service
            .Officer()
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Post,
                "/api/assessments",
                new
                {
                    Round = bid.Split('-')[0],
                    Bids = new[] { bid },
                    Assessors = people.Select(p => p.UserId),
                }
            );

    public static async Task DeclareAsync(this RunningService<BidsService> service, string bid, Person person, bool hasInterest = false) =>
        await service
            .AsAssessor(person)
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Put,
                $"/api/assessments/{bid}/interest",
                new { HasInterest = hasInterest, Interest = hasInterest ? "My sister runs the project" : null },
                await service.VersionAsync(bid, person)
            );

    /// <summary>Scores as the API takes them.</summary>
    public static object Scores(int need, int value, string why = "Because") =>
        new[]
        {
            new
            {
                Criterion = Need.Id,
                Score = need,
                Justification = why,
            },
            new
            {
                Criterion = Value.Id,
                Score = value,
                Justification = why,
            },
        };

    /// <summary>Declares no interest, scores, and completes the assessment.</summary>
    public static async Task CompleteAssessmentAsync(
        this RunningService<BidsService> service,
        string bid,
        Person person,
        int need = 3,
        int value = 2
    )
    {
        await service.DeclareAsync(bid, person);
        var (assessor, address) = (service.AsAssessor(person), $"/api/assessments/{bid}");
        await assessor.MustAsync(
            HttpStatusCode.NoContent,
            HttpMethod.Put,
            $"{address}/scores",
            Scores(need, value, $"Said by {person.Name}"),
            await service.VersionAsync(bid, person)
        );
        await assessor.MustAsync(
            HttpStatusCode.NoContent,
            HttpMethod.Post,
            $"{address}/completion",
            null,
            await service.VersionAsync(bid, person)
        );
    }

    public static object Agreed(int need, int value, IReadOnlyList<Award>? recommended = null) =>
        new
        {
            Scores = new[] { new AgreedScore(Need.Id, need, "Agreed"), new AgreedScore(Value.Id, value, "Agreed") },
            Recommended = recommended,
            Conditions = new[] { "Reports on time" },
            Comment = "",
        };

    /// <summary>One assessor, and an agreement on those scores; the bid asks for £9,000, of which so much is recommended.</summary>
    public static async Task ModeratedAsync(
        this RunningService<BidsService> service,
        string bid,
        Person assessor,
        int need,
        int value,
        decimal? pounds = null
    )
    {
        await service.AssignAsync(bid, assessor);
        await service.CompleteAssessmentAsync(bid, assessor);
        var asked = ModerationAnswers.AsAsked((await service.BidAsync(bid)).Content);
        await service
            .Officer()
            .MustAsync(
                HttpStatusCode.NoContent,
                HttpMethod.Put,
                $"/api/assessments/{bid}/moderation",
                Agreed(need, value, pounds is null ? null : [asked[0] with { Amount = Money.FromPounds(pounds.Value) }]),
                0
            );
    }

    public static Task<Assessment> AssessmentAsync(this RunningService<BidsService> service, string bid, Person person) =>
        service.ReadAsync(
            (BidsContext db) => db.Assessments.AsNoTracking().SingleAsync(a => a.BidReference == bid && a.AssessorId == person.UserId)
        );

    public static async Task<int> VersionAsync(this RunningService<BidsService> service, string bid, Person person) =>
        (await service.AssessmentAsync(bid, person)).Version;

    public static async Task<string> AssessmentEventsAsync(this RunningService<BidsService> service, string bid, Person person) =>
        string.Join(' ', (await service.LogAsync((await service.AssessmentAsync(bid, person)).Id)).Select(r => r.Type));
}
