using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class MatchLineModel(BidsContext db, Caller caller, SaveBid save) : AnswerPage(db, caller, save, BidSections.Match)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Year { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public string? Amount { get; set; }

    [BindProperty]
    public string? Committed { get; set; }

    /// <summary>What the other sources give.</summary>
    public Money Others => Content.Match.Where(m => m.Id != Id).Sum(m => m.Amount);

    protected override string Before => EndOf(Section);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        if (Content.Match.FirstOrDefault(m => m.Id == Id) is { } saved)
        {
            Source = saved.Source;
            Year = saved.Year.ToString();
            Kind = saved.Kind.ToString();
            Amount = saved.Amount.WithoutSign;
            Committed = saved.Committed ? "true" : "false";
        }
        else if (Round.FundingYears.Count == 1)
            Year = Round.FundingYears[0].ToString();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var source = ModelState.ReadText(nameof(Source), Source, "Who gives it", 100);
        if (FinancialYear.Parse(Year) is not { } year || !Round.FundingYears.Contains(year))
            ModelState.AddModelError(nameof(Year), "Select the year that it is for");
        if (Kind is not (nameof(MatchKind.Cash) or nameof(MatchKind.InKind)))
            ModelState.AddModelError(nameof(Kind), "Select cash or in kind");
        var amount = ModelState.ReadMoney(nameof(Amount), Amount, "Amount");
        if (Committed is not ("true" or "false"))
            ModelState.AddModelError(nameof(Committed), "Select yes if it has been promised");
        var typed = new MatchLine(
            Id,
            source ?? Source ?? "",
            FinancialYear.Parse(Year) ?? default,
            Kind == nameof(MatchKind.InKind) ? MatchKind.InKind : MatchKind.Cash,
            amount ?? Money.Zero,
            Committed == "true"
        );
        return await SaveAsync(new MatchAnswers(typed), EndOf(Section), cancellationToken);
    }
}
