using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Forms.Answers;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Forms;

/// <summary>
/// A page about one form: one of the caller's own partnership, or any for the office. A page that asks saves what was typed; if a colleague
/// has saved the same part meanwhile, it shows both to choose from.
/// </summary>
/// <typeparam name="TForm">The kind of form.</typeparam>
/// <param name="forms">How its service finds and names it.</param>
/// <param name="caller">Who reads the page.</param>
public abstract class FormPage<TForm>(IForms<TForm> forms, Caller caller) : ActPage, IAnswerPage
    where TForm : Form
{
    /// <summary>The form that the page is about.</summary>
    public TForm Form { get; private set; } = null!;

    /// <inheritdoc/>
    public override string Address => forms.AddressOf(Form);

    /// <summary>What the form is: "bid".</summary>
    public string Noun => forms.Noun;

    /// <summary>The text above the page's heading.</summary>
    public virtual string Caption => forms.CaptionOf(Form);

    /// <summary>How its service finds and names it.</summary>
    protected IForms<TForm> Forms => forms;

    /// <summary>Who reads the page.</summary>
    protected Caller Caller => caller;

    /// <summary>Whether the caller prepares or leads for a partnership.</summary>
    public bool IsPartner => caller.May(forms.Write);

    /// <summary>Whether the caller hands in what the partnership has prepared.</summary>
    public bool IsLead => caller.May(forms.HandIn);

    /// <inheritdoc/>
    [BindProperty]
    public string? Completed { get; set; }

    /// <summary>What kept the caller from the next step, and where it is put right.</summary>
    public IReadOnlyList<AnswerLink> InTheWay { get; protected set; } = [];

    /// <summary>"mine" or "saved", where two people have saved the same part.</summary>
    [BindProperty]
    public string? Choice { get; set; }

    /// <summary>"later" to save and come back later.</summary>
    [BindProperty]
    public string? After { get; set; }

    /// <summary>"check" if the person came from check answers to change one.</summary>
    [FromQuery(Name = "return")]
    public string? ReturnTo { get; set; }

    /// <inheritdoc/>
    public Conflict? Conflict { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Caution { get; private set; } = [];

    /// <summary>The section that the page changes; empty for none.</summary>
    protected virtual string ChangedSection => "";

    /// <summary>Where a page that asks leads back to.</summary>
    public virtual string Back => ReturnTo == "check" ? $"{Address}/check-answers" : Before;

    /// <summary>The page before this one.</summary>
    protected virtual string Before => Address;

    /// <inheritdoc/>
    protected override int VersionNow => Form.Version;

    /// <inheritdoc/>
    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await forms.At(RouteData.Values).AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } form)
            return false;
        Form = form;
        if (ChangedSection.Length > 0)
            Caution = await forms.CautionAsync(form, ChangedSection, cancellationToken);
        return true;
    }

    /// <inheritdoc/>
    protected override (string Address, string Words)? WayOut(Result refused) => forms.WayOut(Form, refused);

    /// <summary>Where a page that asks leads on to.</summary>
    /// <param name="next">The page after it, for those who go through all of them.</param>
    protected string Following(string next) =>
        After == "later" ? Address
        : ReturnTo is null ? next
        : Back;

    /// <summary>Notes whether a section is said to be completed, and leads to the form.</summary>
    /// <param name="mark">The operation: true for "yes".</param>
    /// <param name="missing">What is missing of the section, and where it is entered, once the form has been loaded again.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected async Task<IActionResult> MarkAsync(
        Func<bool, Task<Result>> mark,
        Func<IReadOnlyList<AnswerLink>> missing,
        CancellationToken cancellationToken
    )
    {
        if (Completed is not ("yes" or "no"))
        {
            ModelState.AddModelError(nameof(Completed), "Select yes if you have completed this section");
            return Page();
        }
        var result = await mark(Completed == "yes");
        if (result.IsDone)
            return Redirect(Address);
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        InTheWay = result.Kind == ResultKind.Incorrect ? missing() : [];
        if (InTheWay.Count > 0)
            ModelState.AddModelError(nameof(Completed), "Enter what is missing, or select “No, I’ll come back later”");
        else if (result.Kind == ResultKind.Stale)
            ModelState.AddModelError(nameof(Completed), "A colleague has just answered this. Select your answer again");
        else
            result.AddTo(ModelState);
        AddWayOut(result);
        return Page();
    }

    /// <summary>Hands the form in, where the caller may, and leads to the receipt.</summary>
    /// <param name="submit">The operation.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected async Task<IActionResult> HandInAsync(Func<Task<Result>> submit, CancellationToken cancellationToken) =>
        !IsLead ? Forbid() : this.ConfirmFirst() ?? await ActAsync(submit, cancellationToken, $"{Address}/submitted");

    /// <summary>Saves what was typed and goes on, or shows the page again with everything that was typed.</summary>
    /// <param name="save">The operation.</param>
    /// <param name="conflict">The two answers, where somebody else has saved the part since it was read.</param>
    /// <param name="next">The page after this one, once the form has been loaded again: it may depend on what is saved now.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected async Task<IActionResult> SaveAsync(
        Func<Task<Result>> save,
        Func<Conflict?> conflict,
        Func<string> next,
        CancellationToken cancellationToken
    )
    {
        if (Choice == "saved")
            return Redirect(Following(next()));
        if (!ModelState.IsValid)
            return Page();
        var result = await save();
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        if (result.IsDone)
            return Redirect(Following(next()));
        foreach (var problem in result.Problems)
            ModelState.AddModelError(FieldOf(problem.Field), problem.Message);
        AddWayOut(result);
        if (result.Kind == ResultKind.NotFound)
            ModelState.AddModelError("", "A colleague has removed this. What you typed is below: to use it, add it again");
        if (result.Kind == ResultKind.Stale)
        {
            (Version, Conflict) = (VersionNow, conflict());
            ModelState.Remove(nameof(Version));
            if (Conflict is null)
                ModelState.AddModelError("", StaleWords);
            else
                ModelState.AddModelError(
                    nameof(Choice),
                    "Someone else changed this while you had the page open. Choose which answers to keep"
                );
        }
        return Page();
    }
}
