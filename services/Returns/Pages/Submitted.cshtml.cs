using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.Returns.Data;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Pages;

internal sealed class SubmittedModel(ReturnsContext db, Caller caller) : ReturnPage(db, caller)
{
    public async Task<IActionResult> OnGetAsync(string grantReference, string quarter, CancellationToken cancellation) =>
        !await LoadAsync(grantReference, quarter, cancellation) ? NotFound() : Return.State == ReturnState.Submitted ? Page() : Redirect(Address);
}
