using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Whole;

internal sealed class NilModel(ReturnsContext db, Caller caller, SaveReturn save) : AnswerPage(db, caller, save)
{
    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? TakeBack { get; set; }

    public override string Section => ReturnSections.Nil;

    protected override IActionResult? Fill()
    {
        Reason = Return.NilReason;
        return null;
    }

    protected override PartAnswers Read()
    {
        if (TakeBack is not null)
            return new NilAnswers("");
        ModelState.ReadText(nameof(Reason), Reason, "Why there is nothing to report", Return.LongestReason);
        return new NilAnswers(Reason);
    }
}
