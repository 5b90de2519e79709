using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>A page on which an officer acts on one return: it asks, mostly for the reason, and leads back to the return.</summary>
[Authorize(Roles = Roles.Officer)]
internal abstract class OfficePage(ReturnsContext db, Caller caller) : ReturnPage(db, caller)
{
    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>Whether that can be done with the return as it stands.</summary>
    protected abstract bool IsPossible { get; }

    public virtual async Task<IActionResult> OnGetAsync(string grantReference, string quarter, CancellationToken cancellation) =>
        await OpenAsync(grantReference, quarter, cancellation) ?? Page();

    /// <summary>
    /// Finds the return; another answer where there is none, or it does not stand so that this could be done. A second press leads back
    /// to it.
    /// </summary>
    protected async Task<IActionResult?> OpenAsync(string grantReference, string quarter, CancellationToken cancellation) =>
        !await LoadAsync(grantReference, quarter, cancellation) ? NotFound()
        : IsPossible ? null
        : Redirect(Address);

    /// <summary>The reason as it was typed, or null with the error beside it.</summary>
    protected string? ReadReason(string name) => ModelState.ReadText(nameof(Reason), Reason, name, Return.LongestReason);

    /// <summary>Back to the return, or the page again with everything that was typed.</summary>
    protected IActionResult Answer(Result result)
    {
        if (result.IsDone)
            return Redirect(Address);
        result.AddTo(ModelState);
        return Page();
    }
}
