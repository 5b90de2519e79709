using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

/// <summary>More time for one partnership that has not asked.</summary>
[May(nameof(Acts.GiveExtension))]
[Says("The partnership has more time", "Its editors and leads get a letter")]
internal sealed class GiveExtensionModel(BidsContext db, GrantExtension grant, Caller caller) : RoundActPage(db)
{
    /// <summary>Its code.</summary>
    [BindProperty]
    public string? Partnership { get; set; }

    [BindProperty]
    public TypedDate? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }
    public bool IsOver => caller.At >= Round.ClosesAt;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var partnership = Contracts.Partnership.Find(Partnership);
        if (partnership is null)
            ModelState.AddModelError(nameof(Partnership), "Select the partnership that gets more time");
        var day = ModelState.ReadDate(nameof(Until), Until, "The last day");
        ModelState.ReadText(nameof(Reason), Reason, "Why more time is given", Extension.LongestReason);
        return await ActAsync(
            () => grant.GiveAsync(InAddress, partnership!, Reason, day!.Value, cancellationToken),
            cancellationToken,
            $"{Address}/extensions"
        );
    }
}
