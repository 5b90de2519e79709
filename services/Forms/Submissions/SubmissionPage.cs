using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Forms.Answers;
using Platform.Forms.Print;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Forms.Submissions;

/// <summary>A form exactly as it was submitted, to read and to print.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
public class SubmissionPage<TForm>(DbContext db, Caller caller, IForms<TForm> forms, KeepFindings keep) : FormPage<TForm>(forms, caller)
    where TForm : Form
{
    /// <summary>What the page shows.</summary>
    public SubmissionView Submission { get; private set; } = null!;

    /// <summary>"Bid CSP2025-MEL-03 as submitted"</summary>
    public string Title => $"{Forms.NameOf(Form)} as submitted";

    /// <summary>Whether there is something to press, as on paper there is not.</summary>
    protected virtual bool OnScreen => true;

    /// <summary>Shows the first, second, … submission.</summary>
    public virtual async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || await db.SubmissionAsync(Form, number, cancellationToken) is not { } made)
            return NotFound();
        if (!made.IsIntact)
            await keep.RunAsync(made.ChangedWords(Forms.NameOf(Form)), cancellationToken);
        Submission = new(
            Address,
            Noun,
            number,
            await db.SubmissionsOf(Form).CountAsync(cancellationToken),
            made.Hash,
            made.IsIntact,
            await Forms.ReadAsync(Form, made, cancellationToken),
            OnScreen,
            Caller.May(LinkedActs.SeePeople)
        );
        return Page();
    }
}

/// <summary>The same as a PDF.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
[AsPdf, Noted(AccessKind.Exported), EnableRateLimiting(Limits.Pdf)]
public class SubmissionPdfPage<TForm>(DbContext db, Caller caller, IForms<TForm> forms, KeepFindings keep)
    : SubmissionPage<TForm>(db, caller, forms, keep)
    where TForm : Form
{
    /// <inheritdoc/>
    protected override bool OnScreen => false;

    /// <inheritdoc/>
    public override async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        var answer = await base.OnGetAsync(number, cancellationToken);
        if (Submission is not null)
            Response.Headers.ContentDisposition = $"attachment; filename={Forms.FileNameOf(Form)}-submission-{number}.pdf";
        return answer;
    }
}

/// <summary>What differs between a submission and the one before it.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
public class SubmissionChangesPage<TForm>(DbContext db, Caller caller, IForms<TForm> forms) : FormPage<TForm>(forms, caller)
    where TForm : Form
{
    /// <summary>Which submission; the first is 1.</summary>
    public int Number { get; private set; }

    /// <summary>"What changed between submissions 1 and 2"</summary>
    public string Title => $"What changed between submissions {Number - 1} and {Number}";

    /// <summary>Answer by answer, before and after.</summary>
    public IReadOnlyList<ChangedAnswer> Changes { get; private set; } = [];

    /// <summary>Compares a submission with the one before it.</summary>
    public async Task<IActionResult> OnGetAsync(int number, CancellationToken cancellationToken)
    {
        if (
            !await LoadAsync(cancellationToken)
            || await db.SubmissionAsync(Form, number - 1, cancellationToken) is not { } before
            || await db.SubmissionAsync(Form, number, cancellationToken) is not { } after
        )
            return NotFound();
        Number = number;
        Changes = (await Forms.ReadAsync(Form, after, cancellationToken)).ChangesSince(
            await Forms.ReadAsync(Form, before, cancellationToken)
        );
        return Page();
    }
}

/// <summary>What the page of a submission shows.</summary>
/// <param name="Address">Of the form.</param>
/// <param name="Noun">What the form is: "bid".</param>
/// <param name="Number">Which submission; the first is 1.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Hash">Its SHA-256, in hex.</param>
/// <param name="IsIntact">Whether it has that hash.</param>
/// <param name="Made">What it says.</param>
/// <param name="OnScreen">Whether there is something to press.</param>
/// <param name="HasData">Whether the reader may have it to the byte.</param>
public sealed record SubmissionView(
    string Address,
    string Noun,
    int Number,
    int Count,
    string Hash,
    bool IsIntact,
    SubmissionText Made,
    bool OnScreen,
    bool HasData
);
