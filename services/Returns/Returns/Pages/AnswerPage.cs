using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>A page with the questions of one part of a return.</summary>
[May(nameof(Acts.WriteReturn))]
internal abstract class AnswerPage(ReturnsContext db, Caller caller, SaveReturn save) : ReturnPage(db, caller)
{
    public abstract string Section { get; }

    /// <summary>The page after it.</summary>
    protected virtual string Next => Address;

    protected override bool IsPossible => MayChange(Section);

    protected override string ChangedSection => Section;

    protected override string StaleWords =>
        "A colleague has changed this return since you opened the page. Check what it says now, and save your answers again";

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? Fill() ?? Page();

    public virtual async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        return Choice == "saved" ? Redirect(Following(Next)) : await SaveAsync(Read(), cancellationToken);
    }

    /// <summary>Fills the boxes with what is saved. Returns another result where there is nothing to ask.</summary>
    protected abstract IActionResult? Fill();

    /// <summary>Reads what was typed; what cannot be read is an error in the model state.</summary>
    protected abstract PartAnswers Read();

    protected Task<IActionResult> SaveAsync(PartAnswers typed, CancellationToken cancellationToken) =>
        SaveAsync(
            () => save.RunAsync(Return.Id, Version, typed, cancellationToken),
            () => ReturnChanges.Conflict(Return, typed),
            () => Next,
            cancellationToken
        );
}
