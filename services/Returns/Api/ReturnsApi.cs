using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Returns.Data;
using Platform.Returns.Model.Answers;
using Platform.Returns.Operations;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Api;

internal static class ReturnsApi
{
    public sealed record TypedLine(
        DeliveryStatus? Status, string? Narrative, Money? Capital, Money? Revenue, IReadOnlyList<Achievement?>? Achieved,
        IReadOnlyList<Forecast?>? Forecasts, string? VarianceReason, string? Explanation, IReadOnlyList<BoughtAsset>? Assets, IReadOnlyList<Adjustment>? Adjustments)
    {
        /// <summary>The parts that it is made of.</summary>
        internal IEnumerable<(string, PartAnswers)> Parts(Guid intervention)
        {
            yield return ("progress", new ProgressAnswers(intervention, Status, Narrative));
            foreach (var adjustment in Adjustments ?? []) yield return ("adjustments", new AdjustmentAnswers(intervention, adjustment.Id, adjustment));
            yield return ("spending", new SpendingAnswers(intervention, Capital, Revenue, Forecasts ?? [], VarianceReason));
            yield return ("outputs", new OutputAnswers(intervention, Achieved ?? []));
            foreach (var asset in Assets ?? []) yield return ("assets", new AssetAnswers(intervention, asset.Id, asset));
            yield return ("assets", new AssetsSaidAnswer(intervention, true));
            yield return ("explanation", new ExplanationAnswers(intervention, Explanation));
        }
    }

    public sealed record StoredReturn(Guid Id, int Version, ReturnDetails Return, IReadOnlyList<Intervention> Interventions);

    public static void MapReturnsApi(this WebApplication app)
    {
        var returns = app.MapGroup("/api/returns/returns").WithTags("Returns");
        returns.MapGet("/", ListAsync);
        returns.MapGet("/{id:guid}", GetAsync);
        var editing = returns.MapGroup("").RequireAuthorization(p => p.RequireRole(Roles.PartnerEditor, Roles.PartnerLead));
        editing.MapPut("/{id:guid}/lines/{intervention:guid}", SaveLineAsync);
        editing.MapPost("/{id:guid}/ready", async (Guid id, HandOver handOver, CancellationToken cancellation) =>
            (await handOver.RunAsync(id, cancellation)).Problem() ?? Results.NoContent());
        returns.MapPost("/{id:guid}/submission", async (Guid id, HttpRequest http, SubmitReturn submit, CancellationToken cancellation) =>
            (await submit.RunAsync(id, IfMatch(http), cancellation)).Problem() ?? Results.NoContent()).RequireAuthorization(p => p.RequireRole(Roles.PartnerLead));
    }

    private static async Task<IResult> ListAsync(ReturnsContext db, Guid? after, CancellationToken cancellation)
    {
        const int page = 100;
        var returns = await db.Returns.AsNoTracking().Where(r => after == null || r.Id > after).OrderBy(r => r.Id).Take(page).ToListAsync(cancellation);
        return Results.Ok(new
        {
            Returns = returns.Select(r => new StoredReturn(r.Id, r.Version, r.Details, r.Interventions)),
            Next = returns.Count == page ? $"/api/returns/returns?after={returns[^1].Id}" : null,
        });
    }

    private static async Task<IResult> GetAsync(Guid id, HttpResponse http, ReturnsContext db, CancellationToken cancellation)
    {
        var found = await db.Returns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation);
        if (found is null) return Result.NotFound.Problem()!;
        http.Headers.ETag = $"\"{found.Version}\"";
        return Results.Ok(new StoredReturn(found.Id, found.Version, found.Details, found.Interventions));
    }

    private static async Task<IResult> SaveLineAsync(Guid id, Guid intervention, TypedLine typed, HttpRequest http, SaveReturn save, CancellationToken cancellation) =>
        IfMatch(http) is not { } version ? Results.Problem(statusCode: 428, title: "Send If-Match with the ETag of the return that you read")
            : (await save.RunAsync(id, version, _ => typed.Parts(intervention), cancellation)).Problem() ?? Results.NoContent();

    private static int? IfMatch(HttpRequest http) => int.TryParse(http.Headers.IfMatch.ToString().Trim('"'), out var version) ? version : null;
}
