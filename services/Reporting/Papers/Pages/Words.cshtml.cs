using Microsoft.AspNetCore.Mvc;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Papers.Pages;

/// <summary>
/// An officer's words in one part of a draft. Where a colleague has written there meanwhile, both are shown to choose from.
/// </summary>
[Says("Your words are saved")]
internal sealed class WordsModel(ReportingContext db, Caller caller, ChangePaper change) : PaperPage(db, caller)
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary>"follow" or "replace".</summary>
    [BindProperty]
    public string? Place { get; set; }

    /// <summary>"mine" or "saved", where two people have written in the same part.</summary>
    [BindProperty]
    public string? Choice { get; set; }
    public string Part { get; private set; } = "";
    public string Name => PaperParts.Name(Paper.Figures, Part) ?? "Something that is not in the figures any more";
    public bool IsFromData => PaperParts.IsFromData(Part);
    public string Hint =>
        (PaperParts.Hint(Part) is { Length: > 0 } hint ? hint + ". " : "")
        + "Leave an empty line between paragraphs. Lines that begin with a dash become a lettered list";
    public IReadOnlyList<PaperParagraph> FromData => PaperDocument.FromData(Paper.Figures, Part);
    public PaperWords? Conflict { get; private set; }

    public async Task<IActionResult> OnGetAsync(string part, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        if (!Find(part))
            return NotFound();
        (Text, Place) = (Paper.WordsOn(part)?.Text, Paper.WordsOn(part)?.Replaces == true ? "replace" : "follow");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string part, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || !Find(part))
            return NotFound();
        if (Choice == "saved")
        {
            this.Say("Your colleague’s words are kept");
            return Redirect(Address);
        }
        var result = await change.WriteAsync(Number, Version, part, Place == "replace", Text, cancellationToken);
        if (result.IsDone)
            return Redirect(Address);
        if (result.Kind != ResultKind.Stale)
            return await RefusedAsync(result, cancellationToken);
        await LoadAsync(cancellationToken);
        Conflict = Paper.WordsOn(part);
        ModelState.AddModelError(nameof(Choice), "Someone else changed this while you had the page open. Choose which words to keep");
        ModelState.Remove(nameof(Version));
        Version = Paper.Version;
        return Page();
    }

    private bool Find(string part)
    {
        Part = part;
        return Paper.Figures.Has(part) || Paper.WordsOn(part) is not null;
    }
}
