using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Bids.Bidding.Pages;

/// <summary>
/// Rows on a page that can be added to and taken from without a script: nothing is saved by it, and nothing that was typed is lost.
/// </summary>
internal static class TypedRows
{
    public static IActionResult Change<T>(PageModel page, List<T> rows, int? remove, int most)
        where T : new()
    {
        if (remove is { } which && which >= 0 && which < rows.Count)
            rows.RemoveAt(which);
        if (rows.Count == 0 || (remove is null && rows.Count < most))
            rows.Add(new());
        // Rows have moved: the page shows them as they are now, and not by the numbers under which they were posted.
        page.ModelState.Clear();
        return page.Page();
    }
}
