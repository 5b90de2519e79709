using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>Returns in words, for pages.</summary>
internal static class ReturnWords
{
    /// <summary>Whether the underspend that was entered is not what the figures leave, where both are known.</summary>
    public static bool UnderspendDiffers(ReturnOverall overall, Money? left) =>
        overall.Underspend is { } entered && left is { } figures && entered != figures;

    public static string Of(DeliveryStatus? status) =>
        status switch
        {
            DeliveryStatus.NotStarted => "Not started",
            DeliveryStatus.OnTrack => "On track",
            DeliveryStatus.AtRisk => "At risk",
            DeliveryStatus.Delayed => "Delayed",
            DeliveryStatus.Complete => "Complete",
            _ => "Not said",
        };

    public static string Of(ReturnState state) =>
        state switch
        {
            ReturnState.Scheduled => "Not open yet",
            ReturnState.Open => "Not started",
            ReturnState.InProgress => "In progress",
            ReturnState.ReadyToCertify => "Ready to certify",
            ReturnState.Submitted => "Submitted",
            ReturnState.SentBack => "Sent back",
            ReturnState.Accepted => "Accepted",
            _ => "Not required",
        };

    /// <summary>The same of one return: a quarter that was reported on paper is not called unneeded.</summary>
    public static string State(Return owed) => owed.OnPaper ? "Reported on paper" : Of(owed.State);

    /// <summary>The colour of a state's tag; null for the state that is plain text, without a tag.</summary>
    public static string? Colour(ReturnState state) =>
        state switch
        {
            ReturnState.Scheduled or ReturnState.Open => "grey",
            ReturnState.InProgress => "light-blue",
            ReturnState.ReadyToCertify => "purple",
            ReturnState.SentBack => "yellow",
            _ => null,
        };

    /// <summary>"3 working days overdue"; "overdue" on the weekend after the due date.</summary>
    public static string Overdue(Return owed, DateOnly today) =>
        WorkingDays.Between(owed.DueOn, today) is > 0 and var days ? $"{WorkingDays.Words(days)} overdue" : "overdue";

    /// <summary>How late a return is to be back, or was.</summary>
    public static string Rework(Return owed, DateOnly today) => LateRework.Words(owed.BackBy, owed.ReworkDaysLate, today);

    /// <summary>"on time" or "1 working day late".</summary>
    public static string Lateness(int workingDaysLate) => workingDaysLate == 0 ? "on time" : $"{WorkingDays.Words(workingDaysLate)} late";

    /// <summary>
    /// "60 this quarter, 149 in all, of up to 130. That is 19 more than planned". More than planned is news, not an error.
    /// </summary>
    public static string Progress(Output output, int thisQuarter, long inAll)
    {
        if (!output.Cumulative)
            return $"{thisQuarter:N0} this quarter, of {output.Describe()} each quarter{More(thisQuarter - output.Target)}";
        return $"{thisQuarter:N0} this quarter, {inAll:N0} in all, of {output.Describe()}{More(inAll - output.Target)}";
    }

    /// <summary>"Homes target hardened", "Sessions (hours)"</summary>
    public static string Name(Output output) =>
        char.ToUpperInvariant(output.Indicator[0]) + output.Indicator[1..] + (output.Unit.Length > 0 ? $" ({output.Unit})" : "");

    /// <summary>"2 × CCTV camera, WCCTV 4GIR, at the High Street"</summary>
    public static string Of(BoughtAsset asset) =>
        string.Join(
            ", ",
            new[] { $"{asset.Quantity:N0} × {asset.Kind}", asset.Model, asset.Description, asset.Place }.Where(t => t.Length > 0)
        );

    /// <summary>"£1,200 to date of £90,000 granted, £2,000 forecast. £3,200 by the end of the year, £86,800 below the grant"</summary>
    public static string Of(YearSpend spend) =>
        $"{spend.ToDate} to date of {spend.Granted} granted, {spend.Later} forecast. {spend.Outturn} by the end of the year, "
        + $"{Variance(spend.Variance)}";

    /// <summary>"£500 above the grant"</summary>
    public static string Variance(Money variance) =>
        variance == Money.Zero ? "as granted"
        : variance > Money.Zero ? $"{variance} above the grant"
        : $"{Money.Zero - variance} below the grant";

    /// <summary>A correction with both figures: what was reported, and what is right.</summary>
    public static string Of(Adjustment adjustment) =>
        $"{Figure(adjustment.Kind, adjustment.Indicator)} of {adjustment.Quarter.Label}: {Amount(adjustment.Kind, adjustment.Was)} was "
        + $"reported, {Amount(adjustment.Kind, adjustment.Now)} is right.\n{adjustment.Reason}";

    /// <summary>"Capital spend" or an output.</summary>
    public static string Figure(SpendKind? kind, string indicator) => kind is null ? indicator : $"{kind} spend";

    /// <summary>Pence as money; an output's number as it is.</summary>
    public static string Amount(SpendKind? kind, long figure) => kind is null ? $"{figure:N0}" : new Money(figure).ToString();

    public static string Of(MatchKind kind) => kind == MatchKind.Cash ? "cash" : "in kind";

    public static string Of(Rating? rating) =>
        rating switch
        {
            Rating.Green => "Green: as planned",
            Rating.Amber => "Amber: in danger, and in hand",
            Rating.Red => "Red: will not be delivered without help",
            _ => "",
        };

    private static string More(long than) => than > 0 ? $". That is {than:N0} more than planned" : "";
}
