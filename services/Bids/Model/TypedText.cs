using Platform.Contracts;

namespace Platform.Bids.Model;

/// <summary>Text as it is kept, whichever door it came in by: a line break is one character, as the page counts it, and there is no NUL, which PostgreSQL refuses.</summary>
internal static class TypedText
{
    public static string Tidy(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Replace("\0", "").Trim();

    public static Intervention Tidy(Intervention typed) => typed with
    {
        Name = Tidy(typed.Name),
        Description = Tidy(typed.Description),
        Budget = [.. typed.Budget.Where(line => line is not null)],
        Outputs = [.. typed.Outputs.Where(output => output is not null).Select(output => output with { Indicator = Tidy(output.Indicator), Unit = Tidy(output.Unit) })],
        Areas = [.. typed.Areas.Select(Tidy)],
        Kind = Tidy(typed.Kind),
        Assets = [.. typed.Assets.Where(asset => asset is not null).Select(a => a with { Kind = Tidy(a.Kind), Model = Tidy(a.Model), Description = Tidy(a.Description) })],
    };
}
