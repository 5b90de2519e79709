using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>The lead does not certify, and says why.</summary>
[Authorize(Roles = Roles.PartnerLead)]
internal sealed class DeclineModel(ReturnsContext db, Caller caller, DeclineReturn decline) : ReturnPage(db, caller)
{
    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(string grantReference, string quarter, CancellationToken cancellation) =>
        !await LoadAsync(grantReference, quarter, cancellation) ? NotFound()
        : Return.State == ReturnState.ReadyToCertify ? Page()
        : Redirect(Address);

    public async Task<IActionResult> OnPostAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (!await LoadAsync(grantReference, quarter, cancellation))
            return NotFound();
        var result = await decline.RunAsync(Return.Id, Reason, cancellation);
        if (result.IsDone)
            return Redirect(Address);
        result.AddTo(ModelState);
        return Page();
    }
}
