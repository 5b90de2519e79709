using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.SendingBack;

/// <summary>The answers to what was sent back, for programs.</summary>
public static class AnswerNotesApi
{
    /// <summary>An answer to the reason for which a section was sent back.</summary>
    /// <param name="Answer">What was changed in it, or why nothing was.</param>
    public sealed record NoteAnswerBody(string? Answer);

    /// <summary>Maps the answers to what was sent back of a kind of form.</summary>
    /// <param name="app">The service.</param>
    /// <param name="api">The form's address in the API: "/api/bids/{reference}".</param>
    /// <param name="write">The act of preparing such a form.</param>
    /// <returns>The operations, to describe what their address names.</returns>
    public static RouteGroupBuilder MapAnswerNotes<TForm>(this WebApplication app, string api, Act write)
        where TForm : Form
    {
        var answers = app.MapGroup(api + "/answers").WithTags("Answers to what was sent back").NamesAForm().May(write);
        answers
            .MapPut(
                "/{section}",
                async (
                    string section,
                    NoteAnswerBody typed,
                    HttpRequest http,
                    IForms<TForm> forms,
                    AnswerNote<TForm> answer,
                    CancellationToken cancellationToken
                ) =>
                    IfMatch.Read(http) is not { } version ? IfMatch.Missing
                    : await forms.FindAsync(http, cancellationToken) is not { } form ? Result.NotFound.Problem()!
                    : (await answer.RunAsync(form.Id, section, version, typed.Answer, cancellationToken)).Problem() ?? Results.NoContent()
            )
            .TakesIfMatch()
            .TakesIdempotencyKey()
            .WithSummary("Answer why a section was sent back")
            .WithDescription("Nothing can be handed in again before every section that was sent back has its answer.")
            .WithParameter("section", "The section, as sentBack names it.")
            .Produces(204)
            .ProducesProblem(404)
            .ProducesProblem(409)
            .ProducesValidationProblem(422);
        return answers;
    }
}
