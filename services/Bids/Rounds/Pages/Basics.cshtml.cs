using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
internal sealed class BasicsModel(BidsContext db, EditRound edit) : BasicsPage(db, edit)
{
    // Not called reference: the field of that name would be bound to the address.
    public Task<IActionResult> OnGetAsync(string round, CancellationToken cancellationToken) => ShowAsync(round, Show, cancellationToken);

    public async Task<IActionResult> OnPostAsync(string round, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(round, cancellationToken))
            return NotFound();
        return Read() is { } change
            ? await SaveAsync(change, $"/rounds/{(IsFixed ? round : Reference!.Trim())}/edit", cancellationToken)
            : Page();
    }
}
