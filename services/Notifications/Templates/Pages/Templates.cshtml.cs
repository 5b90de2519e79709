using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Notifications.Templates.Pages;

[May(nameof(Acts.ReadTemplates))]
internal sealed class TemplatesModel(NotificationsContext db, LetterTemplates templates) : PageModel
{
    /// <summary>Each template with its newest version; null where nobody has changed it.</summary>
    public IReadOnlyList<(LetterTemplate Template, TemplateVersion? Newest)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var newest = await db
            .TemplateVersions.FromSql($"select distinct on (name) * from template_versions order by name, version desc")
            .AsNoTracking()
            .ToDictionaryAsync(t => t.Name, cancellationToken);
        Rows = [.. templates.All.Select(t => (t, newest.GetValueOrDefault(t.Name)))];
    }
}
