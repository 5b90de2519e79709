using System.Globalization;

namespace Platform.Contracts;

/// <summary>
/// A share in percent as people read it: rounded, halves up. What has not reached the percentage that is expected never reads as if it
/// had: it has a decimal then, as in 49.6% of an expected 50%. Nothing is decided by it: whoever compares, compares amounts.
/// </summary>
/// <param name="Value">In percent: 49.6.</param>
public readonly record struct Percentage(decimal Value)
{
    /// <summary>A share of a whole, which is not nothing. It is 100% only if it is all of it.</summary>
    public static Percentage Of(decimal part, decimal whole) => Of(part, whole, 100);

    /// <summary>The same where so many percent are expected.</summary>
    public static Percentage Of(decimal part, decimal whole, int expected, int decimals = 0) =>
        Pair(part, whole * expected / 100, whole, decimals).Share;

    /// <summary>A share beside the one that is expected, given as amounts: they read as the same only if it is reached.</summary>
    public static (Percentage Share, Percentage Expected) Pair(decimal part, decimal expected, decimal whole, int decimals = 0)
    {
        var (share, least) = (Round(part, whole, decimals), Round(expected, whole, decimals));
        if (part >= expected || share < least)
            return (new(share), new(least));
        var finer = Math.Max(1, decimals);
        least = Round(expected, whole, finer);
        return (new(Math.Min(Round(part, whole, finer), least - new decimal(1, 0, 0, false, (byte)finer))), new(least));
    }

    /// <summary>"49.6%"</summary>
    public override string ToString() => Value.ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static decimal Round(decimal part, decimal whole, int decimals) =>
        Math.Round(part * 100 / whole, decimals, MidpointRounding.AwayFromZero);
}
