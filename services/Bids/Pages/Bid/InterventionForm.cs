using Microsoft.AspNetCore.Mvc.ModelBinding;
using Platform.Bids.Model;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Pages.Bid;

/// <summary>An intervention as it is typed: everything is text until it has been read.</summary>
public sealed class InterventionForm
{
    public string? Name { get; set; }
    public string? Description { get; set; }
    public List<Amount> Budget { get; set; } = [];
    public List<TypedOutput> Outputs { get; set; } = [];
    public string? Areas { get; set; }

    public sealed class Amount
    {
        public int Year { get; set; }
        public SpendKind Kind { get; set; }
        public string? Typed { get; set; }
    }

    public sealed class TypedOutput
    {
        public string? Indicator { get; set; }
        public string? Target { get; set; }
        public TargetKind Kind { get; set; }
        public bool IsBlank => string.IsNullOrWhiteSpace(Indicator) && string.IsNullOrWhiteSpace(Target);
    }

    internal static InterventionForm From(Intervention? saved, Round round) => new()
    {
        Name = saved?.Name,
        Description = saved?.Description,
        Budget = [.. from year in round.FundingYears
                     from kind in Enum.GetValues<SpendKind>()
                     let line = saved?.Budget.FirstOrDefault(l => l.Year == year && l.Kind == kind)
                     select new Amount { Year = year.Start, Kind = kind, Typed = line is null ? null : line.Amount.ToString()[1..] }],
        Outputs = saved is null ? [new()] : [.. saved.Outputs.Select(o => new TypedOutput { Indicator = o.Indicator, Target = o.Target.ToString("N0", null), Kind = o.Kind })],
        Areas = saved is null ? null : string.Join(", ", saved.Areas),
    };

    /// <summary>What was typed as an intervention, with a message beside each field that cannot be read.</summary>
    internal Intervention Read(Guid id, ModelStateDictionary state, string prefix)
    {
        var budget = new List<BudgetLine>();
        for (var i = 0; i < Budget.Count; i++)
        {
            var year = new FinancialYear(Budget[i].Year);
            var amount = state.ReadMoney($"{prefix}.Budget[{i}].Typed", Budget[i].Typed, $"{Budget[i].Kind} in {year}", optional: true);
            if (amount is { Pence: > 0 }) budget.Add(new(year, Budget[i].Kind, amount.Value));
        }
        var outputs = new List<Output>();
        for (var i = 0; i < Outputs.Count; i++)
        {
            if (Outputs[i].IsBlank) continue;
            var indicator = state.ReadText($"{prefix}.Outputs[{i}].Indicator", Outputs[i].Indicator, "What is counted", 100);
            var target = state.ReadWholeNumber($"{prefix}.Outputs[{i}].Target", Outputs[i].Target, "Target", 1, InterventionRules.LargestTarget);
            if (indicator is not null && target is not null) outputs.Add(new(indicator, target.Value, Outputs[i].Kind));
        }
        return new(id, (Name ?? "").Trim(), (Description ?? "").Trim(), budget, outputs, Model.Areas.Read(Areas));
    }

    /// <summary>Puts the rules' messages beside the first field that they are about, unless that field has one of its own.</summary>
    internal static void Add(Result result, ModelStateDictionary state, string prefix)
    {
        foreach (var problem in result.Problems)
        {
            var key = problem.Field switch
            {
                "Budget" => $"{prefix}.Budget[0].Typed",
                "Outputs" => $"{prefix}.Outputs[0].Indicator",
                "" => "",
                var field => $"{prefix}.{field}",
            };
            if (state.GetFieldValidationState(key) != ModelValidationState.Invalid) state.AddModelError(key, problem.Message);
        }
    }
}
