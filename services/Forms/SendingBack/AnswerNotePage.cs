using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.Forms.Answers;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms.SendingBack;

/// <summary>Asks a partnership what it has changed in a section that was sent back, or why not.</summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
[Says("Your answer is saved", "The office reads it once this is submitted again")]
public class AnswerNotePage<TForm>(IForms<TForm> forms, Caller caller, AnswerNote<TForm> answer) : FormPage<TForm>(forms, caller)
    where TForm : Form
{
    /// <summary>The section that was sent back.</summary>
    [FromRoute]
    public string Section { get; set; } = "";

    /// <summary>What was changed, or why nothing was.</summary>
    [BindProperty]
    public string? Answer { get; set; }

    /// <summary>Why it was sent back.</summary>
    public SectionNote Note { get; private set; } = null!;

    private bool mayChange;

    /// <inheritdoc/>
    protected override bool IsPossible => mayChange;

    /// <inheritdoc/>
    protected override string ChangedSection => Section;

    /// <summary>Asks.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Answer = Note.Answer;
        return Page();
    }

    /// <summary>Saves the answer.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsPartner)
            return Forbid();
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        return await SaveAsync(
            () => answer.RunAsync(Form.Id, Section, Version, Answer, cancellationToken),
            () =>
                Form.LastSaved(SectionNotes.PartOf(Section)) is { } saved
                    ? new Conflict(saved, [new(Section, "Your answer", Note.Answer, TypedText.Tidy(Answer))])
                    : null,
            () => Address,
            cancellationToken
        );
    }

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken) || Form.SentBack.FirstOrDefault(n => n.Section == Section) is not { } note)
            return false;
        Note = note;
        mayChange = IsPartner && (await Forms.MayChangeAsync(Form, Section, cancellationToken)).IsDone;
        return true;
    }
}

/// <summary>What the page shows that asks for an answer.</summary>
/// <param name="Page">Its buttons.</param>
/// <param name="Caption">What stands above the heading.</param>
/// <param name="Title">The question.</param>
/// <param name="Reason">Why the section was sent back.</param>
/// <param name="Answer">What is typed.</param>
public sealed record AnswerNoteView(IAnswerPage Page, string Caption, string Title, string Reason, string? Answer);
