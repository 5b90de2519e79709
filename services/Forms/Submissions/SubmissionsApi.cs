using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Forms.Submissions;

/// <summary>What was submitted, to the byte: its SHA-256 can be checked.</summary>
public static class SubmissionsApi
{
    /// <summary>A submission in the list of a form's.</summary>
    /// <param name="Number">1 for the first submission, 2 for the next.</param>
    /// <param name="At">When it was submitted.</param>
    /// <param name="By">Who submitted it, by name.</param>
    /// <param name="Hash">Its SHA-256, in hex.</param>
    /// <param name="Address">The address under which it can be read.</param>
    public sealed record StoredSubmission(int Number, DateTimeOffset At, string By, string Hash, string Address);

    /// <summary>Maps the submissions of a kind of form.</summary>
    /// <typeparam name="TForm">The kind.</typeparam>
    /// <typeparam name="TMade">What a submission of it holds.</typeparam>
    /// <param name="app">The service.</param>
    /// <param name="api">The form's address in the API: "/api/bids/{reference}".</param>
    /// <param name="page">The address of its page: "/bids/{reference}".</param>
    /// <param name="read">The act of reading such a form with who is in it.</param>
    /// <returns>The operations of the API, to describe what their address names.</returns>
    public static RouteGroupBuilder MapSubmissions<TForm, TMade>(this WebApplication app, string api, string page, Act read)
        where TForm : Form
    {
        app.MapGet(
                page + "/submissions/{number:int}.json",
                async (int number, HttpRequest http, IForms<TForm> forms, DbContext db, CancellationToken cancellationToken) =>
                    await forms.FindAsync(http, cancellationToken) is { } form
                    && await db.SubmissionAsync(form, number, cancellationToken) is { } made
                        ? Json(made, $"{forms.FileNameOf(form)}-submission-{number}.json")
                        : Results.NotFound()
            )
            .May(read)
            .Noted(AccessKind.PersonalDataRead)
            .ExcludeFromDescription();
        var submissions = app.MapGroup(api + "/submissions").May(read).WithTags("Submissions").NamesAForm();
        submissions
            .MapGet(
                "/",
                async (HttpRequest http, IForms<TForm> forms, DbContext db, CancellationToken cancellationToken) =>
                    await forms.FindAsync(http, cancellationToken) is { } form
                        ? Results.Ok(
                            (await db.SubmissionsOf(form).ToListAsync(cancellationToken)).Select(
                                (s, i) => new StoredSubmission(i + 1, s.At, s.By.Name, s.Hash, $"{http.Path.Value!.TrimEnd('/')}/{i + 1}")
                            )
                        )
                        : Result.NotFound.Problem()!
            )
            .WithSummary("List submissions")
            .WithDescription("The first one first.")
            .Produces<IReadOnlyList<StoredSubmission>>()
            .ProducesProblem(404);
        submissions
            .MapGet(
                "/{number:int}",
                async (int number, HttpRequest http, IForms<TForm> forms, DbContext db, CancellationToken cancellationToken) =>
                    await forms.FindAsync(http, cancellationToken) is { } form
                    && await db.SubmissionAsync(form, number, cancellationToken) is { } made
                        ? Json(made, null)
                        : Result.NotFound.Problem()!
            )
            .WithSummary("Get a submission, to the byte")
            .WithDescription(
                Commitments.HasPersonal(typeof(TMade))
                    ? "The SHA-256 of the answer is the submission's hash. Whom to ask is not kept for ever: each text of it stands "
                        + "here as an object with a commitment to it, $commitment, and can be had beside it."
                    : "The SHA-256 of the answer is the submission's hash."
            )
            .WithParameter("number", "1 for the first submission.")
            .Produces<TMade>()
            .ProducesProblem(404)
            .Noted(AccessKind.PersonalDataRead);
        if (Commitments.HasPersonal(typeof(TMade)))
            submissions
                .MapGet(
                    "/{number:int}/personal",
                    async (int number, HttpRequest http, IForms<TForm> forms, DbContext db, CancellationToken cancellationToken) =>
                        await forms.FindAsync(http, cancellationToken) is { } form
                        && await db.SubmissionAsync(form, number, cancellationToken) is { Personal: { } personal }
                            ? Results.Text(personal, "application/json")
                            : Result.NotFound.Problem()!
                )
                .WithSummary("Get what is personal of a submission")
                .WithDescription(
                    "The texts that the submission holds commitments to, by where they stand, and their salt. A commitment is the "
                        + "SHA-256 of the salt, the place, a zero byte and the text. 404 once they are no longer kept."
                )
                .WithParameter("number", "1 for the first submission.")
                .Produces<Commitments.Beside>()
                .ProducesProblem(404)
                .Noted(AccessKind.PersonalDataRead);
        return submissions;
    }

    private static IResult Json(Submission made, string? fileName) =>
        Results.File(Encoding.UTF8.GetBytes(made.Json), "application/json", fileName);
}
