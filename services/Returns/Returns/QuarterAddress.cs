using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>A quarter in an address: "2024-25-q2".</summary>
internal static class QuarterAddress
{
    public static string Of(Quarter quarter) => quarter.InAddress;

    /// <returns>Null where the text is not a quarter.</returns>
    public static Quarter? Read(string text) => Quarter.FromAddress(text);

    public static string Of(Return owed) => $"/returns/{owed.GrantReference}/{Of(owed.Quarter)}";
}
