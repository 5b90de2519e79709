using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>Accepts a return as it was read: the return's page leads here with the version that it showed.</summary>
internal sealed class AcceptModel(ReturnsContext db, Caller caller, AcceptReturn accept) : OfficePage(db, caller)
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    /// <summary>Whether it is not what the officer has read.</summary>
    public bool IsStale => Version < Return.Version;

    protected override bool IsPossible => Return.State == ReturnState.Submitted && Version is not null;

    public async Task<IActionResult> OnPostAsync(string grantReference, string quarter, CancellationToken cancellation)
    {
        if (await OpenAsync(grantReference, quarter, cancellation) is { } elsewhere)
            return elsewhere;
        var result = await accept.RunAsync(Return.Id, Version, cancellation);
        if (result.Kind != ResultKind.Stale)
            return Answer(result);
        await LoadAsync(grantReference, quarter, cancellation);
        ModelState.AddModelError("", "This return has changed since you read it. Read it again before you accept it");
        return Page();
    }
}
