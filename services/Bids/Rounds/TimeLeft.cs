using Platform.Contracts;

namespace Platform.Bids.Rounds;

/// <summary>How much time is left, in words.</summary>
internal static class TimeLeft
{
    /// <summary>"12 days left", "closes tomorrow", "closes today at 11:59:59pm", "closed".</summary>
    public static string InWords(DateTimeOffset exclusive, DateTimeOffset now)
    {
        if (now >= exclusive)
            return "closed";
        var days = London.DateOf(exclusive.AddTicks(-1)).DayNumber - London.DateOf(now).DayNumber;
        return days switch
        {
            0 => $"closes today at {Clock(London.Deadline(exclusive))}",
            1 => "closes tomorrow",
            _ => $"{days} days left",
        };
    }

    /// <summary>"10:32am"</summary>
    public static string AsAt(DateTimeOffset now) => Clock(London.Moment(now));

    private static string Clock(string moment) => moment[..moment.IndexOf(' ', StringComparison.Ordinal)];
}
