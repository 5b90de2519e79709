using Platform.Contracts;

namespace Platform.Returns.Returns;

/// <summary>Chasing in words, for the office's pages.</summary>
internal static class OfficeWords
{
    /// <summary>"lead and chair"</summary>
    public static string Of(IEnumerable<string> roles) => WordList.Of(roles.Select(Role));

    /// <summary>"editors"</summary>
    public static string Role(string role) =>
        role switch
        {
            Roles.PartnerEditor => "editors",
            Roles.PartnerLead => "lead",
            Roles.PartnerChair => "chair",
            _ => role,
        };

    /// <summary>"5 working days before the due date", "On the day to be back by"</summary>
    public static string Day(Rung rung, bool isSentBack = false)
    {
        var day = isSentBack ? "the day to be back by" : "the due date";
        return rung.WorkingDays switch
        {
            0 => $"On {day}",
            var days => $"{WorkingDays.Words(Math.Abs(days))} {(days < 0 ? "before" : "after")} {day}",
        };
    }

    public static string Of(Rung rung, bool isSentBack = false) =>
        rung.Escalates ? $"{Day(rung, isSentBack)}. Payment is held, and the board paper names the return" : Day(rung, isSentBack);

    public static string Of(DueRule rule) =>
        rule.Kind switch
        {
            DueRuleKind.LastDayOfMonthAfter => "The last day of the month after the quarter",
            DueRuleKind.SecondFridayOfMonthAfter => "The second Friday after the quarter",
            _ => $"{WorkingDays.Words(rule.WorkingDays)} after the quarter",
        };

    public static string Chasing(Return owed) =>
        owed.Chasing.State switch
        {
            ChasingState.Stopped => "Stopped",
            ChasingState.Paused => owed.Chasing.PausedUntil is { } until
                ? $"Paused until {London.WithWeekday(until)}"
                : "Paused until somebody lets it go on",
            _ => "On, by the programme’s ladder",
        };

    /// <summary>
    /// How late it was, or is: "on time", "2 working days late", "3 working days overdue"; empty until it is either. Late rework is said
    /// apart: "on time; sent back, 12 working days late".
    /// </summary>
    public static string Lateness(Return owed, DateOnly today) =>
        string.Join(
            "; ",
            new[]
            {
                owed.WorkingDaysLate is { } late ? ReturnWords.Lateness(late)
                : owed.IsOverdue(today) ? ReturnWords.Overdue(owed, today)
                : "",
                ReturnWords.Rework(owed, today),
            }.Where(w => w.Length > 0)
        );
}
