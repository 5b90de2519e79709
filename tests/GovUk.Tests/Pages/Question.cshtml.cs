using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.GovUk.Forms;

namespace Platform.GovUk.Tests.Pages;

[IgnoreAntiforgeryToken]
public sealed class QuestionModel : PageModel
{
    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Cost { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public TypedDate? StartsOn { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Notes { get; set; }

    [BindProperty]
    public string? Area { get; set; }

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public bool? Agreed { get; set; }

    [BindProperty]
    public List<string> Themes { get; set; } = [];

    [BindProperty]
    public IFormFile? Letter { get; set; }

    public IEnumerable<SelectListItem> Areas => [new("Melton", "melton"), new("Charnwood", "charnwood")];

    public void OnGet()
    {
        Title = "Kept <title>";
        Cost = "1500";
        StartsOn = TypedDate.From(new(2026, 4, 1));
        Area = "charnwood";
        Kind = "again";
        Agreed = true;
        (Themes, Summary) = (["vawg"], "\nLine one\nLine two");
    }

    public IActionResult OnPost()
    {
        ModelState.ReadText("Summary", Summary, "Summary", 500);
        ModelState.ReadDate("StartsOn", StartsOn, "Start date");
        ModelState.ReadMoney("Cost", Cost, "Total cost", optional: true);
        ModelState.ReadText("Title", Title, "Title", 20);
        if (Kind is null)
            ModelState.AddModelError("Kind", "Select whether it is new or continued");
        if (Themes.Count == 0)
            ModelState.AddModelError("Themes", "Select at least one theme");
        if (Title == "taken")
            ModelState.AddModelError("", "The round has closed");
        return ModelState.IsValid ? Redirect("/done") : Page();
    }
}
