using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Profiles.Pages;

[May(nameof(Acts.WriteProfiles))]
[Says("The period is saved")]
internal sealed class PeriodModel(BidsContext db, WriteProfile write) : ProfilePage(db, write)
{
    [BindProperty]
    public TypedDate? From { get; set; }

    [BindProperty]
    public TypedDate? To { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        (From, To) = (TypedDate.From(Profile.From), TypedDate.From(Profile.To));
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (ModelState.ReadDate(nameof(From), From, "The first day"), ModelState.ReadDate(nameof(To), To, "The last day"));
        return SaveAsync(kept => kept with { From = from!.Value, To = to!.Value }, cancellationToken);
    }
}
