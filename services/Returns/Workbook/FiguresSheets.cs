using Platform.Contracts;

namespace Platform.Returns.Workbook;

internal enum ColumnKind
{
    /// <summary>Grey: what the row is about.</summary>
    Fixed,
    Text,
    Money,
    Whole,
}

/// <summary>A column of a sheet.</summary>
/// <param name="Header">The heading in the first row; columns are found by it, so they may be moved.</param>
/// <param name="Kind">What is in its cells.</param>
/// <param name="Name">What messages call it: "Capital spend".</param>
/// <param name="Field">What the rules call it: "Forecasts[0].Capital".</param>
internal sealed record FiguresColumn(string Header, ColumnKind Kind, string Name = "", string Field = "")
{
    public int Width { get; init; } = 20;
}

/// <summary>The sheets of a return's figures, for both the writer and the reader.</summary>
internal static class FiguresSheets
{
    public const string Cover = "Read me first";
    public const string Spending = "Spending";
    public const string Outputs = "Outputs";
    public const string Bought = "Things bought";

    public static readonly IReadOnlyList<string> All = [Cover, Spending, Outputs, Bought];

    public const string ReturnId = "Return ID";
    public const string ReturnVersion = "Version";

    public static readonly FiguresColumn Id = new("Intervention ID", ColumnKind.Fixed);
    public static readonly FiguresColumn Name = new("Intervention", ColumnKind.Fixed) { Width = 32 };
    public static readonly FiguresColumn Capital = new("Capital spend this quarter (£)", ColumnKind.Money, "Capital spend", "Capital");
    public static readonly FiguresColumn Revenue = new("Revenue spend this quarter (£)", ColumnKind.Money, "Revenue spend", "Revenue");
    public static readonly FiguresColumn Reason = new(
        "Why the year will end above or below its grant",
        ColumnKind.Text,
        "The reason",
        "VarianceReason"
    )
    {
        Width = 60,
    };

    public static readonly FiguresColumn Indicator = new("Output", ColumnKind.Fixed) { Width = 32 };
    public static readonly FiguresColumn Target = new("Target", ColumnKind.Fixed);
    public static readonly FiguresColumn Before = new("Reported before", ColumnKind.Fixed);
    public static readonly FiguresColumn Achieved = new("This quarter", ColumnKind.Whole);

    public static readonly FiguresColumn BoughtId = new("ID (leave empty for something new)", ColumnKind.Fixed);
    public static readonly FiguresColumn BoughtFor = new("Intervention", ColumnKind.Text, "Intervention") { Width = 32 };
    public static readonly FiguresColumn Kind = new("What it is", ColumnKind.Text, "What it is", "Kind") { Width = 28 };
    public static readonly FiguresColumn Model = new("Model", ColumnKind.Text, "Model", "Model") { Width = 28 };
    public static readonly FiguresColumn Description = new("Description", ColumnKind.Text, "Description", "Description") { Width = 40 };
    public static readonly FiguresColumn Quantity = new("How many", ColumnKind.Whole, "How many", "Quantity");
    public static readonly FiguresColumn Place = new("Where it is", ColumnKind.Text, "Where it is", "Place") { Width = 40 };

    public static readonly IReadOnlyList<FiguresColumn> OfOutputs = [Id, Name, Indicator, Target, Before, Achieved];
    public static readonly IReadOnlyList<FiguresColumn> OfBought = [BoughtId, BoughtFor, Kind, Model, Description, Quantity, Place];

    public static IReadOnlyList<FiguresColumn> OfSpending(IReadOnlyList<Quarter> later) =>
        [
            Id,
            Name,
            Capital,
            Revenue,
            .. later.SelectMany((quarter, i) => new[] { Forecast(SpendKind.Capital, quarter, i), Forecast(SpendKind.Revenue, quarter, i) }),
            Reason,
        ];

    public static FiguresColumn Forecast(SpendKind kind, Quarter quarter, int index)
    {
        var name = $"{kind} forecast for Q{quarter.Number} {quarter.Year}";
        return new(name + " (£)", ColumnKind.Money, name, $"Forecasts[{index}].{kind}");
    }

    /// <summary>What each intervention is called in the list to select from: its name, with a number where another has the same.</summary>
    public static IReadOnlyList<(Intervention Intervention, string Label)> Labels(Return owed) =>
        [
            .. owed.Interventions.Select(
                (i, n) => (i, owed.Interventions.Count(o => Same(o.Name, i.Name)) == 1 ? i.Name : $"{i.Name} ({n + 1})")
            ),
        ];

    public static bool Same(string a, string b) => string.Equals(TypedText.Line(a), TypedText.Line(b), StringComparison.OrdinalIgnoreCase);

    /// <summary>"up to 400 hours"</summary>
    public static string TargetOf(Output output) =>
        $"{output.Describe()} {output.Unit}".TrimEnd() + (output.Cumulative ? "" : " each quarter");
}
