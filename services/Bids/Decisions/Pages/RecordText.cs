using Platform.Contracts;

namespace Platform.Bids.Decisions.Pages;

/// <summary>The wording of a record, after seed 001.</summary>
internal static class RecordText
{
    /// <summary>The view of what the public reads of a record, as the monitoring officer determined.</summary>
    public static string PublicPart(DecisionDetails record) =>
        (record.PublishRecord, record.PublishDecision) switch
        {
            (true, true) => "_Record",
            (_, true) => "_DecisionAlone",
            _ => "_Withheld",
        };

    public static string Of(Decision? decision) =>
        decision switch
        {
            Decision.Supported => "Supported",
            Decision.NotSupported => "Not supported",
            Decision.Deferred => "Deferred",
            _ => "Not yet decided",
        };

    public static string Of(bool? answer) =>
        answer switch
        {
            true => "Yes",
            false => "No",
            _ => "Not yet determined",
        };

    /// <summary>"24/4/2024", as the office writes it.</summary>
    public static string Of(DateOnly? date) => date?.ToString("d/M/yyyy", System.Globalization.CultureInfo.InvariantCulture) ?? "";

    public static IReadOnlyList<string> Paragraphs(string text) =>
        text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static IReadOnlyList<FinancialYear> Years(DecidedBid bid)
    {
        var years = bid.Interventions.SelectMany(i => i.Awards.Select(a => a.Year).Concat(i.Notes.Select(n => n.Year))).Order().ToList();
        return years.Count == 0 ? [] : [.. FinancialYear.Covering(years[0].From, years[^1].To)];
    }

    public static (string Amount, string Note) Cell(DecidedIntervention intervention, FinancialYear year)
    {
        var awards = intervention.Awards.Where(a => a.Year == year).ToList();
        var given = awards.Where(a => a.Amount > Money.Zero).ToList();
        var note = intervention.Notes.FirstOrDefault(n => n.Year == year)?.Text ?? "";
        if (given.Count > 1)
            note =
                WordList.Of(given.Select(a => $"{a.Amount} {a.Kind.ToString().ToLowerInvariant()}")) + (note.Length > 0 ? ". " + note : "");
        if (note.Length == 0 && awards.Any(a => a.Before is not null))
            note = $"Previously {awards.Sum(a => a.Before ?? a.Amount)}.";
        return (given.Count == 0 ? "None." : given.Sum(a => a.Amount).ToString(), note);
    }

    public static string Targets(DecidedIntervention intervention) =>
        string.Join("; ", intervention.Outputs.Select(o => $"{o.Describe()} {o.Indicator}"));
}
