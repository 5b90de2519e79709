using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Rounds.Pages;

[May(nameof(Acts.WriteRounds))]
[Says("Your changes to the round are saved")]
internal sealed class WhoMayBidModel(BidsContext db, EditRound edit) : RoundEditPage(db, edit)
{
    [BindProperty]
    public string? Everybody { get; set; }

    [BindProperty]
    public List<string> Invited { get; set; } = [];

    public override async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var page = await base.OnGetAsync(cancellationToken);
        return IsFixed ? Redirect(Hub) : page;
    }

    protected override void Fill(RoundAnswers kept) =>
        (Everybody, Invited) = (kept.Invited!.Count == 0 ? "yes" : "no", [.. kept.Invited.Select(p => p.Code)]);

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var invited = Partnership.All.Where(p => Invited.Contains(p.Code)).ToList();
        if (Everybody is not ("yes" or "no"))
            ModelState.AddModelError(nameof(Everybody), "Select whether every partnership may bid");
        else if (Everybody == "no" && invited.Count == 0)
            ModelState.AddModelError(nameof(Invited), "Select at least one partnership");
        return SaveAsync(kept => kept with { Invited = Everybody == "yes" ? [] : invited }, $"/rounds/{InAddress}/edit", cancellationToken);
    }
}
