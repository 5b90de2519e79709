using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>
/// A page that asks for one part of a return. Where a colleague has saved the same part meanwhile, both are shown to choose from.
/// </summary>
[Authorize(Roles = $"{Roles.PartnerEditor},{Roles.PartnerLead}")]
internal abstract class AnswerPage(ReturnsContext db, Caller caller, SaveReturn save) : ReturnPage(db, caller)
{
    [FromRoute]
    public string GrantReference { get; set; } = "";

    [FromRoute(Name = "quarter")]
    public string QuarterInAddress { get; set; } = "";

    [BindProperty]
    public int Version { get; set; }

    /// <summary>"mine" or "saved", where two people have saved the same part.</summary>
    [BindProperty]
    public string? Choice { get; set; }

    /// <summary>"later" where the person leaves off here.</summary>
    [BindProperty]
    public string? After { get; set; }

    /// <summary>"check" where the person came to change one answer.</summary>
    [FromQuery(Name = "return")]
    public string? ReturnTo { get; set; }
    public Conflict? Conflict { get; private set; }
    public string Back => ReturnTo == "check" ? $"{Address}/check-answers" : Before;

    public abstract string Section { get; }

    /// <summary>The page before this one.</summary>
    protected virtual string Before => Address;

    /// <summary>The page after it.</summary>
    protected virtual string Next => Address;

    public virtual async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (!MayChange(Section))
            return Redirect(Address);
        Version = Return.Version;
        return Fill() ?? Page();
    }

    public virtual async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation))
            return NotFound();
        if (Choice == "saved")
            return Redirect(Following);
        var typed = Read();
        return ModelState.IsValid ? await SaveAsync(typed, cancellation) : Page();
    }

    /// <summary>Puts what is saved into the boxes; another answer where there is nothing to ask.</summary>
    protected abstract IActionResult? Fill();

    /// <summary>What was typed. What cannot be read as what it should be is said in the model state.</summary>
    protected abstract PartAnswers Read();

    protected virtual Task<bool> FindAsync(CancellationToken cancellation) => LoadAsync(GrantReference, QuarterInAddress, cancellation);

    /// <summary>Saves what was typed and goes on, or shows the page again with everything that was typed.</summary>
    protected async Task<IActionResult> SaveAsync(PartAnswers typed, CancellationToken cancellation)
    {
        var result = await save.RunAsync(Return.Id, Version, typed, cancellation);
        // What comes next may depend on what is saved now.
        if (!await FindAsync(cancellation))
            return NotFound();
        if (result.IsDone)
            return Redirect(Following);
        foreach (var problem in result.Problems)
            ModelState.AddModelError(FieldOf(problem.Field), problem.Message);
        if (result.Kind == ResultKind.Stale)
        {
            (Version, Conflict) = (Return.Version, Conflict.Of(Return, typed));
            if (Conflict is null)
                ModelState.AddModelError(
                    "",
                    "A colleague has changed this return since you opened the page. Check what it says now, and save your answers again"
                );
            else
                ModelState.AddModelError(
                    nameof(Choice),
                    "Someone else changed this while you had the page open. Choose which answers to keep"
                );
        }
        return Page();
    }

    /// <summary>Where on the page a rule's problem is shown.</summary>
    protected virtual string FieldOf(string field) => field;

    protected string Following =>
        After == "later" ? Address
        : ReturnTo == "check" ? Back
        : Next;
}
