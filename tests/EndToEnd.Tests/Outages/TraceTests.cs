using System.Collections.Concurrent;
using System.Diagnostics;
using Platform.Contracts;
using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Outages;

/// <summary>What to follow when looking for the cause of an outage: one trace, from the gateway to the last consumer.</summary>
public sealed class TraceTests(WholePlatform platform)
{
    [Fact]
    public async Task SubmitBid_IsOneTrace_FromTheGatewayToTheConsumerOfAnotherService()
    {
        var today = London.DateOf(platform.Clock.GetUtcNow());
        await platform.Api.OpenRoundAsync("TRC", today);
        var bid = await platform.Api.WriteBidAsync("editor@oadby-wigston.example", "TRC", "OAD", today.AddMonths(4));
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Platform" or "Microsoft.AspNetCore" or "MassTransit",
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await platform.Api.SubmitBidAsync("lead@oadby-wigston.example", bid);

        var door = "/api/bids/{**rest}";
        await Until.TrueAsync(() => Task.FromResult(Trace().Any(IsReceipt)), "the consumer's span is in the gateway's trace");
        var trace = Trace();
        Assert.Single(trace, a => a.OperationName == "send BidSubmitted" && a.Kind == ActivityKind.Producer);
        Assert.Contains(trace, a => Route(a) == "/api/bids/{reference}/submission");
        var servers = trace.Where(a => a.Kind == ActivityKind.Server).ToList();
        Assert.True(servers.Count >= 2, $"{servers.Count} server spans");
        Assert.All(servers, a => Assert.NotNull(Route(a)));
        Assert.All(servers, a => Assert.Equal(204, a.GetTagItem("http.response.status_code")));

        string? Route(Activity activity) => activity.GetTagItem("http.route") as string;
        List<Activity> Trace()
        {
            var gateway = ended.FirstOrDefault(a =>
                Route(a) == door
                && a.GetTagItem("url.path") as string == $"/api/bids/{bid}/submission"
                // The first time it is asked who that is.
                && a.GetTagItem("http.response.status_code") is 204
            );
            return gateway is null ? [] : [.. ended.Where(a => a.TraceId == gateway.TraceId)];
        }
    }

    private static bool IsReceipt(Activity activity) =>
        activity.Source.Name == "MassTransit"
        && activity.Kind == ActivityKind.Consumer
        && activity.DisplayName.Contains("notifications-bid-submitted", StringComparison.Ordinal);
}
