using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;
using static Platform.Bids.Bidding.BidBodies;

namespace Platform.Bids.Bidding;

/// <summary>The sections of a bid, one address each.</summary>
internal static class BidSectionsApi
{
    public static void MapBidSectionsApi(this WebApplication app)
    {
        var bid = app.MapGroup("/api/bids/{reference}")
            .WithTags("Bid sections")
            .OfBid()
            .May(Acts.WriteBid)
            .TakesIfMatch()
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);
        bid.MapPut(
                "/contacts",
                (string reference, ContactsBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, typed.Read(), http, save, cancellationToken)
            )
            .WithSummary("Replace a bid's contacts")
            .Produces(204);
        bid.MapPut(
                "/project",
                (string reference, ProjectBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, typed.Read(), http, save, cancellationToken)
            )
            .WithSummary("Replace a bid's title, theme and summary")
            .Produces(204);
        bid.MapPut(
                "/need",
                (string reference, NeedBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, typed.Read(), http, save, cancellationToken)
            )
            .WithSummary("Replace a bid's evidence of need, priority and plan aim")
            .Produces(204);
        bid.MapPut(
                "/questions",
                (string reference, IReadOnlyList<Answer> typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, new QuestionAnswers(typed), http, save, cancellationToken)
            )
            .WithSummary("Replace the answers to the round's own questions")
            .Produces(204);
        bid.MapPut(
                "/where",
                (string reference, WhereBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, typed.Read(), http, save, cancellationToken)
            )
            .WithSummary("Replace the areas where a bid takes place")
            .WithDescription("Areas as people write them, by name, code or range: \"Leicester 023A, 023B\", \"Charnwood 001A - 001C\".")
            .Produces(204);
        bid.MapPut(
                "/interventions/{id:guid}",
                (string reference, Guid id, InterventionBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, typed.Read(id), http, save, cancellationToken)
            )
            .WithSummary("Add or replace an intervention")
            .WithParameter("id", "The intervention's id. The caller chooses it to add one.")
            .Produces(204);
        bid.MapDelete(
                "/interventions/{id:guid}",
                (string reference, Guid id, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, new InterventionRemoval(id), http, save, cancellationToken)
            )
            .WithSummary("Remove an intervention")
            .WithParameter("id", "The intervention's id.")
            .Produces(204);
        bid.MapPut(
                "/match-funding/{id:guid}",
                (string reference, Guid id, MatchBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, typed.Read(id), http, save, cancellationToken)
            )
            .WithSummary("Add or replace a source of match funding")
            .WithParameter("id", "The source's id. The caller chooses it to add one.")
            .Produces(204);
        bid.MapDelete(
                "/match-funding/{id:guid}",
                (string reference, Guid id, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, new MatchRemoval(id), http, save, cancellationToken)
            )
            .WithSummary("Remove a source of match funding")
            .WithParameter("id", "The source's id.")
            .Produces(204);
        bid.MapPut(
                "/risks/{id:guid}",
                (string reference, Guid id, RiskBody typed, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, typed.Read(id), http, save, cancellationToken)
            )
            .WithSummary("Add or replace a risk")
            .WithParameter("id", "The risk's id. The caller chooses it to add one.")
            .Produces(204);
        bid.MapDelete(
                "/risks/{id:guid}",
                (string reference, Guid id, HttpRequest http, SaveBid save, CancellationToken cancellationToken) =>
                    SaveAsync(reference, new RiskRemoval(id), http, save, cancellationToken)
            )
            .WithSummary("Remove a risk")
            .WithParameter("id", "The risk's id.")
            .Produces(204);
        bid.MapPut(
                "/completed/{section}",
                (
                    string reference,
                    string section,
                    CompletedBody typed,
                    HttpRequest http,
                    SaveBid save,
                    CancellationToken cancellationToken
                ) =>
                    BidSections.All.Contains(section)
                        ? SaveAsync(reference, new CompletionAnswer(section, typed.Complete), http, save, cancellationToken)
                        : Task.FromResult(Result.NotFound.Problem()!)
            )
            .WithSummary("Mark a section as complete or not")
            .WithDescription("422 while something that the section asks for is missing.")
            .WithParameter("section", "The section: contacts, project, need and so on.")
            .Produces(204);
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
