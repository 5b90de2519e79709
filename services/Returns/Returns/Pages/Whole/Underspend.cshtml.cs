using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Whole;

internal sealed class UnderspendModel(ReturnsContext db, Caller caller, SaveReturn save) : AnswerPage(db, caller, save)
{
    [BindProperty]
    public string? Underspend { get; set; }

    [BindProperty]
    public string? UnderspendProposal { get; set; }

    public override string Section => ReturnSections.Underspend;

    /// <summary>How much of the year's money the figures leave unspent; null while some are missing.</summary>
    public Money? Suggested => YearSpend.Left(Return.Interventions, Return.Content, Figures, Return.Quarter);

    /// <summary>Whether what is saved is not what the figures come to.</summary>
    public bool Differs => ReturnWords.UnderspendDiffers(Return.Overall, Suggested);

    public string Hint =>
        (
            Suggested is { } suggested
                ? $"By the spending and the forecasts of this return it is {suggested}. Enter 0 if all will be used"
                : "Enter 0 if all will be used"
        ) + (Figures.LastWhole is { Overall.Underspend: { } before } last ? $". Last return ({last.Quarter.Label}): {before}" : "");

    protected override IActionResult? Fill()
    {
        (Underspend, UnderspendProposal) = ((Return.Overall.Underspend ?? Suggested)?.WithoutSign, Return.Overall.UnderspendProposal);
        return null;
    }

    protected override PartAnswers Read() =>
        new UnderspendAnswers(ModelState.ReadMoney(nameof(Underspend), Underspend, "Underspend", optional: true), UnderspendProposal);
}
