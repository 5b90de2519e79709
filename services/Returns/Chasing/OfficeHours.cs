using Platform.Contracts;

namespace Platform.Returns.Chasing;

/// <summary>When partnerships are written to: 08:00 to 18:00 in London, on working days.</summary>
internal static class OfficeHours
{
    public static readonly TimeOnly From = new(8, 0);
    public static readonly TimeOnly To = new(18, 0);

    public static bool Contain(DateTimeOffset at) =>
        WorkingDays.Contains(London.DateOf(at)) && London.TimeOf(at) >= From && London.TimeOf(at) < To;

    /// <summary>The next instant at which the office opens.</summary>
    public static DateTimeOffset NextOpening(DateTimeOffset at)
    {
        var today = London.DateOf(at);
        var opening = London.At(WorkingDays.Add(today, 0), From);
        return opening > at ? opening : London.At(WorkingDays.Add(today, 1), From);
    }
}
