using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>How long the requester's details are kept after a request is closed.</summary>
internal sealed record FoiKeeping(KeepingPeriod Period)
{
    private static readonly string[] Words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    /// <summary>The day by which a request must have been closed for its requester's details to be deleted now.</summary>
    public DateOnly ClosedBy(DateOnly today) => Period.Before(today);

    public bool IsOver(DateOnly closedOn, DateOnly today) => closedOn <= ClosedBy(today);

    /// <summary>"three years"</summary>
    public static string Between(DateOnly from, DateOnly to)
    {
        var years = to.Year - from.Year;
        if (to.AddYears(-years) < from)
            years--;
        return $"{(years < Words.Length ? Words[years] : years)} {(years == 1 ? "year" : "years")}";
    }
}
