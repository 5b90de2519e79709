using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Whole;

internal sealed class OutcomesModel(ReturnsContext db, Caller caller, SaveReturn save) : AnswerPage(db, caller, save)
{
    [BindProperty]
    public string? Outcomes { get; set; }

    [BindProperty]
    public string? Risks { get; set; }

    public override string Section => ReturnSections.Outcomes;

    protected override IActionResult? Fill()
    {
        (Outcomes, Risks) = (Return.Overall.Outcomes, Return.Overall.Risks);
        return null;
    }

    protected override PartAnswers Read() => new OutcomeAnswers(Outcomes, Risks);
}
