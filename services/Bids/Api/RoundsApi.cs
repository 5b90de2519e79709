using Microsoft.EntityFrameworkCore;
using Platform.Bids.Data;
using Platform.Bids.Model;
using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Api;

internal static class RoundsApi
{
    public static void MapRoundsApi(this WebApplication app)
    {
        var rounds = app.MapGroup("/api/bids/rounds").WithTags("Rounds");
        rounds.MapGet("/", (BidsContext db, CancellationToken cancellation) =>
            db.Rounds.AsNoTracking().OrderByDescending(r => r.ClosesAt).Take(100).Select(r => r.Details).ToListAsync(cancellation)).AllowAnonymous();
        rounds.MapPost("/", OpenAsync).RequireAuthorization(p => p.RequireRole(Roles.Officer));
    }

    private static async Task<IResult> OpenAsync(NewRound round, OpenRound open, CancellationToken cancellation) =>
        (await open.RunAsync(round, cancellation)).Problem() ?? Results.Created($"/rounds/{round.Reference}", round);
}
