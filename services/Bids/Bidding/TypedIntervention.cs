using Platform.Contracts;

namespace Platform.Bids.Bidding;

/// <summary>Tidies an intervention, whether it came from a page or the API.</summary>
internal static class TypedIntervention
{
    public static Intervention Tidy(Intervention typed) =>
        typed with
        {
            Name = TypedText.Line(typed.Name),
            Description = TypedText.Tidy(typed.Description),
            Budget = [.. typed.Budget.Where(line => line is not null)],
            Outputs =
            [
                .. typed
                    .Outputs.Where(output => output is not null)
                    .Select(output => output with { Indicator = TypedText.Line(output.Indicator), Unit = TypedText.Line(output.Unit) }),
            ],
            Areas = [.. typed.Areas.Select(TypedText.Line)],
            Kind = TypedText.Line(typed.Kind),
            Priority = TypedText.Line(typed.Priority),
            ServesPriority = typed.ServesPriority || TypedText.Line(typed.Priority).Length > 0,
            Assets =
            [
                .. typed
                    .Assets.Where(asset => asset is not null)
                    .Select(a =>
                        a with
                        {
                            Kind = TypedText.Line(a.Kind),
                            Model = TypedText.Line(a.Model),
                            Description = TypedText.Tidy(a.Description),
                        }
                    ),
            ],
        };
}
