using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Templates.Pages;

[May(nameof(Acts.WriteTemplates))]
[Says("The template is saved", "Letters written from now on have its words")]
internal sealed class EditTemplateModel(LetterTemplates templates, TemplateTexts texts, SaveTemplate save) : ActPage
{
    private TemplateVersion newest = null!;

    [FromRoute]
    public string Name { get; set; } = "";

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Action { get; set; }

    public LetterTemplate Template { get; private set; } = null!;
    public Preview? Preview { get; private set; }

    /// <summary>What somebody else has saved since.</summary>
    public TemplateVersion? SavedMeanwhile => IsStale ? newest : null;

    public override string Address => $"/notifications/templates/{Name}";

    protected override int VersionNow => newest.Version;

    protected override string StaleWords =>
        $"{newest.SavedBy} changed this letter while you had this page open. Check what is saved now, shown above your "
        + "words. To replace it with yours, save again";

    public async Task<IActionResult> OnGetAsync(int? from, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        var versions = await texts.AllAsync(Template, cancellationToken);
        if (versions.FirstOrDefault(v => from is null || v.Version == from) is not { } shown)
            return NotFound();
        Subject = shown.Subject;
        Body = shown.Body;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
            return NotFound();
        var (subject, body) = (Subject ?? "", (Body ?? "").ReplaceLineEndings("\n"));
        if (Action != "preview")
            return await ActAsync(() => save.RunAsync(Template, Version, subject, body, cancellationToken), cancellationToken);
        Result.Of(TemplateCheck.Problems(Template, subject, body)).AddTo(ModelState);
        if (ModelState.IsValid)
            Preview = await Preview.OfAsync(texts, Template, subject, body, cancellationToken);
        return Page();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Template = templates.Find(Name)!;
        if (Template is null)
            return false;
        newest = await texts.NewestAsync(Template, cancellationToken);
        return true;
    }
}
