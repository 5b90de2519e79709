using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Platform.GovUk.Forms;

/// <summary>Filters of lists, as they stand in addresses.</summary>
public static class ListFilters
{
    /// <summary>
    /// Whether each filter is empty or one of its choices. The field of one that is not says so, and the list must show nothing: it would
    /// look as if it were filtered.
    /// </summary>
    public static bool AreKnown(
        this ModelStateDictionary state,
        params IReadOnlyList<(string Key, string? Value, IEnumerable<SelectListItem> Choices)> filters
    )
    {
        // A page number that cannot be read means the first page.
        foreach (var unread in state.Where(s => s.Value is { Errors.Count: > 0 }).Select(s => s.Key).ToList())
            state.Remove(unread);
        foreach (var (key, value, choices) in filters)
            if (!string.IsNullOrEmpty(value) && !choices.Any(c => string.Equals(c.Value, value, StringComparison.OrdinalIgnoreCase)))
                state.AddUnknown(key, value);
        return state.IsValid;
    }

    /// <summary>Says beside a filter that its value is none of the choices.</summary>
    public static void AddUnknown(this ModelStateDictionary state, string key, string value) =>
        state.AddModelError(key, $"“{value}” is not in this list. Select one that is");
}
