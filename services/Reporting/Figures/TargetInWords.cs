using Platform.Contracts;

namespace Platform.Reporting.Figures;

/// <summary>A target beside what has been achieved of it so far, in the words of the board paper (seed 004).</summary>
internal static class TargetInWords
{
    /// <summary>"up to 130 (was 200)"</summary>
    public static string Target(TargetRow target) =>
        (target.Target == 0 ? "none" : new Output(target.Indicator, target.Target, target.Kind).Describe())
        + (target.Original is { } was ? $" (was {was.ToString("N0", null)})" : "");

    /// <summary>More than "up to" is good news, not an error.</summary>
    public static string Verdict(TargetRow target) =>
        target.Challenged == 0 ? Beside(target) : $"{Beside(target)}; {target.Challenged.ToString("N0", null)} of it challenged";

    private static string Beside(TargetRow target) =>
        (target.Achieved - target.Target) switch
        {
            0 when target.Target == 0 => "No longer promised",
            < 0 when target.OnPaper => ReportedOnPaper.Words,
            > 0 and var more => $"{more.ToString("N0", null)} more than planned",
            0 => "Achieved",
            _ when target.Achieved == 0 => "Nothing reported yet",
            var less => $"{(-less).ToString("N0", null)} to go",
        };

    public static string Colour(TargetRow target) =>
        target.Achieved >= target.Target && target.Achieved > 0 ? "green"
        : target.Achieved == 0 || target.OnPaper ? "grey"
        : "light-blue";
}
