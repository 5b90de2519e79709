using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Notifications.Templates.Pages;

[May(nameof(Acts.WriteTemplates))]
internal sealed class EditTemplateModel(LetterTemplates templates, TemplateTexts texts, SaveTemplate save) : PageModel
{
    /// <summary>The version that was the newest when the page was opened.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Subject { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Action { get; set; }

    public LetterTemplate Template { get; private set; } = null!;
    public Preview? Preview { get; private set; }

    /// <summary>What somebody else saved since.</summary>
    public TemplateVersion? SavedMeanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(string name, int? from, CancellationToken cancellationToken)
    {
        if (templates.Find(name) is not { } template)
            return NotFound();
        var versions = await texts.AllAsync(template, cancellationToken);
        if (versions.FirstOrDefault(v => from is null || v.Version == from) is not { } shown)
            return NotFound();
        Template = template;
        Version = versions[0].Version;
        Subject = shown.Subject;
        Body = shown.Body;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken cancellationToken)
    {
        if (templates.Find(name) is not { } template)
            return NotFound();
        Template = template;
        var (subject, body) = ((Subject ?? "").Replace("\0", ""), (Body ?? "").Replace("\0", "").ReplaceLineEndings("\n"));
        if (Action == "preview")
        {
            Result.Of(TemplateCheck.Problems(template, subject, body)).AddTo(ModelState);
            if (ModelState.IsValid)
                Preview = await Preview.OfAsync(texts, template, subject, body, cancellationToken);
            return Page();
        }
        var result = await save.RunAsync(template, Version, subject, body, cancellationToken);
        if (result.IsDone)
            return Redirect($"/notifications/templates/{name}");
        result.AddTo(ModelState);
        if (result.Kind != ResultKind.Stale)
            return Page();
        SavedMeanwhile = await texts.NewestAsync(template, cancellationToken);
        ModelState.AddModelError(
            "",
            $"{SavedMeanwhile.SavedBy} changed this letter while you had this page open. Check what is saved now, shown above your "
                + "words. To replace it with yours, save again"
        );
        ModelState.Remove(nameof(Version));
        Version = SavedMeanwhile.Version;
        return Page();
    }
}
