using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Platform.Contracts;

/// <summary>An amount of pounds sterling in whole pence. In JSON a decimal string: <c>"18029.50"</c>.</summary>
/// <param name="Pence">The amount in pence; below zero for a reduction.</param>
[JsonConverter(typeof(MoneyJson))]
[JsonText(@"^-?\d+\.\d{2}$", "18029.50")]
public readonly partial record struct Money(long Pence) : IComparable<Money>
{
    /// <summary>No money at all.</summary>
    public static readonly Money Zero = new(0);

    /// <summary>The largest amount that a form takes: £999,999,999.99.</summary>
    public static readonly Money Largest = new(99_999_999_999);

    /// <summary>The amount in pounds, exact to the penny.</summary>
    public decimal Pounds => Pence / 100m;

    /// <summary>An amount of pounds.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pounds"/> has a fraction of a penny.</exception>
    public static Money FromPounds(decimal pounds) =>
        pounds * 100 == decimal.Truncate(pounds * 100)
            ? new((long)(pounds * 100))
            : throw new ArgumentOutOfRangeException(nameof(pounds), pounds, "A fraction of a penny is not money.");

    /// <summary>
    /// Reads an amount as people type it: a pound sign, and commas or spaces before three digits. A comma anywhere else is asked about: it
    /// may mean pence.
    /// </summary>
    /// <returns>The amount, or null with the <paramref name="problem"/> worded to follow a field's name, as in "must be £0 or
    /// more".</returns>
    public static Money? Parse(string? typed, out string? problem)
    {
        var text = PoundSign().Replace(TypedNumber.Line(typed), "$1", 1);
        var point = text.LastIndexOf('.');
        problem =
            TypedNumber.IsDash(text) ? "must be a number: enter 0 if there is none"
            : TypedNumber.Plain(text) is not { } plain
                ? TypedNumber.IsMisgrouped(text) ? TypedNumber.CommaProblem
                    : "must be an amount of money, like 1,500 or 1,500.50"
            : point >= 0 && text.Length - point > 3 ? "must be in pounds and pence, with no more than 2 decimal places"
            : plain.Trim('-', '+', '0', '.').Length == 0 ? null
            : plain[0] == '-' ? "must be £0 or more"
            : plain.Length > 20 || decimal.Parse(plain, CultureInfo.InvariantCulture) > Largest.Pounds ? $"must be {Largest} or less"
            : null;
        return problem is null ? FromPounds(decimal.Parse(TypedNumber.Plain(text)!, CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>
    /// The least amount that is so many percent of this: part of a penny counts as one, so that 49.6% is not taken for 50%.
    /// </summary>
    public Money AtLeast(int percent) => new((long)decimal.Ceiling(Pence * (decimal)percent / 100));

    /// <summary>The sum.</summary>
    public static Money operator +(Money a, Money b) => new(checked(a.Pence + b.Pence));

    /// <summary>The difference, which may be below zero.</summary>
    public static Money operator -(Money a, Money b) => new(checked(a.Pence - b.Pence));

    /// <summary>Whether the first amount is smaller.</summary>
    public static bool operator <(Money a, Money b) => a.Pence < b.Pence;

    /// <summary>Whether the first amount is larger.</summary>
    public static bool operator >(Money a, Money b) => a.Pence > b.Pence;

    /// <summary>Whether the first amount is smaller or the same.</summary>
    public static bool operator <=(Money a, Money b) => a.Pence <= b.Pence;

    /// <summary>Whether the first amount is larger or the same.</summary>
    public static bool operator >=(Money a, Money b) => a.Pence >= b.Pence;

    /// <inheritdoc/>
    public int CompareTo(Money other) => Pence.CompareTo(other.Pence);

    /// <summary>As people read it: "£16,875" for whole pounds, "£18,029.50" otherwise.</summary>
    public override string ToString() =>
        (Pence < 0 ? "-" : "") + Math.Abs(Pounds).ToString(Pence % 100 == 0 ? "£#,##0" : "£#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>The same without the pound sign, which stands beside a field: "18,029.50".</summary>
    public string WithoutSign => ToString().Replace("£", "");

    // Once, before or behind the number.
    [GeneratedRegex(@"^([-−]? ?)£ ?|(?<=[0-9]) ?£\z")]
    private static partial Regex PoundSign();

    private sealed class MoneyJson : JsonConverter<Money>
    {
        public override Money Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
            if (
                !decimal.TryParse(
                    text,
                    NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var pounds
                )
                || Math.Abs(pounds) > Largest.Pounds
                || pounds * 100 != decimal.Truncate(pounds * 100)
            )
                throw new JsonException("Money is a decimal string in pounds and pence, like \"18029.50\".");
            return FromPounds(pounds);
        }

        public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Pounds.ToString("0.00", CultureInfo.InvariantCulture));
    }
}

/// <summary>Sums of money.</summary>
public static class MoneySums
{
    /// <summary>The sum of an amount taken from each thing; £0 of none.</summary>
    public static Money Sum<T>(this IEnumerable<T> things, Func<T, Money> amount) =>
        things.Aggregate(Money.Zero, (sum, thing) => sum + amount(thing));
}
