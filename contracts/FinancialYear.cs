using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A financial year, 1 April to 31 March, known by the calendar year it starts in. In text and JSON "2024/25".</summary>
/// <param name="Start">The calendar year in which it starts.</param>
[JsonConverter(typeof(FinancialYearJson))]
[JsonText(@"^\d{4}/\d{2}$", "2024/25")]
public readonly record struct FinancialYear(int Start) : IComparable<FinancialYear>
{
    /// <summary>The first day: 1 April.</summary>
    public DateOnly From => new(Start, 4, 1);

    /// <summary>The last day: 31 March.</summary>
    public DateOnly To => new(Start + 1, 3, 31);

    /// <summary>The financial year that a day falls in.</summary>
    public static FinancialYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>Every financial year that a period touches, in order.</summary>
    public static IEnumerable<FinancialYear> Covering(DateOnly from, DateOnly to)
    {
        for (var year = Of(from); year.From <= to; year = year.Next)
            yield return year;
    }

    /// <summary>The year after.</summary>
    public FinancialYear Next => new(Start + 1);

    /// <summary>Reads "2024/25".</summary>
    /// <returns>The year, or null when the text is not one.</returns>
    public static FinancialYear? Parse(string? text) =>
        text is { Length: 7 }
        && text[4] is '/' or '-'
        && int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var start)
        // Others are mistyped, and dates around them cannot be worked out.
        && start is >= 1900 and < 9000
        && new FinancialYear(start) is var year
        && year.ToString()[5..] == text[5..]
            ? year
            : null;

    /// <inheritdoc/>
    public int CompareTo(FinancialYear other) => Start.CompareTo(other.Start);

    /// <summary>"2024/25"</summary>
    public override string ToString() => $"{Start:0000}/{(Start + 1) % 100:00}";

    /// <summary>"2024-25": as it stands in addresses, and as <see cref="Parse"/> reads it too.</summary>
    public string InAddress => ToString().Replace('/', '-');

    private sealed class FinancialYearJson : JsonConverter<FinancialYear>
    {
        public override FinancialYear Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Parse(reader.GetString()) ?? throw new JsonException("A financial year is written like \"2024/25\".");

        public override void Write(Utf8JsonWriter writer, FinancialYear value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
