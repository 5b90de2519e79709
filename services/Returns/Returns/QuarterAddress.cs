using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>A quarter in an address: "2024-25-q2".</summary>
internal static class QuarterAddress
{
    public static string Of(Quarter quarter) => $"{quarter.Year.ToString().Replace('/', '-')}-q{quarter.Number}";

    /// <returns>Null when the text is not one.</returns>
    public static Quarter? Read(string text) =>
        text.Length == 10 && text[7..9] is "-q" or "-Q" && text[4] == '-' ? Quarter.Parse($"{text[..4]}/{text[5..7]} Q{text[9]}") : null;

    public static string Of(Return owed) => $"/returns/{owed.GrantReference}/{Of(owed.Quarter)}";
}
