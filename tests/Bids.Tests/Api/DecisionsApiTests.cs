using System.Net;
using Platform.Contracts;
using Platform.Testing;

namespace Platform.Bids.Tests.Api;

public sealed class DecisionsApiTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_Supported_MakesAGrant()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var decision = new { Reference = "EXE700-25", Title = "T", Decision = Decision.Supported, DecidedOn = new DateOnly(2025, 2, 3), Bids = new[] { bid } };
        await service.Officer().MustAsync(HttpStatusCode.Created, HttpMethod.Post, "/api/bids/decisions", decision);
        var grants = await service.Editor().MustAsync(HttpStatusCode.OK, HttpMethod.Get, "/api/bids/grants", null);
        Assert.Contains(grants.EnumerateArray(), g => g.GetProperty("reference").GetString() == bid);
        Assert.All(grants.EnumerateArray(), g => Assert.Equal("MEL", g.GetProperty("grant").GetProperty("partnership").GetString()));
        Assert.Equal("reference", await (await service.Officer().SendJsonAsync(HttpMethod.Post, "/api/bids/decisions", decision)).FieldsAsync());
    }

    [Fact]
    public async Task Post_WrongAnswers_AreSaidByField()
    {
        var officer = service.Officer();
        Assert.Equal("reference title bids", await (await officer.SendJsonAsync(HttpMethod.Post, "/api/bids/decisions", new { })).FieldsAsync());
        Assert.Equal("bids", await (await officer.SendJsonAsync(HttpMethod.Post, "/api/bids/decisions", new { Reference = "EXE701-25", Bids = new[] { "NONE" } })).FieldsAsync());
        await (await service.Editor().SendJsonAsync(HttpMethod.Post, "/api/bids/decisions", new { })).ProblemAsync(HttpStatusCode.Forbidden);
    }
}
