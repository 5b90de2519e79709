namespace Platform.Contracts;

/// <summary>How late a return that was sent back is to be back, or was, in the words of every list and report.</summary>
public static class LateRework
{
    /// <summary>
    /// "sent back, 12 working days late" while it is; "sent back, to be back by 16 December 2024" before; "3 working days late to be back"
    /// for good. Empty where it was never sent back, or always back in time.
    /// </summary>
    /// <param name="backBy">The last day on which it is not late to be back; null unless it is sent back.</param>
    /// <param name="daysLate">Working days that it was late to be back, over each time that it was sent back; null for never.</param>
    /// <param name="today">Today, in London.</param>
    public static string Words(DateOnly? backBy, int? daysLate, DateOnly today) =>
        (backBy, daysLate) switch
        {
            ({ } day, _) when day < today => WorkingDays.Between(day, today) is > 0 and var late
                ? $"sent back, {WorkingDays.Words(late)} late"
                : "sent back, late",
            ({ } day, _) => $"sent back, to be back by {London.Plain(day)}",
            (_, > 0) => $"{WorkingDays.Words(daysLate.Value)} late to be back",
            _ => "",
        };
}
