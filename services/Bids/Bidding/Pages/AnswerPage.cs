using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding.Pages;

/// <summary>
/// A page that asks: what is typed is saved with it. Where a colleague has saved the same page meanwhile, both are shown to choose from.
/// </summary>
[Authorize(Roles = $"{Roles.PartnerEditor},{Roles.PartnerLead}")]
internal abstract class AnswerPage(BidsContext db, Caller caller, SaveBid save, string section) : BidPage(db, caller)
{
    [BindProperty]
    public int Version { get; set; }

    /// <summary>"mine" or "saved", where two people have saved the same page.</summary>
    [BindProperty]
    public string? Choice { get; set; }

    /// <summary>"later" where the person leaves off here.</summary>
    [BindProperty]
    public string? After { get; set; }

    /// <summary>"check" or "section", where the person came to change one answer.</summary>
    [FromQuery(Name = "return")]
    public string? Return { get; set; }
    public Conflict? Conflict { get; private set; }
    public string Section => section;
    public string Back =>
        Return switch
        {
            "check" => $"{Address}/check-answers",
            "section" => EndOf(section),
            _ => Before,
        };

    /// <summary>The page before this one.</summary>
    protected virtual string Before => Address;

    /// <summary>Finds the bid; another answer where there is none, or it cannot be changed here.</summary>
    protected async Task<IActionResult?> OpenAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation))
            return NotFound();
        if (!MayChange(section))
            return Redirect(Address);
        Version = Bid.Version;
        return null;
    }

    /// <summary>Saves what was typed and goes on, or shows the page again with everything that was typed.</summary>
    protected async Task<IActionResult> SaveAsync(SectionAnswers typed, string next, CancellationToken cancellation)
    {
        if (Choice == "saved")
            return Redirect(Following(next));
        if (!ModelState.IsValid)
            return Page();
        var result = await save.RunAsync(Bid.Reference, Version, typed, cancellation);
        if (result.IsDone)
            return Redirect(Following(next));
        await LoadAsync(Bid.Reference, cancellation);
        Version = Bid.Version;
        foreach (var problem in result.Problems)
            ModelState.AddModelError(FieldOf(problem.Field), problem.Message);
        if (result.Kind == ResultKind.NotFound)
            ModelState.AddModelError("", "A colleague has removed this. What you typed is below: to use it, add it again");
        if (result.Kind == ResultKind.Stale)
        {
            Conflict = Conflict.Of(Bid, typed, Round);
            ModelState.AddModelError(nameof(Choice), "Someone else changed this while you had the page open. Choose which answers to keep");
        }
        return Page();
    }

    /// <summary>Where on the page a rule's problem is shown.</summary>
    protected virtual string FieldOf(string field) => field;

    protected DateOnly? ReadOptional(string field, TypedDate? typed, string name) =>
        typed is null || typed.IsEmpty ? null : ModelState.ReadDate(field, typed, name);

    private string Following(string next) =>
        After == "later" ? Address
        : Return is "check" or "section" ? Back
        : next;
}
