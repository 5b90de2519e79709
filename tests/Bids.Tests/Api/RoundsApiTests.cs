using System.Net;
using Platform.Contracts;
using Platform.Testing;

namespace Platform.Bids.Tests.Api;

public sealed class RoundsApiTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_WrongAnswers_AreSaidByField()
    {
        var nothing = await service.Officer().SendJsonAsync(HttpMethod.Post, "/api/bids/rounds", new { });
        Assert.Equal("reference programme name opensOn closesOn deliveryFrom deliveryTo themes", await nothing.FieldsAsync());
        await (await service.Editor().SendJsonAsync(HttpMethod.Post, "/api/bids/rounds", new { })).ProblemAsync(HttpStatusCode.Forbidden);
        await (await service.AsNobody().SendJsonAsync(HttpMethod.Post, "/api/bids/rounds", new { })).ProblemAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Post_SeveralAtOnceOfOneReference_OneIsOpened()
    {
        service.Clock.Now = Given.InTime;
        var round = Model.GivenModel.NewRound() with { Reference = "TWICE" };
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.Officer().SendJsonAsync(HttpMethod.Post, "/api/bids/rounds", round)));
        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created)) Assert.Equal("reference", await refused.FieldsAsync());
    }

    [Fact]
    public async Task Get_Nobody_SeesRoundsWithTheirExclusiveDeadline()
    {
        var reference = await service.RoundAsync(new(2025, 6, 30), Money.FromPounds(10_000));
        var rounds = await service.AsNobody().MustAsync(HttpStatusCode.OK, HttpMethod.Get, "/api/bids/rounds", null);
        var round = rounds.EnumerateArray().Single(r => r.GetProperty("reference").GetString() == reference);
        Assert.Equal(new DateTimeOffset(2025, 6, 30, 23, 0, 0, TimeSpan.Zero), round.GetProperty("closesAt").GetDateTimeOffset());
        Assert.Equal("10000.00", round.GetProperty("capPerBid").GetString());
    }
}
