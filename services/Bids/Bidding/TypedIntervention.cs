using Platform.Contracts;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Bidding;

/// <summary>Tidies an intervention, whether it came from a page or the API.</summary>
internal static class TypedIntervention
{
    public static Intervention Tidy(Intervention typed) =>
        typed with
        {
            Name = TypedText.Tidy(typed.Name),
            Description = TypedText.Tidy(typed.Description),
            Budget = [.. typed.Budget.Where(line => line is not null)],
            Outputs =
            [
                .. typed
                    .Outputs.Where(output => output is not null)
                    .Select(output => output with { Indicator = TypedText.Tidy(output.Indicator), Unit = TypedText.Tidy(output.Unit) }),
            ],
            Areas = [.. typed.Areas.Select(TypedText.Tidy)],
            Kind = TypedText.Tidy(typed.Kind),
            Priority = TypedText.Tidy(typed.Priority),
            ServesPriority = typed.ServesPriority || TypedText.Tidy(typed.Priority).Length > 0,
            Assets =
            [
                .. typed
                    .Assets.Where(asset => asset is not null)
                    .Select(a =>
                        a with
                        {
                            Kind = TypedText.Tidy(a.Kind),
                            Model = TypedText.Tidy(a.Model),
                            Description = TypedText.Tidy(a.Description),
                        }
                    ),
            ],
        };
}
