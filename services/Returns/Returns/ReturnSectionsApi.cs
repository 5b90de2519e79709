using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using static Platform.Returns.Returns.ReturnBodies;

namespace Platform.Returns.Returns;

/// <summary>What a partnership's own system saves: a section each, or all of a return in one request.</summary>
internal static class ReturnSectionsApi
{
    public static void MapReturnSectionsApi(this WebApplication app)
    {
        var one = app.MapGroup(AddressedReturn.Route).NamesAForm().WithTags("Return sections").May(Acts.WriteReturn);
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
            ),
            "Replaces all of one intervention"
        );
        Saves(
            one.MapPut(
                "/outcomes",
                (AddressedReturn owed, OutcomesBody typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Read(), http, save, cancellationToken)
            ),
            "Replaces outcomes and risks"
        );
        Saves(
            one.MapPut(
                "/match-funding",
                (AddressedReturn owed, MatchReceivedBody typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Read(), http, save, cancellationToken)
            ),
            "Replaces the match funding received"
        );
        Saves(
            one.MapPut(
                "/underspend",
                (AddressedReturn owed, UnderspendBody typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Read(), http, save, cancellationToken)
            ),
            "Replaces the underspend"
        );
        Saves(
            one.MapPut(
                "/rating",
                (AddressedReturn owed, RatingBody typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Read(), http, save, cancellationToken)
            ),
            "Replaces the overall rating"
        );
        Saves(
            one.MapPut(
                "/nil",
                (AddressedReturn owed, NilBody typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Read(), http, save, cancellationToken)
            ),
            "Says that there is nothing to report, or with an empty reason that there is"
        );
        Saves(
            one.MapPut(
                "/",
                (AddressedReturn owed, WholeReturn typed, HttpRequest http, SaveReturn save, CancellationToken cancellationToken) =>
                    SaveAsync(owed.Id, typed.Parts, http, save, cancellationToken)
            ),
            "Replaces every section that it names, or none of them"
        );
    }

    private static void Saves(RouteHandlerBuilder endpoint, string summary) =>
        endpoint
            .TakesIdempotencyKey()
            .WithSummary(summary)
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesProblem(412)
            .ProducesProblem(422)
            .ProducesProblem(428);

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
