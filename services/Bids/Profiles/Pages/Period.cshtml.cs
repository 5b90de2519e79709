using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Profiles.Pages;

[May(nameof(Acts.WriteProfiles))]
internal sealed class PeriodModel(BidsContext db, WriteProfile write) : ProfilePage(db, write)
{
    [BindProperty]
    public TypedDate? From { get; set; }

    [BindProperty]
    public TypedDate? To { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(id, cancellationToken))
            return NotFound();
        (From, To) = (TypedDate.From(Profile.From), TypedDate.From(Profile.To));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return NotFound();
        var (from, to) = (ModelState.ReadDate(nameof(From), From, "The first day"), ModelState.ReadDate(nameof(To), To, "The last day"));
        return ModelState.IsValid
            ? await SaveAsync(kept => kept with { From = from!.Value, To = to!.Value }, p => p.Field, cancellationToken)
            : Page();
    }
}
