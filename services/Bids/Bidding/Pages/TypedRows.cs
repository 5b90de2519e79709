using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Platform.Bids.Bidding.Pages;

/// <summary>Rows on a page that can be added and removed without a script: nothing is saved by that, and nothing typed is lost.</summary>
internal static class TypedRows
{
    public static IActionResult Change<T>(PageModel page, List<T> rows, int? remove, int most)
        where T : new()
    {
        if (remove is { } which && which >= 0 && which < rows.Count)
            rows.RemoveAt(which);
        if (rows.Count == 0 || (remove is null && rows.Count < most))
            rows.Add(new());
        // Rows have moved: the page must show them as they are now, not under the numbers they were posted with.
        page.ModelState.Clear();
        return page.Page();
    }
}
