using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;
using static Platform.Returns.Returns.ReturnBodies;

namespace Platform.Returns.Returns;

/// <summary>What a partnership's own system saves: one section, or the whole return in one request.</summary>
internal static class ReturnSectionsApi
{
    public static void MapReturnSectionsApi(this WebApplication app)
    {
        var one = AddressedReturn.Map(app).WithTags("Return sections").May(Acts.WriteReturn);
        Saves(
            one.MapPut(
                    "/lines/{intervention:guid}",
                    (
                        AddressedReturn owed,
                        Guid intervention,
                        LineBody typed,
                        HttpRequest http,
                        SaveReturn save,
                        CancellationToken cancellationToken
                    ) => SaveAsync(owed.Id, now => typed.Parts(intervention, now), http, save, cancellationToken)
                )
                .WithParameter("intervention", "The id of an intervention of the grant."),
            "Replace all that a return says of one intervention"
        );
        Saves(
            one.MapPut(
                "/outcomes",
                (AddressedReturn owed, OutcomesBody typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Read(), http, save, cancellationToken)
            ),
            "Replace outcomes and risks"
        );
        Saves(
            one.MapPut(
                "/match-funding",
                (AddressedReturn owed, MatchReceivedBody typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Read(), http, save, cancellationToken)
            ),
            "Replace the match funding received"
        );
        Saves(
            one.MapPut(
                "/underspend",
                (AddressedReturn owed, UnderspendBody typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Read(), http, save, cancellationToken)
            ),
            "Replace the underspend"
        );
        Saves(
            one.MapPut(
                "/rating",
                (AddressedReturn owed, RatingBody typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Read(), http, save, cancellationToken)
            ),
            "Replace the overall rating"
        );
        Saves(
            one.MapPut(
                "/nil",
                (AddressedReturn owed, NilBody typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Read(), http, save, cancellationToken)
            ),
            "Say that there is nothing to report, or with an empty reason that there is"
        );
        Saves(
            one.MapPut(
                "/",
                (AddressedReturn owed, WholeReturn typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Parts, http, save, cancellationToken)
            ),
            "Replace the sections that are sent, all or none of them"
        );
    }

    private static void Saves(RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .TakesIfMatch()
            .TakesIdempotencyKey()
            .WithSummary(summary)
            .WithDescription("409 before the return opens and once it is submitted.")
            .Produces(204)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);

    private static Task<IResult> SaveAsync(
        Guid id,
        PartAnswers typed,
        HttpRequest http,
        SaveReturn save,
        CancellationToken cancellationToken
    ) => SaveAsync(id, _ => [("", typed)], http, save, cancellationToken);

    private static async Task<IResult> SaveAsync(
        Guid id,
        Func<Return, IEnumerable<(string, PartAnswers)>> parts,
        HttpRequest http,
        SaveReturn save,
        CancellationToken cancellationToken
    ) =>
        IfMatch.Read(http) is not { } version
            ? IfMatch.Missing
            : (await save.RunAsync(id, version, parts, cancellationToken)).Problem() ?? Results.NoContent();
}
