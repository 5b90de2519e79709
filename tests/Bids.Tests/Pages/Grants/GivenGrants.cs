using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.Contracts;
using Platform.Testing;

namespace Platform.Bids.Tests.Pages.Grants;

/// <summary>Grants given through the API that ships.</summary>
internal static class GivenGrants
{
    private static int decisions;

    /// <summary>A supported bid of £9,000 for up to 130 homes in 2025/26, and the reference of its decision.</summary>
    public static async Task<(string Reference, string Decision)> GrantAsync(this RunningService<BidsService> service, string partnership = "MEL")
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync(), partnership);
        var decision = $"GRA{Interlocked.Increment(ref decisions):000}-25";
        await service.Officer().MustAsync(HttpStatusCode.Created, HttpMethod.Post, "/api/bids/decisions",
            new { Reference = decision, Title = "T", Decision = Decision.Supported, DecidedOn = new DateOnly(2025, 2, 3), Bids = new[] { bid } });
        return (bid, decision);
    }

    public static Task<Grant> StoredGrantAsync(this RunningService<BidsService> service, string reference) =>
        service.ReadAsync((BidsContext db) => db.Grants.AsNoTracking().SingleAsync(g => g.Reference == reference));

    public static async Task<string> GrantEventsAsync(this RunningService<BidsService> service, string reference) =>
        string.Join(' ', (await service.LogAsync((await service.StoredGrantAsync(reference)).Id)).Select(r => r.Type));
}
