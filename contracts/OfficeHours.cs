namespace Platform.Contracts;

/// <summary>When partnerships are reminded: 08:00 to 18:00 in London, on working days.</summary>
public static class OfficeHours
{
    /// <summary>When the office opens.</summary>
    public static readonly TimeOnly From = new(8, 0);

    /// <summary>When it closes.</summary>
    public static readonly TimeOnly To = new(18, 0);

    /// <summary>Whether the office is open at that instant.</summary>
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
