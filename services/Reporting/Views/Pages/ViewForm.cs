using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Views.Pages;

/// <summary>A view's name, and whether it is mailed.</summary>
internal abstract class ViewForm : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public bool? Monthly { get; set; }

    protected IActionResult Answer(Result result)
    {
        if (result.IsDone)
            return Redirect("/reports/views");
        if (result.Kind == ResultKind.NotFound)
            return NotFound();
        foreach (var problem in result.Problems)
            ModelState.AddModelError(problem.Field, problem.Message);
        return Page();
    }
}
