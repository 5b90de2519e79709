using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.Bids.Model;
using Platform.Bids.Operations;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Pages.Rounds;

[Authorize(Roles = Roles.Officer)]
internal sealed class NewModel(OpenRound open, Caller caller) : PageModel
{
    [BindProperty] public string? Name { get; set; }
    [BindProperty] public string? Reference { get; set; }
    [BindProperty] public string? Programme { get; set; }
    [BindProperty] public TypedDate? OpensOn { get; set; }
    [BindProperty] public TypedDate? ClosesOn { get; set; }
    [BindProperty] public TypedDate? DeliveryFrom { get; set; }
    [BindProperty] public TypedDate? DeliveryTo { get; set; }
    [BindProperty] public string? CapPerBid { get; set; }
    [BindProperty] public string? MatchPercent { get; set; }
    [BindProperty] public string? Themes { get; set; }

    public void OnGet()
    {
        var today = London.DateOf(caller.At);
        var closes = Round.DefaultDeadline(today);
        var year = FinancialYear.Of(closes).Next;
        (Programme, Name, Reference) = ("Community safety fund", $"Community safety fund {year}", $"CSP{year.Start}");
        (OpensOn, ClosesOn) = (TypedDate.From(today), TypedDate.From(closes));
        (DeliveryFrom, DeliveryTo) = (TypedDate.From(year.From), TypedDate.From(year.To));
        (MatchPercent, Themes) = ("0", "Violence against women and girls\nNeighbourhood crime\nAntisocial behaviour");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var name = ModelState.ReadText(nameof(Name), Name, "Name of the round", Round.LongestName);
        var reference = ModelState.ReadText(nameof(Reference), Reference, "Reference", 10);
        var programme = ModelState.ReadText(nameof(Programme), Programme, "Programme", Round.LongestName);
        var opens = ModelState.ReadDate(nameof(OpensOn), OpensOn, "Opening date");
        var closes = ModelState.ReadDate(nameof(ClosesOn), ClosesOn, "Deadline");
        var from = ModelState.ReadDate(nameof(DeliveryFrom), DeliveryFrom, "Start of delivery");
        var to = ModelState.ReadDate(nameof(DeliveryTo), DeliveryTo, "End of delivery");
        var cap = ModelState.ReadMoney(nameof(CapPerBid), CapPerBid, "Most per bid", optional: true);
        var match = ModelState.ReadWholeNumber(nameof(MatchPercent), MatchPercent, "Match funding", 0, 100);
        var themes = (Themes ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (!ModelState.IsValid) return Page();

        var result = await open.RunAsync(new(reference!, programme!, name!, opens!.Value, closes!.Value, from!.Value, to!.Value, cap, match!.Value, themes), cancellation);
        if (result.IsDone) return Redirect($"/rounds/{reference}");
        result.AddTo(ModelState);
        return Page();
    }
}
