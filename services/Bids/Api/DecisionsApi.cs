using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Api;

internal static class DecisionsApi
{
    public static void MapDecisionsApi(this WebApplication app)
    {
        app.MapPost("/api/bids/decisions", async (RecordDecision.Input typed, RecordDecision record, CancellationToken cancellation) =>
            (await record.RunAsync(typed, cancellation)).Problem() ?? Results.Created($"/decisions/{typed.Reference}", typed))
            .RequireAuthorization(p => p.RequireRole(Roles.Officer)).WithTags("Decisions");
    }
}
