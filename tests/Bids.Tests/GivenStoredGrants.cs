using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Bids.Tests;

/// <summary>Grants given through the API that ships.</summary>
internal static class GivenStoredGrants
{
    /// <summary>A supported bid of £9,000 for up to 130 homes in 2025/26, and the reference of its decision.</summary>
    public static async Task<(string Reference, string Decision)> GrantAsync(
        this RunningService<BidsService> service,
        string partnership = "MEL"
    )
    {
        var bid = await service.SubmittedAsync(await service.RoundAsync(), partnership);
        return (bid, await service.DecidedAsync(Decision.Supported, bid));
    }

    /// <summary>A supported record that moves money of grants, and covers no bid.</summary>
    public static async Task<string> MoveDecidedAsync(this RunningService<BidsService> service, params DecidedMove[] moves)
    {
        var body = new
        {
            Title = "Money for another year",
            Summary = "Why",
            Moves = moves,
        };
        var begun = await service.Officer().MustAsync(HttpStatusCode.Created, HttpMethod.Post, "/api/decisions", body);
        var record = begun.GetProperty("reference").GetString()!;
        await service.SignedAsync(record, DecisionStep.Decided);
        return record;
    }

    public static Task<Grant> StoredGrantAsync(this RunningService<BidsService> service, string reference) =>
        service.ReadAsync((BidsContext db) => db.Grants.AsNoTracking().SingleAsync(g => g.Reference == reference));

    public static async Task<string> GrantEventsAsync(this RunningService<BidsService> service, string reference) =>
        string.Join(' ', (await service.LogAsync((await service.StoredGrantAsync(reference)).Id)).Select(r => r.Type));
}
