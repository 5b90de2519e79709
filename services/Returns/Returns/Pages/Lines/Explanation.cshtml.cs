using Microsoft.AspNetCore.Mvc;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages.Lines;

/// <summary>Why figures that look odd are right.</summary>
internal sealed class ExplanationModel(ReturnsContext db, Caller caller, SaveReturn save) : LinePage(db, caller, save)
{
    [BindProperty]
    public string? Explanation { get; set; }

    protected override IActionResult? Fill()
    {
        Explanation = Line.Explanation;
        return Warnings.Count == 0 && Explanation.Length == 0 ? Redirect(Address) : null;
    }

    protected override PartAnswers Read()
    {
        if (Warnings.Count > 0 && After != "later")
            ModelState.ReadText(nameof(Explanation), Explanation, "Why the figures are right", PartAnswers.LongestText);
        return new ExplanationAnswers(Id, Explanation);
    }
}
