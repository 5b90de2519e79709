namespace Platform.Reporting.Foi;

/// <summary>How long the requester's details are kept after a request is closed: configuration, Foi:KeepYears.</summary>
internal sealed record FoiKeeping(int Years)
{
    private static readonly string[] Words = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    public static FoiKeeping Read(IConfiguration configuration) =>
        configuration.GetValue("Foi:KeepYears", 3) is >= 1 and <= 100 and var years
            ? new(years)
            : throw new InvalidOperationException("Foi:KeepYears must be a whole number of years from 1 to 100.");

    /// <summary>
    /// The day by which a request must have been closed for its requester's details to be deleted now. Years from 29 February end on 1
    /// March where there is no such day.
    /// </summary>
    public DateOnly ClosedBy(DateOnly today) => today.AddYears(-Years);

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
