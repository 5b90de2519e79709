using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>Says that nobody waits for a return, or that it is needed after all.</summary>
internal sealed class NotRequiredModel(ReturnsContext db, Caller caller, NotRequireReturn change) : OfficePage(db, caller)
{
    /// <summary>Whether it is to be required again. Posted, so that a second press does not undo the first.</summary>
    [BindProperty]
    public bool Again { get; set; }

    protected override bool IsPossible => Return.IsOwed || Return.State == ReturnState.NotRequired;

    public override async Task<IActionResult> OnGetAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (await OpenAsync(grantReference, quarter, cancellation) is { } elsewhere)
            return elsewhere;
        Again = Return.State == ReturnState.NotRequired;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (await OpenAsync(grantReference, quarter, cancellation) is { } elsewhere)
            return elsewhere;
        if (Again != (Return.State == ReturnState.NotRequired))
            return Redirect(Address);
        var reason = ReadReason(Again ? "Why it is required again" : "Why it is not required");
        return ModelState.IsValid ? Answer(await change.RunAsync(Return.Id, Again, reason, cancellation)) : Page();
    }
}
