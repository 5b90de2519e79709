using System.Net;
using Microsoft.AspNetCore.Builder;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Bids.Tests;

/// <summary>What costs much can be asked for so often a minute, by each person.</summary>
public sealed class LimitsTests(RunningService<BidsService> service)
{
    private static readonly Person Greedy = new(Guid.NewGuid(), "Gil Lee");

    private async Task<(WebApplication, Visitor, Visitor)> WithAsync(string limit)
    {
        var replica = await service.StartReplicaAsync(($"Limits:{limit}", "2"));
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(replica.Urls.First()) };
        Visitor As(Person person, Partnership? partnership, string role) =>
            new(http, () => TestKeys.CallerToken("bids", person, partnership, role), service.Clock);
        return (
            replica,
            As(Greedy, Partnership.Get("MEL"), Roles.PartnerEditor),
            As(new(Guid.NewGuid(), "Ola"), Partnership.Get("MEL"), Roles.PartnerEditor)
        );
    }

    private static void AssertRefused(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task Pdf_TheThirdInAMinute_IsRefused_AndOfThatPersonAlone()
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync());
        var (_, greedy, other) = await WithAsync(Limits.Pdf);
        foreach (var address in new[] { $"/bids/{bid}/pdf", $"/bids/{bid}/submissions/1/pdf" })
            Assert.NotEqual(HttpStatusCode.TooManyRequests, (await greedy.GetAsync(address)).StatusCode);
        AssertRefused(await greedy.GetAsync($"/bids/{bid}/pdf"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, (await other.GetAsync($"/bids/{bid}/pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await greedy.GetAsync($"/bids/{bid}")).StatusCode);
    }

    [Fact]
    public async Task Upload_TheThirdInAMinute_IsRefusedOnThePageAndByTheApi_AndThePageIsStillShown()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var (_, greedy, _) = await WithAsync(Limits.Upload);
        for (var i = 0; i < 2; i++)
            await greedy.SendAsync(HttpMethod.Post, $"/api/bids/{bid}/attachments?name=a.pdf", new ByteArrayContent([]), null);
        AssertRefused(await greedy.SendAsync(HttpMethod.Post, $"/api/bids/{bid}/attachments?name=a.pdf", new ByteArrayContent([]), null));
        AssertRefused(await greedy.PostAsync($"/bids/{bid}/attachments", ("After", "")));
        Assert.Equal(HttpStatusCode.OK, (await greedy.GetAsync($"/bids/{bid}/attachments")).StatusCode);
    }

    [Fact]
    public async Task SomebodyNotSignedIn_IsCountedByWhereTheyComeFrom()
    {
        var (replica, _, _) = await WithAsync(Limits.Pdf);
        using var http = new HttpClient { BaseAddress = new(replica.Urls.First()) };
        async Task<HttpStatusCode> FromAsync(string source)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/bids/CSP2025-MEL-01/pdf");
            request.Headers.Add(CallerTokens.SourceHeader, source);
            return (await http.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode;
        }
        // They are asked to sign in before anything is counted.
        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await FromAsync("192.0.2.1"));
    }

    [Theory]
    [InlineData("2001:db8::1", "2001:db8:0:0:ffff::2", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.2", false)]
    public void ASubscriber_IsOneSource(string one, string other, bool same) =>
        Assert.Equal(same, Limits.SourceOf(IPAddress.Parse(one)) == Limits.SourceOf(IPAddress.Parse(other)));
}
