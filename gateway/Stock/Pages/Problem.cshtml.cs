using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Gateway.Stock.Pages;

/// <summary>The stock pages. Asked for by its own address, the page is "Page not found".</summary>
[AllowAnonymous]
internal sealed class ProblemModel : PageModel
{
    public StockPage Shown { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (StockPages.Of(HttpContext) is not { } page)
            return NotFound();
        Shown = page;
        return Page();
    }
}
