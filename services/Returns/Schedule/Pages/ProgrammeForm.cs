using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Contracts;
using Platform.GovUk.Forms;

namespace Platform.Returns.Schedule.Pages;

/// <summary>A programme's rules as they were typed.</summary>
public sealed class ProgrammeForm
{
    public const int MostRows = 30;

    internal static IReadOnlyList<SelectListItem> Sides { get; } =
    [new("before the due date", "before"), new("after the due date", "after")];

    public string? Kind { get; set; }
    public string? WorkingDays { get; set; }
    public string? VariancePercent { get; set; }
    public string? VarianceFloor { get; set; }
    public List<Row> Rows { get; set; } = [];
    public string? RepeatEvery { get; set; }
    public string? ReworkDays { get; set; }

    /// <summary>The reminders of returns that are sent back.</summary>
    public List<Row> ReworkRows { get; set; } = [];

    public sealed class Row
    {
        public string? Days { get; set; }
        public string? Side { get; set; } = "after";
        public List<string> Audience { get; set; } = [];
        public List<string> Escalates { get; set; } = [];
    }

    internal static ProgrammeForm Of(ProgrammeDetails kept) =>
        new()
        {
            Kind = kept.DueRule.Kind.ToString(),
            WorkingDays = kept.DueRule.WorkingDays > 0 ? kept.DueRule.WorkingDays.ToString(CultureInfo.InvariantCulture) : null,
            VariancePercent = kept.VariancePercent.ToString(CultureInfo.InvariantCulture),
            VarianceFloor = kept.VarianceFloor.WithoutSign,
            Rows = [.. kept.Ladder.Select(Of)],
            RepeatEvery = kept.RepeatEvery.ToString(CultureInfo.InvariantCulture),
            ReworkDays = kept.ReworkDays.ToString(CultureInfo.InvariantCulture),
            ReworkRows = [.. kept.ReworkLadder.Select(Of)],
        };

    /// <summary>Takes what is kept about returns that are sent back.</summary>
    internal void TakeRework(ProgrammeDetails kept) =>
        (ReworkDays, ReworkRows) = (kept.ReworkDays.ToString(CultureInfo.InvariantCulture), [.. kept.ReworkLadder.Select(Of)]);

    /// <summary>Takes what is kept about sending the last reminder again.</summary>
    internal void TakeRepeat(ProgrammeDetails kept) => RepeatEvery = kept.RepeatEvery.ToString(CultureInfo.InvariantCulture);

    private static Row Of(Rung rung) =>
        new()
        {
            Days = Math.Abs(rung.WorkingDays).ToString(CultureInfo.InvariantCulture),
            Side = rung.WorkingDays < 0 ? "before" : "after",
            Audience = [.. rung.Audience],
            Escalates = rung.Escalates ? ["yes"] : [],
        };

    /// <summary>The rows of a list of this form, by its name.</summary>
    internal List<Row> RowsOf(string name) => name == nameof(ReworkRows) ? ReworkRows : Rows;

    /// <returns>Null where a field cannot be read; the errors are in the model state.</returns>
    internal ProgrammeDetails? Read(string name, ModelStateDictionary state)
    {
        if (!Enum.TryParse<DueRuleKind>(Kind, out var kind) || !Enum.IsDefined(kind))
            state.AddModelError("Form.Kind", "Select when returns are due");
        var days =
            kind == DueRuleKind.WorkingDaysAfterQuarter
                ? state.ReadWholeNumber("Form.WorkingDays", WorkingDays, "Working days after the quarter", 1, 60)
                : 0;
        var percent = state.ReadWholeNumber("Form.VariancePercent", VariancePercent, "Percentage", 1, 100);
        var floor = state.ReadMoney("Form.VarianceFloor", VarianceFloor, "Smallest difference");
        var ladder = Rows.Index().Select(r => ReadRung(nameof(Rows), "reminder", r.Index, r.Item, state)).ToList();
        var repeat = state.ReadWholeNumber("Form.RepeatEvery", RepeatEvery, "Working days until the last reminder is sent again", 0, 120);
        var rework = state.ReadWholeNumber("Form.ReworkDays", ReworkDays, "Working days for a return that is sent back", 1, 60);
        var reworkLadder = ReworkRows
            .Index()
            .Select(r => ReadRung(nameof(ReworkRows), "reminder of what was sent back", r.Index, r.Item, state))
            .ToList();
        return state.IsValid
            ? new(name, new(kind, days!.Value), ladder, percent!.Value, floor!.Value)
            {
                RepeatEvery = repeat!.Value,
                ReworkDays = rework!.Value,
                ReworkLadder = reworkLadder,
            }
            : null;
    }

    private static Rung ReadRung(string list, string what, int i, Row row, ModelStateDictionary state)
    {
        var before = row.Side == "before";
        var days = state.ReadWholeNumber($"Form.{list}[{i}].Days", row.Days, $"Working days of {what} {i + 1}", 0, before ? 60 : 120);
        var audience = Roles.OfPartnerships.Where(row.Audience.Contains).ToList();
        if (audience.Count == 0)
            state.AddModelError($"Form.{list}[{i}].Audience", $"Select who is written to in {what} {i + 1}");
        return new((before ? -1 : 1) * (days ?? 0), audience) { Escalates = row.Escalates.Count > 0 };
    }

    /// <summary>Where on the page a rule's message belongs.</summary>
    internal static string KeyOf(string field) =>
        field.StartsWith("Ladder[", StringComparison.Ordinal) ? $"Form.Rows{field["Ladder".Length..]}.Days"
        : field.StartsWith("ReworkLadder[", StringComparison.Ordinal) ? $"Form.ReworkRows{field["ReworkLadder".Length..]}.Days"
        : field.Length == 0 ? ""
        : $"Form.{field}";
}
