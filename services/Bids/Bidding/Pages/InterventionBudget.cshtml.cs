using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Bidding.Pages;

internal sealed class InterventionBudgetModel(BidsContext db, Caller caller, SaveBid save) : InterventionPage(db, caller, save, "about")
{
    [BindProperty]
    public List<TypedAmount> Amounts { get; set; } = [];

    /// <summary>What the other interventions ask for.</summary>
    public Money Others => Content.Interventions.Where(i => i.Id != Id).Sum(i => i.Total);

    /// <summary>The saved total, which stays on the page until the next save where no script adds up what is typed.</summary>
    public Money Sum(Func<BudgetLine, bool> which) => (Intervention?.Budget ?? []).Where(which).Sum(l => l.Amount);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenOneAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Fill((year, kind) => Intervention!.Budget.FirstOrDefault(l => l.Year == year && l.Kind == kind)?.Amount.WithoutSign);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var typed = Amounts;
        Fill((year, kind) => typed.FirstOrDefault(a => a.Year == year.Start && a.Kind == kind)?.Typed);
        var lines = new List<BudgetLine>();
        foreach (var (i, box) in Amounts.Index())
        {
            var year = new FinancialYear(box.Year);
            if (ModelState.ReadMoney($"Amounts[{i}].Typed", box.Typed, $"{box.Kind} in {year}", optional: true) is { Pence: > 0 } amount)
                lines.Add(new(year, box.Kind, amount));
        }
        return await SaveAsync(new InterventionBudget(Id, lines), PageAt("outputs"), cancellationToken);
    }

    protected override string FieldOf(string field) => field.Length == 0 ? "" : "Amounts[0].Typed";

    // A box for each of the round's years and each kind, whatever was posted.
    private void Fill(Func<FinancialYear, SpendKind, string?> typed) =>
        Amounts = [
            .. from year in Round.FundingYears
            from kind in Enum.GetValues<SpendKind>()
            select new TypedAmount
            {
                Year = year.Start,
                Kind = kind,
                Typed = typed(year, kind),
            },
        ];

    public sealed class TypedAmount
    {
        public int Year { get; set; }
        public SpendKind Kind { get; set; }
        public string? Typed { get; set; }
    }
}
