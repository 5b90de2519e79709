using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Contracts;
using Platform.GovUk.Forms;

namespace Platform.Bids.Grants.Pages;

/// <summary>
/// A grant's amounts and targets as they were typed. Each box remembers what it showed, so that a colleague's change is not undone.
/// </summary>
public sealed class VaryForm
{
    public const string NoCut = "none";

    public List<Amount> Amounts { get; set; } = [];
    public List<Target> Targets { get; set; } = [];

    public sealed class Amount
    {
        public Guid InterventionId { get; set; }
        public int Year { get; set; }
        public SpendKind Kind { get; set; }
        public string? Was { get; set; }
        public string? Typed { get; set; }
    }

    public sealed class Target
    {
        public Guid InterventionId { get; set; }
        public string? Indicator { get; set; }
        public string? Was { get; set; }
        public string? Typed { get; set; }

        /// <summary>The year whose cut moved it, or "none"; empty until it has been asked.</summary>
        public string? MovedBy { get; set; }
    }

    /// <summary>
    /// A box for every intervention, year and kind, and for every target. What was typed stays; a box that was left alone shows the current
    /// value.
    /// </summary>
    internal VaryForm On(Grant grant, DateOnly? deliveryTo)
    {
        var details = grant.Details.Agreed();
        var end = details.DeliveryTo;
        var to = deliveryTo > end && deliveryTo < end.AddYears(5) ? deliveryTo.Value : end;
        var years = details.Years().Union(FinancialYear.Covering(grant.DeliveryFrom, to));
        return new()
        {
            Amounts =
            [
                .. from i in details.Promised()
                from year in years
                from kind in Enum.GetValues<SpendKind>()
                let now = Text(details.Interventions.Amount(i.Id, year, kind))
                let box = Amounts.FirstOrDefault(a => (a.InterventionId, a.Year, a.Kind) == (i.Id, year.Start, kind))
                select new Amount
                {
                    InterventionId = i.Id,
                    Year = year.Start,
                    Kind = kind,
                    Was = now,
                    Typed = box is null || box.Typed == box.Was ? now : box.Typed,
                },
            ],
            Targets =
            [
                .. from i in details.Promised()
                from output in i
                    .Outputs.Concat(details.Interventions.Where(n => n.Id == i.Id).SelectMany(n => n.Outputs))
                    .DistinctBy(o => o.Indicator)
                let now = details.Interventions.Target(i.Id, output.Indicator).ToString("N0", CultureInfo.InvariantCulture)
                let box = Targets.FirstOrDefault(t => t.InterventionId == i.Id && t.Indicator == output.Indicator)
                select new Target
                {
                    InterventionId = i.Id,
                    Indicator = output.Indicator,
                    Was = now,
                    Typed = box is null || box.Typed == box.Was ? now : box.Typed,
                    MovedBy = box?.MovedBy,
                },
            ],
        };
    }

    internal IReadOnlyList<NewAmount> ReadAmounts(ModelStateDictionary state, Grant grant) =>
        [
            .. Amounts.Select(
                (a, i) =>
                {
                    var year = new FinancialYear(a.Year);
                    var amount =
                        state.ReadMoney(
                            $"Form.Amounts[{i}].Typed",
                            a.Typed,
                            $"{NameOf(grant, a.InterventionId)}: {a.Kind} in {year}",
                            optional: true
                        ) ?? Money.Zero;
                    return new NewAmount(a.InterventionId, year, a.Kind, amount);
                }
            ),
        ];

    internal IReadOnlyList<NewTarget> ReadTargets(ModelStateDictionary state, Grant grant) =>
        [
            .. Targets.Select(
                (t, i) =>
                {
                    var target =
                        state.ReadWholeNumber(
                            $"Form.Targets[{i}].Typed",
                            t.Typed,
                            $"{NameOf(grant, t.InterventionId)}: {t.Indicator}",
                            0,
                            InterventionRules.LargestTarget,
                            optional: true
                        ) ?? 0;
                    return new NewTarget(t.InterventionId, t.Indicator ?? "", target, FinancialYear.Parse(t.MovedBy));
                }
            ),
        ];

    /// <summary>Where on the page a rule's message belongs.</summary>
    internal static string KeyOf(string field) =>
        field switch
        {
            "Amounts" => "Form.Amounts[0].Typed",
            "Targets" => "Form.Targets[0].Typed",
            _ when field.StartsWith("Amounts[", StringComparison.Ordinal) || field.StartsWith("Targets[", StringComparison.Ordinal) =>
                $"Form.{field}.Typed",
            _ => field,
        };

    private static string Text(Money amount) => amount.WithoutSign;

    private static string NameOf(Grant grant, Guid id) => grant.Details.Promised().FirstOrDefault(i => i.Id == id)?.Name ?? "Intervention";
}
