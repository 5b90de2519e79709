using System.Globalization;

namespace Platform.Contracts;

/// <summary>Dates and times in London, where every deadline falls; its clocks change twice a year.</summary>
public static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The date on a London calendar at that instant.</summary>
    public static DateOnly DateOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>The time on a London clock at that instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset at) => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    /// <summary>
    /// The instant, in UTC, at which a London clock shows that date and time. A time that the clocks skip in spring is read with winter
    /// time's offset; a time that comes twice in autumn means the first.
    /// </summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time, DateTimeKind.Unspecified);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        if (Zone.IsInvalidTime(local))
            offset = Zone.BaseUtcOffset;
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The first instant of a London day.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => At(date, TimeOnly.MinValue);

    /// <summary>The first instant after a London day: a deadline "on" that date is open until, and not at, this instant.</summary>
    public static DateTimeOffset EndOf(DateOnly date) => StartOf(date.AddDays(1));

    /// <summary>"Friday 28 February 2025"</summary>
    public static string WithWeekday(DateOnly date) => date.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"28 February 2025"</summary>
    public static string Plain(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"9:05am on Friday 28 February 2025"</summary>
    public static string Moment(DateTimeOffset at) => Clock(at, "h:mm") + " on " + WithWeekday(DateOf(at));

    /// <summary>An exclusive deadline as its last second: "11:59:59pm on Friday 28 February 2025".</summary>
    public static string Deadline(DateTimeOffset exclusive) => ToTheSecond(exclusive.AddSeconds(-1));

    /// <summary>How an instant that counts is told, in the words of a deadline: "10:32:07am on Monday 3 February 2025".</summary>
    public static string ToTheSecond(DateTimeOffset at) => Clock(at, "h:mm:ss") + " on " + WithWeekday(DateOf(at));

    private static string Clock(DateTimeOffset at, string format) =>
        TimeOf(at).ToString(format, CultureInfo.InvariantCulture) + (TimeOf(at).Hour < 12 ? "am" : "pm");
}
