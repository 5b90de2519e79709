using System.Globalization;

namespace Platform.Contracts;

/// <summary>A bank holiday (Banking and Financial Dealings Act 1971), on the day on which it is kept.</summary>
/// <param name="Day">The day: where it falls on a weekend, its substitute.</param>
/// <param name="Name">What it is called: "Boxing Day".</param>
/// <param name="Nations">Where it is kept: of <see cref="EnglandAndWales"/>, <see cref="Scotland"/>, <see cref="NorthernIreland"/>.</param>
public sealed record BankHoliday(DateOnly Day, string Name, IReadOnlyList<string> Nations)
{
    /// <summary>England and Wales, whose working days count for bids, returns and reminders.</summary>
    public const string EnglandAndWales = "England and Wales";

    /// <summary>Scotland.</summary>
    public const string Scotland = "Scotland";

    /// <summary>Northern Ireland.</summary>
    public const string NorthernIreland = "Northern Ireland";

    /// <summary>
    /// Every bank holiday from 2005 on, by day. Data: <c>contracts/bank-holidays.csv</c>, or the file that the environment variable
    /// <c>BankHolidays__File</c> names, of the same shape. A day that is proclaimed or moved is a line in it. Source: gov.uk/bank-holidays;
    /// years that it does not list yet follow the Act.
    /// </summary>
    public static IReadOnlyList<BankHoliday> All { get; } =
    [
        .. DataFiles
            .Rows("bank-holidays.csv", Environment.GetEnvironmentVariable("BankHolidays__File"))
            .Select(Read)
            .OrderBy(holiday => holiday.Day),
    ];

    /// <summary>A row of the table.</summary>
    /// <exception cref="InvalidDataException">It has no such day, or names another nation.</exception>
    internal static BankHoliday Read(IReadOnlyDictionary<string, string> row)
    {
        var nations = row["nations"].Split(';').Select(TypedText.Line).ToList();
        if (nations.FirstOrDefault(n => n is not (EnglandAndWales or Scotland or NorthernIreland)) is { } other)
            throw new InvalidDataException(
                $"Bank holiday {row["day"]}: write {EnglandAndWales}, {Scotland} or {NorthernIreland}, with semicolons "
                    + $"between, not “{other}”."
            );
        return DateOnly.TryParseExact(
            TypedText.Line(row["day"]),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? new(day, TypedText.Line(row["name"]), nations)
            : throw new InvalidDataException($"Bank holiday {row["day"]}: write its day like 2025-12-25.");
    }
}
