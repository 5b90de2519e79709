using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Platform.GovUk.Forms;

/// <summary>An error that knows which of a date's boxes are wrong, so that only they go red and the summary leads to the first.</summary>
/// <param name="message">What people read.</param>
/// <param name="parts">Of "Day", "Month" and "Year", at least one.</param>
internal sealed class DateError(string message, IReadOnlyList<string> parts) : ModelError(message)
{
    public static readonly IReadOnlyList<string> All = ["Day", "Month", "Year"];

    public IReadOnlyList<string> Parts => parts;
}
