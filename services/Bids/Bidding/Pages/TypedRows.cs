using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Bids.Bidding.Pages;

/// <summary>Rows that can be added to a page and removed without a script. That saves nothing, and loses nothing typed.</summary>
internal static class TypedRows
{
    public static IActionResult Change<T>(PageModel page, List<T> rows, int? remove, int most)
        where T : new()
    {
        if (remove is { } which && which >= 0 && which < rows.Count)
            rows.RemoveAt(which);
        if (rows.Count == 0 || (remove is null && rows.Count < most))
            rows.Add(new());
        // Rows have moved, so the page must show them as they are now, not under the numbers they were posted with.
        page.ModelState.Clear();
        return page.Page();
    }
}
