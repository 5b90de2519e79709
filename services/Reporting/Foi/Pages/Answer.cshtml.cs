using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

/// <summary>The answer builder: which interventions, what answers each question, what is left out and under which exemption.</summary>
[May(nameof(Acts.AnswerFoi))]
[Says("The answer is built from the data", "Check it before it is sent")]
internal sealed class AnswerModel(ReportingContext db, Caller caller, ChangeFoiRequest change) : FoiPage(db, caller)
{
    [BindProperty(SupportsGet = true)]
    public string? Programme { get; set; }

    [BindProperty]
    public List<Guid> Interventions { get; set; } = [];

    [BindProperty]
    public List<AnswerSource> Sources { get; set; } = [];

    [BindProperty]
    public List<TypedWithholding> Withholdings { get; set; } = [];

    /// <summary>"yes" once a programme has been asked for, whether or not one was selected.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Continued { get; set; }
    public IReadOnlyList<string> Programmes { get; private set; } = [];
    public IReadOnlyList<FoiProject> Projects { get; private set; } = [];

    public static IReadOnlyList<SelectListItem> Choices { get; } =
    [.. Enum.GetValues<AnswerSource>().Select(s => new SelectListItem(FoiWords.Of(s), s.ToString()))];

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var build = new FoiBuild(Programme, Interventions, Sources, [.. Withholdings.Select(w => w.Read())]);
        return ActAsync(() => change.BuildAsync(Reference, Version, build, cancellationToken), cancellationToken, $"{Address}/draft");
    }

    protected override bool IsPossible => Asked.State == FoiState.Open;

    // The answers were built from the version that was read, by this very officer, and nothing else has happened since.
    protected override bool IsSaid =>
        Asked.Version == Version + 1
        && Asked.Steps[^1].By == Caller.Person
        && Asked.Steps[^1].Text.StartsWith(FoiRequest.Drafted, StringComparison.Ordinal);

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        Programmes = await Db.ProgrammesAsync(cancellationToken);
        Projects = await Db.FoiProjectsAsync(Programme, cancellationToken);
        if (Continued == "yes" && Projects.Count == 0)
            ModelState.AddModelError(nameof(Programme), "Select the programme that the request asks about");
        return true;
    }

    protected override void Fill()
    {
        Sources = [.. Asked.Details.Questions.Select(Guess)];
        var kinds = Projects
            .SelectMany(p => p.Cameras())
            .Select(c => c.Asset.Kind)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase);
        Withholdings = [.. kinds.Append(Withholding.Areas).Select(k => new TypedWithholding { Kind = k })];
    }

    // A first guess, which the officer sees and can change.
    private static AnswerSource Guess(string question) =>
        question.Contains("LSOA", StringComparison.OrdinalIgnoreCase)
        || question.Contains("super output", StringComparison.OrdinalIgnoreCase)
            ? AnswerSource.Areas
        : question.Contains("model", StringComparison.OrdinalIgnoreCase) && question.Contains("camera", StringComparison.OrdinalIgnoreCase)
            ? AnswerSource.Cameras
        : AnswerSource.OwnWords;
}

/// <summary>What is to be left out about one kind of thing.</summary>
internal sealed class TypedWithholding
{
    public string? Kind { get; set; }
    public List<string> Fields { get; set; } = [];
    public string? Section { get; set; }
    public string? Reason { get; set; }

    public Withholding Read() => new(Kind ?? "", Fields, Section ?? "", Reason ?? "");
}
