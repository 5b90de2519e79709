using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns.Pages;

/// <summary>The lead declines to certify, and says why.</summary>
[May(nameof(Acts.DeclineReturn))]
[Says("The return is back with its editors", "They get a letter with your reason")]
internal sealed class DeclineModel(ReturnsContext db, Caller caller, DeclineReturn decline) : ReturnPage(db, caller)
{
    [BindProperty]
    public string? Reason { get; set; }

    protected override bool IsPossible => Return.State == ReturnState.ReadyToCertify;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken)
            ? await ActAsync(() => decline.RunAsync(Return.Id, Reason, cancellationToken), cancellationToken)
            : NotFound();
}
