using Platform.Contracts;
using Platform.Returns.Model;

namespace Platform.Returns.Pages;

/// <summary>How the pages say things.</summary>
internal static class ReturnWords
{
    public static string Of(DeliveryStatus? status) => status switch
    {
        DeliveryStatus.NotStarted => "Not started",
        DeliveryStatus.OnTrack => "On track",
        DeliveryStatus.AtRisk => "At risk",
        DeliveryStatus.Delayed => "Delayed",
        DeliveryStatus.Complete => "Complete",
        _ => "Not said",
    };

    public static string Of(ReturnState state) => state switch
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

    /// <summary>Null for the state that is no tag, but plain text.</summary>
    public static string? Colour(ReturnState state) => state switch
    {
        ReturnState.Scheduled or ReturnState.Open => "grey",
        ReturnState.InProgress => "light-blue",
        ReturnState.ReadyToCertify => "purple",
        ReturnState.SentBack => "yellow",
        _ => null,
    };

    /// <summary>"3 working days overdue"; "overdue" on the weekend after the due date.</summary>
    public static string Overdue(Return owed, DateOnly today) => WorkingDays.Between(owed.DueOn, today) is > 0 and var days ? $"{Days(days)} overdue" : "overdue";

    /// <summary>"on time" or "1 working day late".</summary>
    public static string Lateness(int workingDaysLate) => workingDaysLate == 0 ? "on time" : $"{Days(workingDaysLate)} late";

    /// <summary>"60 this quarter, 149 in all, of up to 130. That is 19 more than planned": more than planned is news, not an error.</summary>
    public static string Progress(Output output, int thisQuarter, int before)
    {
        var total = (long)thisQuarter + before;
        var said = $"{thisQuarter:N0} this quarter, {total:N0} in all, of {output.Describe()}";
        return total > output.Target ? $"{said}. That is {total - output.Target:N0} more than planned" : said;
    }

    private static string Days(int count) => count == 1 ? "1 working day" : $"{count} working days";
}
