using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>What was reported on paper is known, but not here: no page, file or paper calls it nothing.</summary>
internal static class ReportedOnPaper
{
    public const string Words = "Reported on paper";

    /// <summary>"£1,200", "£1,200 and more on paper", or "Reported on paper".</summary>
    public static string Of(Money here, long quartersOnPaper) =>
        quartersOnPaper == 0 ? $"{here}"
        : here == Money.Zero ? Words
        : $"{here} and more on paper";

    /// <summary>The same of things that are counted.</summary>
    public static string Of(long here, bool isOnPaper) =>
        !isOnPaper ? here.ToString("N0", null)
        : here == 0 ? Words
        : $"{here.ToString("N0", null)} and more on paper";
}
