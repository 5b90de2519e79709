using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;

namespace Platform.Notifications.Letters.Pages;

[May(nameof(Acts.ReadLetters))]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class LetterModel(NotificationsContext db, Office office, LetterTemplates templates, Caller caller) : PageModel
{
    public Letter Letter { get; private set; } = null!;

    public bool CanDeal => Letter is { State: LetterState.Failed, DealtWithAt: null } && caller.May(Acts.DealWithAlerts);

    public string? TemplateTitle => templates.Find(Letter.Template)?.Title ?? Letter.Template;

    /// <summary>The size of the e-mail file, for the link's text; null where there is no file.</summary>
    public string? Size { get; private set; }

    /// <summary>The text, paragraph by paragraph, line by line.</summary>
    public IEnumerable<string[]> Paragraphs => Letter.Text.Trim().Split("\n\n").Select(p => p.Split('\n'));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Letters.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is not { } letter)
            return NotFound();
        Letter = letter;
        Size = LetterFile.Of(letter, office) is { } file ? $"{Math.Max(1, (file.Length + 1023) / 1024)} KB" : null;
        return Page();
    }
}
