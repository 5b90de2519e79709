using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Bidding.BidBodies;

namespace Platform.Bids.Bidding;

/// <summary>All of a bid in one request, for a partnership's own system.</summary>
internal static class WholeBidApi
{
    /// <summary>The bid's new content. Whatever is left out is emptied; things in lists keep the id that they are given.</summary>
    /// <param name="Contacts">Whom to ask about the bid.</param>
    /// <param name="Project">What the project is.</param>
    /// <param name="Need">Why it is needed.</param>
    /// <param name="Questions">The answers to the round's own questions.</param>
    /// <param name="Where">Where it takes place.</param>
    /// <param name="Interventions">What the money is for.</param>
    /// <param name="MatchFunding">What others pay.</param>
    /// <param name="Risks">What may go wrong.</param>
    public sealed record WholeBid(
        ContactsBody? Contacts,
        ProjectBody? Project,
        NeedBody? Need,
        IReadOnlyList<Answer>? Questions,
        WhereBody? Where,
        IReadOnlyList<Identified<InterventionBody>>? Interventions,
        IReadOnlyList<Identified<MatchBody>>? MatchFunding,
        IReadOnlyList<Identified<RiskBody>>? Risks
    );

    /// <summary>A thing in a list, with its id if the client has one.</summary>
    /// <param name="Id">The id of the one to replace; left out for a new one.</param>
    /// <param name="Answers">Everything that the bid says about it.</param>
    public sealed record Identified<T>(Guid? Id, T Answers)
        where T : class;

    public static void MapWholeBidApi(this WebApplication app) =>
        app.MapPut(
                "/api/bids/{reference}",
                async (string reference, WholeBid typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    IfMatch.Read(http) is not { } version
                        ? IfMatch.Missing
                        : (await save.RunAsync(reference, version, now => Parts(typed, now), cancellationToken)).Problem()
                            ?? Results.NoContent()
            )
            .May(Acts.WriteBid)
            .TakesIdempotencyKey()
            .WithTags("Bids")
            .TakesIfMatch()
            .WithSummary("Replace all of a bid's answers")
            .WithDescription("All or nothing. What is left out is emptied; things in lists keep the id that they are given.")
            .OfBid()
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409);

    private static IEnumerable<(string Place, SectionAnswers Answers)> Parts(WholeBid typed, BidContent now)
    {
        yield return ("contacts", (typed.Contacts ?? new(null, null)).Read());
        yield return ("project", (typed.Project ?? new(null, null, null)).Read());
        yield return ("need", (typed.Need ?? new(null, null, null)).Read());
        yield return ("questions", new QuestionAnswers(typed.Questions ?? []));
        yield return ("where", (typed.Where ?? new(null, null)).Read());
        foreach (
            var part in Listed(
                "interventions",
                typed.Interventions,
                now.Interventions.Select(i => i.Id),
                (id, i) => i.Read(id),
                id => new InterventionRemoval(id)
            )
        )
            yield return part;
        foreach (
            var part in Listed(
                "matchFunding",
                typed.MatchFunding,
                now.Match.Select(m => m.Id),
                (id, m) => m.Read(id),
                id => new MatchRemoval(id)
            )
        )
            yield return part;
        foreach (var part in Listed("risks", typed.Risks, now.Risks.Select(r => r.Id), (id, r) => r.Read(id), id => new RiskRemoval(id)))
            yield return part;
    }

    private static IEnumerable<(string Place, SectionAnswers Answers)> Listed<T>(
        string place,
        IReadOnlyList<Identified<T>>? typed,
        IEnumerable<Guid> now,
        Func<Guid, T, SectionAnswers> save,
        Func<Guid, SectionAnswers> remove
    )
        where T : class
    {
        var things = (typed ?? []).Where(t => t?.Answers is not null).Select(t => (Id: t.Id ?? Guid.CreateVersion7(), t.Answers)).ToList();
        foreach (var gone in now.Except(things.Select(t => t.Id)).ToList())
            yield return (place, remove(gone));
        for (var i = 0; i < things.Count; i++)
            yield return ($"{place}[{i}]", save(things[i].Id, things[i].Answers));
    }
}
