using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Profiles.Pages;

/// <summary>A new Problem Profile with its first priority; the others are added to it.</summary>
[May(nameof(Acts.WriteProfiles))]
[Says("The Problem Profile is made")]
internal sealed class NewModel(WriteProfile write, Caller caller) : PageModel
{
    /// <summary>Created with the page, so that pressing twice writes one profile.</summary>
    [BindProperty]
    public Guid ProfileId { get; set; }

    [BindProperty]
    public string? Partnership { get; set; }

    [BindProperty]
    public TypedDate? From { get; set; }

    [BindProperty]
    public TypedDate? To { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }
    public IReadOnlyList<SelectListItem> Partnerships =>
        [new("Select a partnership", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];

    public void OnGet()
    {
        var year = FinancialYear.Of(London.DateOf(caller.At)).Next;
        ProfileId = Guid.CreateVersion7();
        From = TypedDate.From(year.From);
        To = TypedDate.From(year.To);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var partnership = Contracts.Partnership.Find(Partnership);
        if (partnership is null)
            ModelState.AddModelError(nameof(Partnership), "Select the partnership");
        var (from, to) = (ModelState.ReadDate(nameof(From), From, "The first day"), ModelState.ReadDate(nameof(To), To, "The last day"));
        var name = ModelState.ReadText(nameof(Name), Name, "The name of the priority", ProfileAnswers.LongestName);
        var evidence = ModelState.ReadText(nameof(Evidence), Evidence, "Evidence", ProfileAnswers.LongestEvidence, optional: true) ?? "";
        if (!ModelState.IsValid)
            return Page();
        var typed = new ProfileAnswers(from!.Value, to!.Value, [new(Guid.CreateVersion7(), name!, evidence)]);
        var written = await write.RunAsync(partnership!, typed, this.IdOf(ProfileId), cancellationToken);
        if (written.IsDone)
            return Redirect($"/profiles/{written.Value.Id}");
        written.Outcome.AddTo(ModelState);
        return Page();
    }
}
