using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Platform.Reporting.Tests.Publication;

/// <summary>
/// The rules of the 360Giving Data Standard 1.4 that matter here: what each grant must say, of which type and form, and what a place may
/// say. Written by hand from the standard's documentation; its schema is not copied here.
/// </summary>
internal static partial class Rules360Giving
{
    private static readonly string[] RequiredText = ["id", "title", "description", "currency", "awardDate"];

    // Of the codelist of geographic code types: those that this publisher can name, and how their codes begin.
    private static readonly Dictionary<string, Regex> GeoCodes = new()
    {
        ["LSOA"] = Lsoa(),
        ["NMD"] = District(),
        ["UA"] = Unitary(),
        ["CSP"] = Partnership(),
        ["PFA"] = PoliceArea(),
    };

    /// <summary>Everything that is wrong with a file; empty where nothing is.</summary>
    public static IReadOnlyList<string> Problems(JsonElement file)
    {
        var problems = new List<string>();
        if (Text(file, "version") != "1.4")
            problems.Add("version must be 1.4");
        if (!Uri.TryCreate(Text(file, "license"), UriKind.Absolute, out _))
            problems.Add("license must be an address");
        if (!file.TryGetProperty("publisher", out var publisher) || Text(publisher, "name") is not { Length: > 0 })
            problems.Add("publisher must have a name");
        if (!file.TryGetProperty("grants", out var grants) || grants.ValueKind != JsonValueKind.Array || grants.GetArrayLength() == 0)
            return [.. problems, "grants must be a list with a grant in it"];
        foreach (var grant in grants.EnumerateArray())
            problems.AddRange(OfGrant(grant).Select(p => $"{Text(grant, "id")}: {p}"));
        problems.AddRange(
            grants.EnumerateArray().GroupBy(g => Text(g, "id")).Where(g => g.Count() > 1).Select(g => $"{g.Key} is there twice")
        );
        return problems;
    }

    private static IEnumerable<string> OfGrant(JsonElement grant)
    {
        foreach (var name in RequiredText.Where(n => string.IsNullOrWhiteSpace(Text(grant, n))))
            yield return $"{name} is missing";
        if (!GrantId().IsMatch(Text(grant, "id") ?? ""))
            yield return "id must begin with 360G- and the publisher's prefix";
        if (Text(grant, "currency") is { } currency && !Currency().IsMatch(currency))
            yield return "currency must be three letters";
        if (!grant.TryGetProperty("amountAwarded", out var amount) || amount.ValueKind != JsonValueKind.Number)
            yield return "amountAwarded must be a number";
        if (!IsDate(Text(grant, "awardDate")))
            yield return "awardDate must be a date";
        foreach (var name in new[] { "recipientOrganization", "fundingOrganization" })
            if (!OneOf(grant, name, o => Text(o, "id") is { Length: > 0 } && Text(o, "name") is { Length: > 0 }))
                yield return $"{name} must have an id and a name";
        if (
            grant.TryGetProperty("plannedDates", out _)
            && !OneOf(grant, "plannedDates", d => IsDate(Text(d, "startDate")) && IsDate(Text(d, "endDate")))
        )
            yield return "plannedDates must have dates";
        if (grant.TryGetProperty("grantProgramme", out _) && !OneOf(grant, "grantProgramme", p => Text(p, "title") is { Length: > 0 }))
            yield return "grantProgramme must have a title";
        if (grant.TryGetProperty("fromOpenCall", out _) && Text(grant, "fromOpenCall") is not ("Yes" or "No"))
            yield return "fromOpenCall must be Yes or No";
        if (
            grant.TryGetProperty("dateModified", out _)
            && !DateTimeOffset.TryParse(Text(grant, "dateModified"), CultureInfo.InvariantCulture, out _)
        )
            yield return "dateModified must be an instant";
        if (!grant.TryGetProperty("beneficiaryLocation", out var places))
            yield break;
        foreach (var place in places.EnumerateArray())
            if (
                Text(place, "geoCodeType") is var type
                && Text(place, "geoCode") is var code
                && !(type is null && code is null && Text(place, "name") is { Length: > 0 })
                && !(type is not null && GeoCodes.TryGetValue(type, out var form) && form.IsMatch(code ?? ""))
            )
                yield return $"beneficiaryLocation {place} has a code that is not of its type";
    }

    private static bool OneOf(JsonElement grant, string name, Func<JsonElement, bool> isRight) =>
        grant.TryGetProperty(name, out var list)
        && list.ValueKind == JsonValueKind.Array
        && list.GetArrayLength() > 0
        && list.EnumerateArray().All(isRight);

    private static string? Text(JsonElement thing, string name) =>
        thing.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsDate(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    [GeneratedRegex("^360G-[A-Za-z0-9]+-.+$")]
    private static partial Regex GrantId();

    [GeneratedRegex("^[A-Z]{3}$")]
    private static partial Regex Currency();

    [GeneratedRegex(@"^[EW]01\d{6}$")]
    private static partial Regex Lsoa();

    [GeneratedRegex(@"^E07\d{6}$")]
    private static partial Regex District();

    [GeneratedRegex(@"^E06\d{6}$")]
    private static partial Regex Unitary();

    [GeneratedRegex(@"^E22\d{6}$")]
    private static partial Regex Partnership();

    [GeneratedRegex(@"^E23\d{6}$")]
    private static partial Regex PoliceArea();
}
