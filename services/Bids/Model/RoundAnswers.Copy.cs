using System.Globalization;
using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Bids.Model;

internal sealed partial record RoundAnswers
{
    /// <summary>The same round a year later. The last day of February stays the last day of February, 28th or 29th; questions and criteria are new ones.</summary>
    public RoundAnswers NextYear() => this with
    {
        Published = false,
        Reference = NextReference(),
        Name = NextName(Name),
        OpensOn = YearLater(OpensOn),
        ClosesOn = YearLater(ClosesOn),
        DeliveryFrom = YearLater(DeliveryFrom),
        DeliveryTo = YearLater(DeliveryTo),
        Questions = [.. (Questions ?? []).Select(q => q with { Id = Guid.CreateVersion7() })],
        Criteria = [.. (Criteria ?? []).Select(c => c with { Id = Guid.CreateVersion7() })],
    };

    private static DateOnly YearLater(DateOnly day) =>
        day.AddDays(1) is { Month: 3, Day: 1 } ? new DateOnly(day.Year + 1, 3, 1).AddDays(-1) : day.AddYears(1);

    // CSP2025 becomes CSP2026, SS5 becomes SS6; what ends in no number gets the year of its deadline.
    private string NextReference()
    {
        var number = TrailingNumber().Match(Reference);
        var next = number.Success ? (int.Parse(number.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture) : YearLater(ClosesOn).Year.ToString(CultureInfo.InvariantCulture);
        var rest = number.Success ? Reference[..number.Index] : Reference;
        return rest[..Math.Min(rest.Length, 10 - next.Length)] + next;
    }

    private static string NextName(string name) => YearInName().Replace(name, found =>
        FinancialYear.Parse(found.Value) is { } year ? year.Next.ToString() : (int.Parse(found.Value[..4], CultureInfo.InvariantCulture) + 1) + found.Value[4..]);

    [GeneratedRegex(@"[0-9]{1,6}\z")]
    private static partial Regex TrailingNumber();

    [GeneratedRegex(@"\b20[0-9]{2}(/[0-9]{2})?\b")]
    private static partial Regex YearInName();
}
