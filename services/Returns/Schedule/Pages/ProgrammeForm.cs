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
            Rows =
            [
                .. kept.Ladder.Select(r => new Row
                {
                    Days = Math.Abs(r.WorkingDays).ToString(CultureInfo.InvariantCulture),
                    Side = r.WorkingDays < 0 ? "before" : "after",
                    Audience = [.. r.Audience],
                    Escalates = r.Escalates ? ["yes"] : [],
                }),
            ],
        };

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
        var ladder = Rows.Index().Select(r => ReadRung(r.Index, r.Item, state)).ToList();
        return state.IsValid ? new(name, new(kind, days!.Value), ladder, percent!.Value, floor!.Value) : null;
    }

    private static Rung ReadRung(int i, Row row, ModelStateDictionary state)
    {
        var before = row.Side == "before";
        var days = state.ReadWholeNumber($"Form.Rows[{i}].Days", row.Days, $"Working days of reminder {i + 1}", 0, before ? 60 : 120);
        var audience = Roles.OfPartnerships.Where(row.Audience.Contains).ToList();
        if (audience.Count == 0)
            state.AddModelError($"Form.Rows[{i}].Audience", $"Select who is written to in reminder {i + 1}");
        return new((before ? -1 : 1) * (days ?? 0), audience) { Escalates = row.Escalates.Count > 0 };
    }

    /// <summary>Where on the page a rule's message belongs.</summary>
    internal static string KeyOf(string field) =>
        field.StartsWith("Ladder[", StringComparison.Ordinal) ? $"Form.Rows{field["Ladder".Length..]}.Days"
        : field.Length == 0 ? ""
        : $"Form.{field}";
}
