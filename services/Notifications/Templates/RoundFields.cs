using Platform.Contracts;

namespace Platform.Notifications.Templates;

/// <summary>Fields of a letter about a round.</summary>
internal record RoundFields(Office Office, string To, RoundDetails Details) : LetterFields(Office, To, $"/rounds/{Details.Reference}")
{
    public string Round => Details.Name;
    public string Deadline => London.Deadline(Details.ClosesAt);
    public string ClosesDay => London.WithWeekday(LastDay(Details.ClosesAt));
}

/// <summary>Fields of the letter about a new round.</summary>
internal sealed record RoundOpenedFields(Office Office, string To, RoundDetails Details, DateTimeOffset At)
    : RoundFields(Office, To, Details)
{
    public string Opens => Details.OpensAt > At ? $"You can begin a bid at {London.Moment(Details.OpensAt)}" : "You can begin a bid now";
    public string Bidders =>
        Details.Invited.Count == 0
            ? "Every Community Safety Partnership may bid"
            : $"These partnerships may bid: {string.Join(", ", Details.Invited)}";
}

/// <summary>Fields of a reminder of a round's deadline.</summary>
internal sealed record RoundReminderFields(Office Office, string To, RoundDetails Details, Standing Standing, DateTimeOffset At)
    : RoundFields(Office, To, Details)
{
    // Counted by the calendar, because a late reminder must not say what was true yesterday.
    private int Days => LastDay(Standing.ClosesAt).DayNumber - London.DateOf(At).DayNumber;

    public string Left => Days > 0 ? $"{WordList.Count(Days, "day")} left" : "Last day";
    public string Partnership => Standing.Partnership.Name;
    public string OwnDay => London.WithWeekday(LastDay(Standing.ClosesAt));
    public string OwnDeadline =>
        London.Deadline(Standing.ClosesAt) + (Standing.ClosesAt > Details.ClosesAt ? ", the later deadline that you were given" : "");
    public string Begun =>
        Standing.Drafts switch
        {
            0 => $"{Partnership} has not begun a bid",
            1 => $"{Partnership} has 1 draft, which is not submitted",
            _ => $"{Partnership} has {Standing.Drafts} drafts, which are not submitted",
        };
}

/// <summary>Fields of the letter to the officers about how a round ended.</summary>
internal sealed record RoundClosedFields(
    Office Office,
    string To,
    RoundDetails Details,
    IReadOnlyList<Standing> Standings,
    DateTimeOffset At
) : RoundFields(Office, To, Details)
{
    // A partnership with more time has not missed anything yet.
    private bool HasTime(Standing standing) => standing.ClosesAt > At;

    public string Bids => WordList.Count(Standings.Sum(s => s.Submitted), "bid");
    public IReadOnlyList<string> Received =>
        OrNobody(Standings.Where(s => s.Submitted > 0).Select(s => $"{s.Partnership}: {WordList.Count(s.Submitted, "bid")}"));
    public IReadOnlyList<string> Lapsed =>
        OrNobody(Standings.Where(s => s.Drafts > 0 && !HasTime(s)).Select(s => $"{s.Partnership}: {WordList.Count(s.Drafts, "draft")}"));
    public IReadOnlyList<string> Absent =>
        OrNobody(Standings.Where(s => s is { Submitted: 0, Drafts: 0 } && !HasTime(s)).Select(s => s.Partnership.Name));
    public IReadOnlyList<string> Extended =>
        OrNobody(Standings.Where(HasTime).Select(s => $"{s.Partnership}: until {London.Deadline(s.ClosesAt)}"));

    private static IReadOnlyList<string> OrNobody(IEnumerable<string> lines) =>
        [.. lines.Order(StringComparer.Ordinal).DefaultIfEmpty("nobody")];
}

/// <summary>Fields of the letter about a moved deadline.</summary>
internal sealed record DeadlineMovedFields(Office Office, string To, RoundDetails Details, DateTimeOffset Was, string Reason)
    : RoundFields(Office, To, Details)
{
    public string Direction => Details.ClosesAt > Was ? "Later deadline" : "Earlier deadline";
    public string OldDeadline => London.Deadline(Was);
}

/// <summary>
/// Fields of a letter about more time for one partnership. The office's link leads to the round, the partnership's to where it asked.
/// </summary>
internal sealed record ExtensionFields(Office Office, string To, ExtensionDetails Extension, string Path) : LetterFields(Office, To, Path)
{
    public string Partnership => Extension.Partnership.Name;
    public string Round => Extension.RoundName;
    public string Reason => Extension.Reason;
    public string Until => Extension.Until is { } until ? London.Deadline(until) : "";
    public string UntilDay => Extension.Until is { } until ? London.WithWeekday(LastDay(until)) : "";
    public string Answer => Extension.Answer is { Length: > 0 } answer ? answer : "nothing was added";
}
