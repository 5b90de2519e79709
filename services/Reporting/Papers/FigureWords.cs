using Platform.Contracts;

namespace Platform.Reporting.Papers;

/// <summary>Rounds, overdue returns and money, in the words of seed 004's paragraphs 5, 7 and 9.</summary>
internal static class FigureWords
{
    /// <summary>Paragraph 7: "All bids need to be in by ..."; for a round that has not opened yet, paragraph 5.</summary>
    public static string Of(PaperRound round, PaperFigures figures)
    {
        var cap = round.CapPerBid is { } most ? $" Each bid can ask for up to {most}." : "";
        if (round.OpensAt > figures.At)
            return $"We are opening {round.Name}, which will be available from {London.Plain(London.DateOf(round.OpensAt))}. Bids need "
                + $"to be in by {London.Deadline(round.ClosesAt)}.{cap}";
        var year = FinancialYear.Of(figures.Day);
        // Bids help to plan the year in which their money is spent.
        var why =
            FinancialYear.Of(round.DeliveryFrom) == year.Next
                ? $" to allow us to begin calculating any potential underspends for the {year} financial year and plan the {year.Next} "
                    + "budget accordingly"
                : "";
        var who =
            round.Submitted == 0
                ? "No bid has been submitted so far."
                : $"{round.Submitted:N0} {(round.Submitted == 1 ? "bid has" : "bids have")} been submitted so far, by "
                    + $"{WordList.Of([.. round.Bidders.Select(b => b.Name)])}.";
        return $"All {round.Name} bids need to be in by {London.Deadline(round.ClosesAt)}{why}. Partnerships are asked to ensure that "
            + $"all bids are submitted before this deadline.{cap} {who}";
    }

    /// <summary>Paragraph 9, with names.</summary>
    public static (string Text, IReadOnlyList<string> Items) Overdue(PaperFigures figures)
    {
        var late = figures.SentBack.Where(s => s.IsLate).ToList();
        var rework =
            late.Count == 0
                ? ""
                : $" {late.Count:N0} {(late.Count == 1 ? "return was" : "returns were")} sent back to be changed, and "
                    + $"{(late.Count == 1 ? "is" : "are")} not back: what is reported from "
                    + $"{(late.Count == 1 ? "it" : "them")} is challenged.";
        if (figures.Overdue.Count == 0)
            return ($"Every quarterly return that was due has come in.{rework}", [.. late.Select(Item)]);
        var who = WordList.Of([.. figures.Overdue.Select(o => o.Partnership.Name).Distinct()]);
        return (
            $"{who} {(figures.Overdue.Select(o => o.Partnership).Distinct().Count() == 1 ? "has" : "have")} not returned quarterly "
                + "returns which outline progress updates. "
                + "This is proving difficult for us to subsequently report on works we are funding and their outputs and outcomes. "
                + $"It is asked that this issue be addressed by the partnerships that are named. {figures.Overdue.Count:N0} "
                + $"{(figures.Overdue.Count == 1 ? "return is" : "returns are")} overdue{(late.Count > 0 ? $".{rework}" : ":")}",
            [.. figures.Overdue.Select(Item), .. late.Select(Item)]
        );
    }

    public static string Why(PaperOverdue owed) =>
        (owed.NamedToBoard, owed.PaymentHeld) switch
        {
            (true, true) => "Last reminder unanswered; payment held",
            (true, false) => "Last reminder unanswered",
            (false, true) => "Overdue; payment held",
            _ => "Overdue",
        };

    /// <summary>An estimate of a programme's year.</summary>
    public static (string Text, IReadOnlyList<string> Items) Money(PaperFigures figures)
    {
        var (allocated, spent) = (figures.Money.Sum(m => m.Allocated), figures.Money.Sum(m => m.Spent));
        return (
            $"Of the {allocated} granted for {figures.Money[0].Year}, {Spent(spent, figures.Money.Sum(m => m.PaperQuarters))}. "
                + Across(figures)
                + $"The year is estimated to {End(figures.Money.Sum(m => m.Underspend), figures.Money.Sum(m => m.Overspend))}:",
            [
                .. figures.Money.Select(m =>
                    $"{m.Programme}: {Spent(m)} spent of {m.Allocated}{(m.Original == m.Allocated ? "" : $" ({m.Original} at first)")}. "
                    + $"It is estimated to {End(m.Underspend, m.Overspend)}"
                    + (
                        m.Assumed == Contracts.Money.Zero
                            ? ""
                            : $", taking {m.Assumed} as spent in quarters of which nothing has been reported"
                    )
                    + "."
                    + (m.Challenged == Contracts.Money.Zero ? "" : $" {m.Challenged} of what was spent is challenged.")
                ),
            ]
        );
    }

    private static string Spent(PaperMoney money) =>
        money.PaperQuarters > 0 && money.Spent == Contracts.Money.Zero
            ? "reported on paper what was"
            : ReportedOnPaper.Of(money.Spent, money.PaperQuarters);

    private static string Spent(Money spent, int onPaper) =>
        onPaper == 0 ? $"{spent} has been spent by the returns that have come in"
        : spent == Contracts.Money.Zero ? "what has been spent was reported on paper"
        : $"{spent} has been spent by the returns that have come in, and more was reported on paper";

    // HM Treasury's annuality: the board reads of it wherever the money is told.
    private static string Across(PaperFigures figures)
    {
        var across = figures.Money.Where(m => m.Across > Contracts.Money.Zero).ToList();
        return across.Count == 0
            ? ""
            : $"{Annuality.Fact(across.Sum(m => m.Across), figures.Money[0].Year)}: "
                + $"{WordList.Of([.. across.Select(m => $"{m.Across} of {m.Programme}")])}. ";
    }

    private static string Item(PaperOverdue owed) =>
        $"{owed.Partnership}: {PaperText.Of(owed.Quarter)} for {owed.Programme}, due on {London.Plain(owed.DueOn)}, "
        + $"{owed.WorkingDays:N0} working {PaperText.Plural(owed.WorkingDays, "day")} overdue. {Why(owed)}.";

    private static string Item(PaperSentBack back) =>
        $"{back.Partnership}: {PaperText.Of(back.Quarter)} for {back.Programme}, to be back by {London.Plain(back.BackBy)}, "
        + $"sent back, {back.WorkingDays:N0} working {PaperText.Plural(back.WorkingDays, "day")} late. {Why(back)}.";

    /// <summary>Why a return that was sent back is named.</summary>
    public static string Why(PaperSentBack back) =>
        (back.NamedToBoard, back.PaymentHeld) switch
        {
            (true, true) => "Sent back; last reminder unanswered; payment held",
            (true, false) => "Sent back; last reminder unanswered",
            (false, true) => "Sent back; payment held",
            _ => "Sent back",
        };

    private static string End(Money under, Money over) =>
        (under > Contracts.Money.Zero, over > Contracts.Money.Zero) switch
        {
            (false, false) => "be spent in full",
            (true, false) => $"end with {under} underspent",
            (false, true) => $"end with {over} overspent",
            _ => $"end with {under} underspent by some grants and {over} overspent by others",
        };
}
