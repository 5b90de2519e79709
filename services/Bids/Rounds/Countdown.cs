using Platform.Contracts;

namespace Platform.Bids.Rounds;

internal static class Countdown
{
    /// <summary>"12 days left, until 11:59:59pm on Friday 28 February 2025"</summary>
    public static string Words(DateTimeOffset at, DateTimeOffset exclusive)
    {
        var days = London.DateOf(exclusive.AddSeconds(-1)).DayNumber - London.DateOf(at).DayNumber;
        return days switch
            {
                <= 0 => "Today is the last day",
                1 => "1 day left",
                _ => $"{days} days left",
            }
            + ", until "
            + London.Deadline(exclusive);
    }
}
