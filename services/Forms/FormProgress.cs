using Platform.Contracts;

namespace Platform.Forms;

/// <summary>How far a form has got that is not submitted: what everybody may know of a draft, and all that the office does.</summary>
/// <param name="Done">How many parts are completed, or how many answers are given to what was sent back.</param>
/// <param name="Of">Of how many.</param>
/// <param name="ChangedAt">When it was last changed (UTC); null where it is not begun, or untouched since it was sent back.</param>
public sealed record FormProgress(int Done, int Of, DateTimeOffset? ChangedAt)
{
    /// <summary>"3 of 12 parts are completed. It was last changed at 3:05pm on Friday 5 July 2024."</summary>
    /// <param name="what">What is counted: "parts are completed".</param>
    public string Words(string what) =>
        $"{Done} of {Of} {what}. "
        + (ChangedAt is { } at ? $"It was last changed at {London.Moment(at)}." : "Nothing has been changed yet.");
}
