using Platform.Contracts;

namespace Platform.Reporting.Papers;

/// <summary>How a grant is going, in the words of seed 004's paragraphs 2 and 3.</summary>
internal static class DeliveryWords
{
    public static (string Text, IReadOnlyList<string> Items) Of(PaperGrant grant, PaperFigures figures)
    {
        var current = grant.Interventions.Where(i => !i.IsGone).ToList();
        var remaining = current.Where(i => !i.IsComplete).ToList();
        var done = current.Count - remaining.Count;
        // Two grants of one programme in one place are told apart by their titles.
        var (programme, title) = (
            grant.Programme,
            figures.Grants.Count(g => g.Programme == grant.Programme && g.Partnership == grant.Partnership) > 1 ? $" ({grant.Title})" : ""
        );
        var text =
            grant.LastQuarter is null && grant.OnPaper ? $"{programme} in {grant.Partnership}{title} was reported on paper."
            : grant.LastQuarter is null ? $"Nothing has been reported of {programme} in {grant.Partnership}{title} yet."
            : remaining.Count == 0 ? $"{programme} in {grant.Partnership}{title} is complete with all elements delivered."
            : done * 2 > current.Count
                ? $"The majority of {programme} has been delivered in {grant.Partnership}{title}, with now only "
                    + $"{WordList.Of([.. remaining.Select(i => i.Name)])} remaining. {Complete(done, current.Count)}."
            : done > 0
                ? $"{programme} in {grant.Partnership}{title} is partly delivered. {Complete(done, current.Count)}; "
                    + $"{WordList.Of([.. remaining.Select(i => i.Name)])} {(remaining.Count == 1 ? "remains" : "remain")}."
            : $"{programme} in {grant.Partnership}{title} is being delivered; no element is complete yet.";
        text += grant.To < figures.Day ? $" Delivery ended on {London.Plain(grant.To)}." : $" Delivery ends on {London.Plain(grant.To)}.";
        if (figures.OverdueOf(grant) is { Count: > 0 } missing)
            text +=
                $" The {PaperText.Plural(missing.Count, "return")} for "
                + $"{WordList.Of([.. missing.Select(m => PaperText.Of(m.Quarter))])} {(missing.Count == 1 ? "has" : "have")} not come in"
                + (grant.LastQuarter is { } last ? $": this is as at the end of {PaperText.Of(last)}." : ".");
        var items = grant
            .Interventions.Where(i => !i.IsGone || i.Targets.Any(t => t.Achieved > 0))
            .Select(i => Item(i, grant.OnPaper, figures.Day))
            .ToList();
        return (items.Count > 0 ? text + " An overview is as follows:" : text, items);
    }

    /// <summary>"Target hardening: up to 130 homes target hardened. Completed (achieved 149, 19 above target)"</summary>
    private static string Item(PaperIntervention intervention, bool onPaper, DateOnly day)
    {
        var targets = intervention.Targets.Where(t => t.Target > 0).ToList();
        var promised =
            targets.Count == 0
                ? ""
                : ": " + WordList.Of([.. targets.Select(t => $"{Promise(t)} {t.Indicator}{(t.Was is { } was ? $" (was {was:N0})" : "")}")]);
        return $"{intervention.Name}{promised}. "
            + (intervention.IsGone ? $"No longer paid for{Achieved(intervention.Targets)}" : HowItGoes(intervention, targets, onPaper, day))
            + Challenged(intervention);
    }

    // What was sent back counts until it is back, and says so.
    private static string Challenged(PaperIntervention intervention)
    {
        var figures = WordList.Of([.. intervention.Targets.Where(t => t.Challenged != 0).Select(t => $"{t.Challenged:N0} {t.Indicator}")]);
        return figures.Length > 0 ? $" Challenged: the office has sent back {figures}, and waits for the partnership’s answer."
            : intervention.IsChallenged ? " Challenged: the office has sent this back, and waits for the partnership’s answer."
            : "";
    }

    private static string HowItGoes(PaperIntervention intervention, List<PaperTarget> targets, bool onPaper, DateOnly day)
    {
        if (intervention.Status is not { } status)
            return onPaper ? $"{ReportedOnPaper.Words}." : "Nothing reported yet.";
        if (status == DeliveryStatus.Complete)
            return $"Completed{Achieved([.. targets.Where(t => t.Achieved != t.Target)])}.";
        var so =
            targets.Count == 0
                ? (intervention.To >= day ? $", until {London.Plain(intervention.To)}" : "")
                : ": " + WordList.Of([.. targets.Select(t => SoFar(t, targets.Count > 1))]);
        // The partnership's own words say what is still to come.
        var said =
            intervention.Narrative.Length == 0
                ? ""
                : $" {PaperText.Of(intervention.Said!.Value, capital: true)}: “{intervention.Narrative.Trim()}”";
        return $"{Word(status)}{so}.{said}";
    }

    private static string SoFar(PaperTarget target, bool named)
    {
        var what = named ? " " + target.Indicator : "";
        return target.Achieved == 0
            ? $"no{(named ? what : "ne")} so far"
            : $"{target.Achieved:N0}{what} so far, "
                + (
                    target.Achieved > target.Target ? $"{target.Achieved - target.Target:N0} above target"
                    : target.Achieved == target.Target ? "as planned"
                    : $"{target.Target - target.Achieved:N0} to go"
                );
    }

    private static string Achieved(IReadOnlyList<PaperTarget> targets) =>
        targets.Count == 0
            ? ""
            : " ("
                + WordList.Of([
                    .. targets.Select(t => $"achieved {t.Achieved:N0}{(targets.Count > 1 ? " " + t.Indicator : "")}{Beside(t)}"),
                ])
                + ")";

    private static string Beside(PaperTarget target) =>
        target.Target == 0
            ? ""
            : (target.Achieved - target.Target) switch
            {
                0 => "",
                > 0 and var more => $", {more:N0} above target",
                var less => $", {-less:N0} short of it",
            };

    private static string Promise(PaperTarget target) => new Output(target.Indicator, target.Target, target.Kind).Describe();

    private static string Complete(int done, int all) => $"{done} of {all} interventions {(done == 1 ? "is" : "are")} complete";

    private static string Word(DeliveryStatus status) =>
        status switch
        {
            DeliveryStatus.NotStarted => "Not started",
            DeliveryStatus.OnTrack => "Under way",
            DeliveryStatus.AtRisk => "At risk",
            DeliveryStatus.Delayed => "Delayed",
            _ => "Completed",
        };
}
