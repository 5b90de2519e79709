using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Bidding.BidBodies;

namespace Platform.Bids.Bidding;

/// <summary>The sections of a bid, one address each.</summary>
internal static class BidSectionsApi
{
    public static void MapBidSectionsApi(this WebApplication app)
    {
        var bid = app.MapGroup("/api/bids/{reference}").WithTags("Bid sections").May(Acts.WriteBid);
        bid.MapPut(
            "/contacts",
            (string reference, ContactsBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                SaveAsync(reference, typed.Read(), http, save, cancellationToken)
        );
        bid.MapPut(
            "/project",
            (string reference, ProjectBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                SaveAsync(reference, typed.Read(), http, save, cancellationToken)
        );
        bid.MapPut(
            "/need",
            (string reference, NeedBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                SaveAsync(reference, typed.Read(), http, save, cancellationToken)
        );
        bid.MapPut(
            "/questions",
            (string reference, IReadOnlyList<Answer> typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                SaveAsync(reference, new QuestionAnswers(typed), http, save, cancellationToken)
        );
        bid.MapPut(
            "/where",
            (string reference, WhereBody typed, AreaTable table, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                SaveAsync(reference, typed.Read(table), http, save, cancellationToken)
        );
        bid.MapPut(
            "/interventions/{id:guid}",
            (
                string reference,
                Guid id,
                InterventionBody typed,
                AreaTable table,
                HttpRequest http,
                SaveBid save,
                CancellationToken cancellationToken
            ) => SaveAsync(reference, typed.Read(id, table), http, save, cancellationToken)
        );
        bid.MapDelete(
            "/interventions/{id:guid}",
            (string reference, Guid id, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                SaveAsync(reference, new InterventionRemoval(id), http, save, cancellationToken)
        );
        bid.MapPut(
            "/match-funding/{id:guid}",
            (string reference, Guid id, MatchBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                SaveAsync(reference, typed.Read(id), http, save, cancellationToken)
        );
        bid.MapDelete(
            "/match-funding/{id:guid}",
            (string reference, Guid id, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                SaveAsync(reference, new MatchRemoval(id), http, save, cancellationToken)
        );
        bid.MapPut(
            "/risks/{id:guid}",
            (string reference, Guid id, RiskBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                SaveAsync(reference, typed.Read(id), http, save, cancellationToken)
        );
        bid.MapDelete(
            "/risks/{id:guid}",
            (string reference, Guid id, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                SaveAsync(reference, new RiskRemoval(id), http, save, cancellationToken)
        );
        bid.MapPut(
            "/completed/{section}",
            (string reference, string section, CompletedBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                BidSections.All.Contains(section)
                    ? SaveAsync(reference, new CompletionAnswer(section, typed.Complete), http, save, cancellationToken)
                    : Task.FromResult(Result.NotFound.Problem()!)
        );
    }

    private static async Task<IResult> SaveAsync(
        string reference,
        SectionAnswers typed,
        HttpRequest http,
        SaveBid save,
        CancellationToken cancellationToken
    ) =>
        IfMatch.Read(http) is not { } version
            ? IfMatch.Missing
            : (await save.RunAsync(reference, version, typed, cancellationToken)).Problem() ?? Results.NoContent();
}
