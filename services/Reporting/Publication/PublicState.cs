using Platform.Contracts;

namespace Platform.Reporting.Publication;

/// <summary>What the public reads about a return or an intervention: how far it has got, and nothing that somebody wrote.</summary>
internal static class PublicState
{
    /// <summary>"Came in on 12 February 2025, 8 working days late"</summary>
    public static string Of(ReturnRow line, DateOnly today) =>
        line switch
        {
            { OnPaper: true } => ReportedOnPaper.Words,
            { State: ReturnState.NotRequired } => "Not required",
            { FirstSubmittedAt: { } at } => $"Came in on {London.Plain(London.DateOf(at))}, "
                + (
                    line.WorkingDaysLate switch
                    {
                        > 1 and var days => $"{days} working days late",
                        1 => "1 working day late",
                        _ => "on time",
                    }
                ),
            _ when line.IsOverdueOn(today) => "Overdue",
            _ => "Not due yet",
        };

    public static (string Words, string Colour) Of(DeliveryStatus? status) =>
        status switch
        {
            DeliveryStatus.NotStarted => ("Not started", "grey"),
            DeliveryStatus.OnTrack => ("On track", "light-blue"),
            DeliveryStatus.AtRisk => ("At risk", "yellow"),
            DeliveryStatus.Delayed => ("Delayed", "orange"),
            DeliveryStatus.Complete => ("Complete", "green"),
            _ => ("Nothing reported yet", "grey"),
        };
}
