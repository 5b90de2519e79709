using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

/// <summary>A page on which an officer acts on one return. It usually asks for a reason, and leads back to the return.</summary>
[May(nameof(Acts.AnswerReturn))]
internal abstract class OfficePage(ReturnsContext db, Caller caller) : ReturnPage(db, caller)
{
    [BindProperty]
    public string? Reason { get; set; }

    public virtual Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>The reason as it was typed; null where it has an error, which is in the model state.</summary>
    protected string? ReadReason(string name) => ModelState.ReadText(nameof(Reason), Reason, name, Return.LongestReason);
}
