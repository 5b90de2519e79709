using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Contracts;
using Platform.GovUk.Forms;

namespace Platform.Bids.Decisions.Pages;

/// <summary>A draft record as it was typed: everything is text until it has been read.</summary>
public sealed class DecisionForm
{
    private const int LongestIndicator = 100;

    public string? Title { get; set; }
    public TypedDate? Date { get; set; }
    public TypedDate? ReceivedOn { get; set; }
    public string? OfficersPresent { get; set; }
    public string? Summary { get; set; }
    public string? KeyPoints { get; set; }
    public string? Scope { get; set; }
    public string? Reduction { get; set; }

    /// <summary>The bids that it is to cover; one with no item yet gets what its assessors recommend, or else what it asks for.</summary>
    public List<string> Bids { get; set; } = [];
    public List<Item> Items { get; set; } = [];

    /// <summary>The money of grants that it moves, and an empty row.</summary>
    public List<TypedMove> Moves { get; set; } = [];

    public sealed class Item
    {
        public string Reference { get; set; } = "";
        public string? Place { get; set; }
        public string? Lead { get; set; }
        public string? Conditions { get; set; }
        public List<Line> Interventions { get; set; } = [];
    }

    public sealed class Line
    {
        public Guid Id { get; set; }
        public List<Amount> Amounts { get; set; } = [];
        public List<Note> Notes { get; set; } = [];
        public List<Target> Targets { get; set; } = [];
    }

    public sealed class Amount
    {
        public int Year { get; set; }
        public SpendKind Kind { get; set; }
        public string? Typed { get; set; }
        public string? Before { get; set; }
    }

    public sealed class Note
    {
        public int Year { get; set; }
        public string? Text { get; set; }
    }

    public sealed class Target
    {
        public string? Indicator { get; set; }
        public TargetKind Kind { get; set; }
        public string? Number { get; set; }

        /// <summary>Whether it is the empty row for a target that the bid does not have.</summary>
        public bool IsNew { get; set; }

        /// <summary>Not shown; kept as the bid has it.</summary>
        public string? Unit { get; set; }
        public bool Cumulative { get; set; } = true;
    }

    internal static DecisionForm From(DecisionDetails record, IReadOnlyList<CoveredBid> covered) =>
        new()
        {
            Title = record.Title,
            Date = TypedDate.From(record.Date),
            ReceivedOn = TypedDate.From(record.ReceivedOn),
            OfficersPresent = string.Join('\n', record.OfficersPresent),
            Summary = record.Summary,
            KeyPoints = record.KeyPoints,
            Scope = record.Scope,
            Reduction = record.Reduction?.WithoutSign,
            Bids = [.. record.Bids],
            Moves = [.. record.Moves.Select(TypedMove.Of), new()],
            Items =
            [
                .. from item in record.Items
                join bid in covered on item.BidReference equals bid.Bid.Reference
                select new Item
                {
                    Reference = item.BidReference,
                    Place = item.Place,
                    Lead = item.Lead,
                    Conditions = string.Join('\n', item.Conditions),
                    Interventions = [.. item.Interventions.Select(i => LineOf(i, bid))],
                },
            ],
        };

    /// <summary>What was typed, with a message beside each field that cannot be read.</summary>
    internal DecisionDraft Read(ModelStateDictionary state, string prefix) =>
        new()
        {
            Title = state.ReadText($"{prefix}.Title", Title, "Title", DecisionDraft.LongestTitle),
            Date = state.ReadDate($"{prefix}.Date", Date, "Date"),
            ReceivedOn =
                ReceivedOn is null || ReceivedOn.IsEmpty ? null : state.ReadDate($"{prefix}.ReceivedOn", ReceivedOn, "Date of receipt"),
            OfficersPresent = Lines(OfficersPresent),
            Summary = state.ReadText($"{prefix}.Summary", Summary, "Summary of issue", DecisionDraft.LongestText, optional: true),
            KeyPoints = state.ReadText(
                $"{prefix}.KeyPoints",
                KeyPoints,
                "Key discussion points",
                DecisionDraft.LongestText,
                optional: true
            ),
            Scope = state.ReadText($"{prefix}.Scope", Scope, "Scope", DecisionDraft.LongestText, optional: true),
            Reduction = state.ReadMoney($"{prefix}.Reduction", Reduction, "Reduction in funding", optional: true),
            Items =
            [
                .. Items.Select((item, i) => Read(item, $"{prefix}.Items[{i}]", state)).Where(i => Bids.Contains(i.Bid!)),
                .. Bids.Except(Items.Select(i => i.Reference)).Select(b => new DraftItem(b)),
            ],
            Moves = TypedMove.Read(Moves, $"{prefix}.{nameof(Moves)}", state),
        };

    private static DraftItem Read(Item item, string prefix, ModelStateDictionary state) =>
        new(
            item.Reference,
            state.ReadText($"{prefix}.Place", item.Place, "Place", DecisionDraft.LongestPlace),
            [.. item.Interventions.Select((line, i) => Read(line, $"{prefix}.Interventions[{i}]", state))],
            Lines(item.Conditions),
            state.ReadText($"{prefix}.Lead", item.Lead, "Sentence above its table", DecisionDraft.LongestLead, optional: true)
        );

    private static DraftIntervention Read(Line line, string prefix, ModelStateDictionary state)
    {
        var awards = new List<DraftAward>();
        for (var i = 0; i < line.Amounts.Count; i++)
        {
            var (typed, year) = (line.Amounts[i], new FinancialYear(line.Amounts[i].Year));
            var amount = state.ReadMoney($"{prefix}.Amounts[{i}].Typed", typed.Typed, $"{typed.Kind} in {year}", optional: true);
            var before = state.ReadMoney($"{prefix}.Amounts[{i}].Before", typed.Before, "Previously promised", optional: true);
            if (amount is not null || before is not null)
                awards.Add(new(year, typed.Kind, amount ?? Money.Zero, before));
        }
        var notes = line
            .Notes.Select(
                (n, i) =>
                    new YearNote(
                        new(n.Year),
                        state.ReadText($"{prefix}.Notes[{i}].Text", n.Text, "Note", DecisionDraft.LongestNote, optional: true) ?? ""
                    )
            )
            .ToList();
        var outputs = new List<Output>();
        for (var i = 0; i < line.Targets.Count; i++)
        {
            var typed = line.Targets[i];
            if (string.IsNullOrWhiteSpace(typed.Number) && !(typed.IsNew && !string.IsNullOrWhiteSpace(typed.Indicator)))
                continue;
            var indicator = typed.IsNew
                ? state.ReadText($"{prefix}.Targets[{i}].Indicator", typed.Indicator, "What is counted", LongestIndicator)
                : typed.Indicator;
            if (
                state.ReadWholeNumber($"{prefix}.Targets[{i}].Number", typed.Number, "Target", 1, InterventionRules.LargestTarget) is
                { } number
            )
                outputs.Add(new(indicator ?? "", number, typed.Kind) { Unit = typed.Unit ?? "", Cumulative = typed.Cumulative });
        }
        return new(line.Id, awards, outputs, notes);
    }

    private static Line LineOf(DecidedIntervention decided, CoveredBid bid)
    {
        var asked = bid.Bid.Content.Interventions.FirstOrDefault(i => i.Id == decided.InterventionId);
        var kinds = decided.Awards.Select(a => a.Kind).Concat(asked?.Budget.Select(l => l.Kind) ?? []).Distinct().Order().ToList();
        return new()
        {
            Id = decided.InterventionId,
            Amounts =
            [
                .. from year in bid.Round.FundingYears
                from kind in kinds
                let award = decided.Awards.FirstOrDefault(a => a.Year == year && a.Kind == kind)
                select new Amount
                {
                    Year = year.Start,
                    Kind = kind,
                    Typed = award?.Amount.WithoutSign,
                    Before = award?.Before?.WithoutSign,
                },
            ],
            Notes =
            [
                .. bid.Round.FundingYears.Select(y => new Note
                {
                    Year = y.Start,
                    Text = decided.Notes.FirstOrDefault(n => n.Year == y)?.Text,
                }),
            ],
            Targets =
            [
                .. decided.Outputs.Select(o => new Target
                {
                    Indicator = o.Indicator,
                    Kind = o.Kind,
                    Number = o.Target.ToString("N0", null),
                    Unit = o.Unit,
                    Cumulative = o.Cumulative,
                }),
                new() { Kind = TargetKind.Fixed, IsNew = true },
            ],
        };
    }

    private static string[] Lines(string? typed) =>
        (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
