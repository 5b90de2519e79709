using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
[Says("Your changes to the round are saved")]
internal sealed class BasicsModel(BidsContext db, EditRound edit) : BasicsPage(db, edit)
{
    // The address does not call it "reference": the field of that name would be bound to it.
    protected override string InAddress => (string)RouteData.Values["round"]!;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        return Read() is { } change
            ? await SaveAsync(change, $"/rounds/{(IsFixed ? InAddress : TypedText.Line(Reference))}/edit", cancellationToken)
            : Page();
    }
}
