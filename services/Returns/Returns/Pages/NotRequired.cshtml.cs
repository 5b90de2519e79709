using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>Says that a return is not required, or that it is after all.</summary>
internal sealed class NotRequiredModel(ReturnsContext db, Caller caller, NotRequireReturn change) : OfficePage(db, caller)
{
    /// <summary>Whether it is to be required again; posted, so that a second press does not undo the first.</summary>
    [BindProperty]
    public bool Again { get; set; }

    [BindProperty]
    public string? OnPaper { get; set; }

    protected override bool IsPossible => Return.IsOwed || Return.State == ReturnState.NotRequired;

    protected override bool IsDoneAlready => Again ? Return.IsOwed : Return.State == ReturnState.NotRequired;

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Again = Return.State == ReturnState.NotRequired;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        if (IsDoneAlready)
            return Redirect(Address);
        var isSaid = bool.TryParse(OnPaper, out var onPaper);
        if (!Again && !isSaid)
            ModelState.AddModelError(nameof(OnPaper), "Select yes if the quarter was reported on paper");
        var reason = ReadReason(Again ? "Why it is required again" : "Why it is not required");
        this.Say(
            Again ? "The return is required again" : "The return is not required",
            Again ? "Its reminders go on" : "Its partnership’s editors and leads get a letter"
        );
        return await ActAsync(
            () =>
                Again
                    ? change.UndoAsync(Return.Id, reason, cancellationToken)
                    : change.RunAsync(Return.Id, reason, onPaper, cancellationToken),
            cancellationToken
        );
    }
}
