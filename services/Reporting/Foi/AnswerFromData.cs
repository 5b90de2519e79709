using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>What a question can be answered with.</summary>
internal enum AnswerSource
{
    /// <summary>The officer's own words.</summary>
    OwnWords,

    /// <summary>The LSOAs that the interventions cover.</summary>
    Areas,

    /// <summary>Cameras by model, description and number.</summary>
    Cameras,
}

/// <summary>Fields that an answer from data leaves out.</summary>
/// <param name="Kind">The kind of camera, or <see cref="Areas"/>.</param>
/// <param name="Fields">Fields of <see cref="OfCameras"/>; for areas, everything is left out.</param>
/// <param name="Section">The exemption: "31".</param>
/// <param name="Reason">The public interest, or why it applies.</param>
internal sealed record Withholding(string Kind, IReadOnlyList<string> Fields, string Section, string Reason)
{
    public const string Areas = "LSOAs";
    public const string Model = "model";
    public const string Description = "description";
    public const string Number = "number";
    public static readonly IReadOnlyList<string> OfCameras = [Model, Description, Number];
}

/// <summary>
/// Drafts answers to the two questions of seed 000 from what grants promise and returns say. What is withheld is not in the words.
/// </summary>
internal sealed class AnswerFromData(IReadOnlyList<FoiProject> projects, IReadOnlyList<Withholding> withholdings)
{
    private const string NoneOfIt = "I am unable to give you this information.";

    // The grant with the most projects first: seed 000 has the two in the city before the one in the county.
    private readonly IReadOnlyList<FoiProject> projects =
    [
        .. projects.GroupBy(p => p.Grant).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => g),
    ];

    public FoiAnswer Of(AnswerSource source) =>
        source switch
        {
            AnswerSource.Areas => Areas(),
            AnswerSource.Cameras => Cameras(),
            _ => new("", true, []),
        };

    private FoiAnswer Areas()
    {
        if (withholdings.FirstOrDefault(w => w.Kind == Withholding.Areas) is { } withheld)
            return new(
                NoneOfIt,
                true,
                [new("the lower super output areas that the interventions cover", withheld.Section, withheld.Reason, IsWhole: true)]
            );
        // Interventions of one grant that cover the same areas are one place.
        var places = projects
            .Where(p => p.Areas.Count > 0)
            .GroupBy(p => (p.Grant, string.Join(',', p.Areas)))
            .Select(g => $"{(g.Count() == 1 ? g.First().Place : g.First().Partnership.Name)} - {AreaWords.List(g.First().Areas)}")
            .ToList();
        return places.Count == 0 ? new("", false, []) : new("The areas covered are:\n" + string.Join("\n", places), true, []);
    }

    private FoiAnswer Cameras()
    {
        // Interventions of one grant at one place are one line.
        var all = projects
            .GroupBy(p => (p.Grant, p.Place))
            .Select(g => (g.Key.Place, Cameras: g.SelectMany(p => p.Cameras()).ToList(), IsChallenged: g.Any(p => p.IsChallenged)))
            .Where(p => p.Cameras.Count > 0)
            .ToList();
        if (all.Count == 0)
            return new("No CCTV cameras are planned.", true, []);
        var kinds = all.SelectMany(p => p.Cameras).Select(c => c.Asset.Kind).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var withheld = kinds.Select(Of).OfType<Withholding>().Where(w => w.Fields.Count > 0).ToList();
        var whole = withheld.Count == kinds.Count && withheld.All(w => Withholding.OfCameras.All(w.Fields.Contains));
        IReadOnlyList<FoiWithheld> parts =
        [
            .. withheld.Select(w => new FoiWithheld($"{CameraWords.Plural(w.Kind)}: {WordList.Of(w.Fields)}", w.Section, w.Reason, whole)),
        ];
        if (whole)
            return new(NoneOfIt, true, parts);
        var lines = all.Select(p =>
            $"{p.Place}: {string.Join(", ", p.Cameras.Select(c => CameraWords.Of(c, Hidden(c), p.Cameras.Any(b => b.IsBought))))}."
        );
        var sentences = all.SelectMany(p =>
            p.Cameras.Where(c => !c.IsBought && c.Asset.Model.Length == 0 && !Hidden(c).Contains(Withholding.Model))
                .Select(c => CameraWords.Plural(c.Asset.Kind))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(kind => $"The {kind} for {p.Place} have not yet been purchased so exact models cannot be given.")
        );
        var challenged = all.Where(p => p.IsChallenged && p.Cameras.Any(c => c.IsBought))
            .Select(p => $"The details of what was bought for {p.Place} may change: I have asked for them to be corrected or confirmed.");
        return new(string.Join("\n", lines.Concat(sentences).Concat(challenged)), true, parts);
    }

    private Withholding? Of(string kind) => withholdings.FirstOrDefault(w => w.Kind.Equals(kind, StringComparison.OrdinalIgnoreCase));

    private IReadOnlyList<string> Hidden(FoiCamera camera) => Of(camera.Asset.Kind)?.Fields ?? [];
}
