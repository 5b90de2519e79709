using System.Globalization;
using Microsoft.VisualBasic.FileIO;

namespace Platform.Contracts;

/// <summary>A kind of personal data, and what the law asks to be said of it (UK GDPR, articles 13, 14 and 30).</summary>
/// <param name="Kind">Of <see cref="DataKinds"/>.</param>
/// <param name="What">What is held.</param>
/// <param name="Whose">Whom it is about.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Basis">On what lawful basis.</param>
/// <param name="Recipients">Who gets to see it.</param>
/// <param name="Period">How long it is kept; null where it stays with the record that it is part of.</param>
/// <param name="From">What that is counted from, to follow "after".</param>
public sealed record KeptData(
    string Kind,
    string What,
    string Whose,
    string Purpose,
    string Basis,
    string Recipients,
    KeepingPeriod? Period,
    string From
)
{
    /// <summary>"2 years after the day on which the account was closed"</summary>
    public string HowLong => Period is { } period ? $"{period} after {From}" : "As long as the record that it is part of";
}

/// <summary>How long something is kept.</summary>
/// <param name="Number">At least 1.</param>
/// <param name="Unit">Of what.</param>
public sealed record KeepingPeriod(int Number, KeepingUnit Unit)
{
    private const int MostYears = 100;

    /// <summary>
    /// What is of that day or older is no longer kept. Years from 29 February end on 1 March where there is no such day.
    /// </summary>
    public DateOnly Before(DateOnly today) =>
        Unit switch
        {
            KeepingUnit.Days => today.AddDays(-Number),
            KeepingUnit.Months => today.AddMonths(-Number),
            _ => today.AddYears(-Number),
        };

    /// <summary>What is of that instant or older is no longer kept.</summary>
    public DateTimeOffset Before(DateTimeOffset now) =>
        Unit switch
        {
            KeepingUnit.Days => now.AddDays(-Number),
            KeepingUnit.Months => now.AddMonths(-Number),
            _ => now.AddYears(-Number),
        };

    /// <summary>"2 years"; null where it is not written like that, or is longer than a hundred years.</summary>
    public static KeepingPeriod? Read(string text) =>
        TypedText.Line(text).Split(' ') is [var number, var unit]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
        && UnitOf(unit) is { } of
        && count >= 1
        && count <= MostYears * of.InAYear
            ? new(count, of.Unit)
            : null;

    /// <summary>"2 years"</summary>
    public override string ToString() => $"{Number} {Unit.ToString().ToLowerInvariant()[..^(Number == 1 ? 1 : 0)]}";

    private static (KeepingUnit Unit, int InAYear)? UnitOf(string unit) =>
        unit switch
        {
            "day" or "days" => (KeepingUnit.Days, 366),
            "month" or "months" => (KeepingUnit.Months, 12),
            "year" or "years" => (KeepingUnit.Years, 1),
            _ => null,
        };
}

/// <summary>What a period is counted in.</summary>
public enum KeepingUnit
{
    /// <summary>Days.</summary>
    Days,

    /// <summary>Months.</summary>
    Months,

    /// <summary>Years.</summary>
    Years,
}

/// <summary>
/// The table of keeping: what the platform holds about people, why, and how long. The privacy notice, the record of processing and the jobs
/// that forget all read it.
/// </summary>
public sealed class KeepingTable
{
    private const string WithTheRecord = "with the record";
    private const string Shipped = "keeping.csv";

    private KeepingTable(IReadOnlyList<KeptData> all) => All = all;

    /// <summary>Each kind, in the order of the file.</summary>
    public IReadOnlyList<KeptData> All { get; }

    /// <summary>How long a kind of <see cref="DataKinds.Forgotten"/> is kept.</summary>
    public KeepingPeriod PeriodOf(string kind) => All.Single(d => d.Kind == kind).Period!;

    /// <summary>Reads <c>contracts/keeping.csv</c>, or a file of the same shape.</summary>
    /// <param name="file">The path of the operator's own; null or empty for none.</param>
    /// <exception cref="InvalidOperationException">It says nothing of a kind, or nonsense; the message says what to write.</exception>
    public static KeepingTable Read(string? file)
    {
        List<KeptData> all;
        try
        {
            all = [.. DataFiles.Rows(Shipped, file).Select(Read)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or MalformedLineException)
        {
            throw new InvalidOperationException($"Keeping:File cannot be read: {e.Message}", e);
        }
        catch (KeyNotFoundException e)
        {
            throw new InvalidOperationException(
                "Keeping:File needs the columns kind, what, whose, purpose, basis, recipients, period and from.",
                e
            );
        }
        foreach (var kind in DataKinds.Forgotten.Concat(DataKinds.Kept))
            if (all.Count(d => d.Kind == kind) is var lines and not 1)
                throw new InvalidOperationException($"Keeping:File has {lines} lines for {kind}: write one.");
        return new(all);
    }

    private static KeptData Read(IReadOnlyDictionary<string, string> row)
    {
        var (kind, period) = (TypedText.Line(row["kind"]), TypedText.Line(row["period"]));
        var isKept = DataKinds.Kept.Contains(kind);
        if (!isKept && !DataKinds.Forgotten.Contains(kind))
            throw new InvalidOperationException($"Keeping:File has a line for {kind}, which the platform does not know.");
        if (isKept && period != WithTheRecord)
            throw new InvalidOperationException($"Keeping:File, {kind}: it is kept “{WithTheRecord}”, not “{period}”.");
        var read = isKept ? null : KeepingPeriod.Read(period);
        if (!isKept && read is null)
            throw new InvalidOperationException(
                $"Keeping:File, {kind}: write its period like 90 days, 6 months or 2 years, up to 100 years, not “{period}”."
            );
        string Words(string column) =>
            TypedText.Line(row[column]) is { Length: > 0 } words
                ? words
                : throw new InvalidOperationException($"Keeping:File, {kind}: {column} is empty.");
        return new(kind, Words("what"), Words("whose"), Words("purpose"), Words("basis"), Words("recipients"), read, Words("from"));
    }
}
