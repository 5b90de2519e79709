using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>
/// Cameras as an answer names them: "6 x WCCTV 4GIR Mini Dome + cameras", "9 - Fully functional, PTZ cameras" (seed 000).
/// </summary>
internal static class CameraWords
{
    /// <param name="camera">The cameras.</param>
    /// <param name="hidden">The fields that are withheld.</param>
    /// <param name="sayBought">Whether to say if they are bought, because some at this place are and some are not.</param>
    public static string Of(FoiCamera camera, IReadOnlyList<string> hidden, bool sayBought)
    {
        var asset = camera.Asset;
        var (model, description) = (
            hidden.Contains(Withholding.Model) ? "" : asset.Model,
            hidden.Contains(Withholding.Description) ? "" : asset.Description
        );
        var number = hidden.Contains(Withholding.Number) ? "" : $"{asset.Quantity} ";
        var named =
            model.Length > 0 ? $"{X(number)}{Cameras(model, asset.Quantity)}{(description.Length > 0 ? $" ({description})" : "")}"
            : description.Length > 0 && number.Length > 0 ? $"{number}- {description}"
            : description.Length > 0 ? description
            : $"{X(number)}{(asset.Quantity == 1 && number.Length > 0 ? asset.Kind : Plural(asset.Kind))}";
        if (hidden.Count > 0)
            named += hidden.Contains(Withholding.Number)
                ? " (I am unable to give you more details of them, or their number)"
                : " (I am unable to give you more details of them)";
        return named
            + (
                sayBought
                    ? camera.IsBought
                        ? ", bought"
                        : ", to be bought"
                    : ""
            );
    }

    /// <summary>"CCTV cameras"</summary>
    public static string Plural(string kind) => kind.EndsWith('s') || kind.EndsWith("CCTV", StringComparison.Ordinal) ? kind : kind + "s";

    private static string X(string number) => number.Length > 0 ? number + "x " : "";

    private static string Cameras(string model, int quantity) =>
        model.Contains("camera", StringComparison.OrdinalIgnoreCase) ? model : model + (quantity == 1 ? " camera" : " cameras");
}

/// <summary>Areas as people write them: "Leicester 039B, 039C and 020A" (seed 000).</summary>
internal static class AreaWords
{
    public static string List(IReadOnlyList<string> areas) =>
        string.Join(
            "; ",
            areas
                .GroupBy(Lsoa.DistrictOf)
                .Select(g => g.Key.Length == 0 ? WordList.Of(g) : $"{g.Key} {WordList.Of(g.Select(a => a[(g.Key.Length + 1)..]))}")
        );
}
