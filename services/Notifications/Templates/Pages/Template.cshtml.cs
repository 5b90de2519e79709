using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Platform.ServiceDefaults.Callers;

namespace Platform.Notifications.Templates.Pages;

/// <summary>A preview of a template, and whose data it is shown with.</summary>
internal sealed record Preview(Draft Draft, Letter? Of)
{
    public IEnumerable<string[]> Paragraphs => Draft.Text.Trim().Split("\n\n").Select(p => p.Split('\n'));

    /// <returns>Null if no letter can be written from that wording.</returns>
    public static async Task<Preview?> OfAsync(
        TemplateTexts texts,
        LetterTemplate template,
        string subject,
        string body,
        CancellationToken cancellationToken
    )
    {
        if (TemplateCheck.Problems(template, subject, body).Count > 0)
            return null;
        var (fields, of) = await texts.SampleAsync(template, cancellationToken);
        return new(new TemplateText(subject, body).Render(fields), of);
    }
}

[May(nameof(Acts.ReadTemplates))]
internal sealed class TemplateModel(LetterTemplates templates, TemplateTexts texts, Caller caller) : PageModel
{
    public LetterTemplate Template { get; private set; } = null!;
    public IReadOnlyList<TemplateVersion> Versions { get; private set; } = [];
    public TemplateVersion Shown { get; private set; } = null!;
    public Preview? Preview { get; private set; }
    public string Address => $"/notifications/templates/{Template.Name}";
    public bool CanEdit => caller.May(Acts.WriteTemplates);

    public static string NameOf(TemplateVersion version) => version.Version == 0 ? "As built in" : $"Version {version.Version}";

    public async Task<IActionResult> OnGetAsync(string name, int? version, CancellationToken cancellationToken)
    {
        if (templates.Find(name) is not { } template)
            return NotFound();
        (Template, Versions) = (template, await texts.AllAsync(template, cancellationToken));
        if (Versions.FirstOrDefault(v => version is null || v.Version == version) is not { } shown)
            return NotFound();
        Shown = shown;
        Preview = await Preview.OfAsync(texts, template, shown.Subject, shown.Body, cancellationToken);
        return Page();
    }
}
