using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Platform.Contracts;

/// <summary>A quarter of a financial year: quarter 1 is April to June. In text and JSON "2024/25 Q1".</summary>
/// <param name="Year">The financial year.</param>
/// <param name="Number">1 to 4; 1 begins in April.</param>
[JsonConverter(typeof(QuarterJson))]
[JsonText(@"^\d{4}/\d{2} Q[1-4]$", "2024/25 Q1")]
public readonly record struct Quarter(FinancialYear Year, int Number) : IComparable<Quarter>
{
    /// <summary>The first day.</summary>
    public DateOnly From => Year.From.AddMonths(3 * (Number - 1));

    /// <summary>The last day.</summary>
    public DateOnly To => From.AddMonths(3).AddDays(-1);

    /// <summary>The quarter after.</summary>
    public Quarter Next => Number == 4 ? new(Year.Next, 1) : new(Year, Number + 1);

    /// <summary>The quarter that a day falls in.</summary>
    public static Quarter Of(DateOnly day) => new(FinancialYear.Of(day), (day.Month + 8) % 12 / 3 + 1);

    /// <summary>Every quarter that a period touches, in order, each once.</summary>
    public static IEnumerable<Quarter> Covering(DateOnly from, DateOnly to)
    {
        for (var quarter = Of(from); quarter.From <= to; quarter = quarter.Next)
            yield return quarter;
    }

    /// <summary>Reads "2024/25 Q1".</summary>
    /// <returns>The quarter, or null when the text is not one.</returns>
    public static Quarter? Parse(string? text) =>
        text is { Length: 10 } && text[7..9] == " Q" && text[9] is >= '1' and <= '4' && FinancialYear.Parse(text[..7]) is { } year
            ? new(year, text[9] - '0')
            : null;

    /// <summary>"2024-25-q1": as it stands in addresses.</summary>
    public string InAddress => $"{Year.InAddress}-q{Number}";

    /// <summary>Reads a quarter out of an address.</summary>
    /// <returns>The quarter, or null when the text is not one.</returns>
    public static Quarter? FromAddress(string? text) =>
        text is { Length: 10 } && text[7..9] is "-q" or "-Q" && text[4] == '-' ? Parse($"{text[..4]}/{text[5..7]} Q{text[9]}") : null;

    /// <inheritdoc/>
    public int CompareTo(Quarter other) => From.CompareTo(other.From);

    /// <summary>"2024/25 Q1"</summary>
    public override string ToString() => $"{Year} Q{Number}";

    /// <summary>"Q1 2024/25: Apr 2024 - Jun 2024"</summary>
    public string Label => $"Q{Number} {Year}: {Month(From)} - {Month(To)}";

    private static string Month(DateOnly day) => day.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    private sealed class QuarterJson : JsonConverter<Quarter>
    {
        public override Quarter Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            Parse(reader.GetString()) ?? throw new JsonException("A quarter is written like \"2024/25 Q1\".");

        public override void Write(Utf8JsonWriter writer, Quarter value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
