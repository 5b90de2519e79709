using Microsoft.AspNetCore.Mvc;
using Platform.Bids.Data;
using Platform.Bids.Model.Sections;
using Platform.Bids.Operations;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Pages.Bid;

/// <summary>Its id is made with the list that leads here, so that a second press saves the same intervention again instead of a second one.</summary>
internal sealed class InterventionAboutModel(BidsContext db, Caller caller, SaveBid save) : InterventionPage(db, caller, save, "")
{
    [BindProperty] public new string? Name { get; set; }
    [BindProperty] public string? Kind { get; set; }
    [BindProperty] public string? Description { get; set; }
    [BindProperty] public TypedDate? From { get; set; }
    [BindProperty] public TypedDate? To { get; set; }
    [BindProperty] public string? ServesPriority { get; set; }

    public async Task<IActionResult> OnGetAsync(string reference, CancellationToken cancellation)
    {
        if (await OpenAsync(reference, cancellation) is { } elsewhere) return elsewhere;
        if (Intervention is { } saved)
            (Name, Kind, Description, From, To, ServesPriority) =
                (saved.Name, saved.Kind, saved.Description, TypedDate.From(saved.From), TypedDate.From(saved.To), saved.ServesPriority ? "true" : null);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancellation)
    {
        if (!await LoadAsync(reference, cancellation)) return NotFound();
        var (from, to) = (ReadOptional(nameof(From), From, "Start"), ReadOptional(nameof(To), To, "End"));
        return await SaveAsync(new InterventionAbout(Id, Name, Kind, Description, from, to, ServesPriority == "true"), PageAt("budget"), cancellation);
    }
}
