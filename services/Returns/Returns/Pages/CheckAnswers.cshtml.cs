using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>The last page before the return is handed over, and, for the lead, the declaration.</summary>
[Authorize(Roles = $"{Roles.PartnerEditor},{Roles.PartnerLead}")]
internal sealed class CheckAnswersModel(ReturnsContext db, Caller caller, HandOver handOver, SubmitReturn submit) : ReturnPage(db, caller)
{
    /// <summary>What the certifier read: they certify no figure that came later.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Whether it could not be handed over because something is missing.</summary>
    public bool Blocked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (!await LoadAsync(grantReference, quarter, cancellation))
            return NotFound();
        Version = Return.Version;
        return MayEdit ? Page() : Redirect(Address);
    }

    public async Task<IActionResult> OnPostHandOverAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (!await LoadAsync(grantReference, quarter, cancellation))
            return NotFound();
        var result = await handOver.RunAsync(Return.Id, cancellation);
        return result.IsDone
            ? Redirect(IsLead ? $"{Address}/check-answers" : Address)
            : await AgainAsync(result, grantReference, quarter, cancellation);
    }

    public async Task<IActionResult> OnPostSubmitAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (!await LoadAsync(grantReference, quarter, cancellation))
            return NotFound();
        if (!IsLead)
            return Forbid();
        var result = await submit.RunAsync(Return.Id, Version, cancellation);
        return result.IsDone ? Redirect($"{Address}/submitted") : await AgainAsync(result, grantReference, quarter, cancellation);
    }

    private async Task<IActionResult> AgainAsync(Result result, string grantReference, string quarter, CancellationToken cancellation)
    {
        await LoadAsync(grantReference, quarter, cancellation);
        if (!MayEdit)
            return Redirect(Address);
        Blocked = result.Kind == ResultKind.Incorrect;
        result.AddTo(ModelState);
        if (result.Kind == ResultKind.Stale)
            ModelState.AddModelError(
                "",
                "Someone else changed this return while you had this page open. Check the answers again before you certify them"
            );
        ModelState.Remove(nameof(Version));
        Version = Return.Version;
        return Page();
    }
}
