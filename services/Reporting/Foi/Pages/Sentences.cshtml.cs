using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Reporting.Foi.Pages;

/// <summary>The fixed sentences of letters, for the office to change.</summary>
[May(nameof(Acts.WordFoiLetters))]
[Says("The sentences are saved", "Letters that have been sent stay as they are")]
internal sealed class SentencesModel(ReportingContext db, ChangeFoiWording change) : ActPage
{
    private int version;

    [BindProperty]
    public Dictionary<string, string?> Sentences { get; set; } = [];
    public FoiSentences Saved { get; private set; } = FoiSentences.Usual;
    public override string Address => "/foi";

    protected override int VersionNow => version;

    protected override bool IsDoneAlready => IsStale && FoiSentences.All.All(IsSaved);

    /// <summary>Whether a sentence is saved as it was typed.</summary>
    public bool IsSaved(FoiSentence sentence) => Saved.Of(sentence.Key) == TypedText.Tidy(Sentences.GetValueOrDefault(sentence.Key));

    /// <summary>What a sentence has filled in, for its hint; nothing where it has none.</summary>
    public string? Names(FoiSentence sentence) =>
        (sentence.Needed.Count, sentence.Offered.Count) switch
        {
            (0, 0) => null,
            (0, _) => $"It may have {Braces(sentence.Offered)} in it",
            (_, 0) => $"It must have {Braces(sentence.Needed)} in it",
            _ => $"It must have {Braces(sentence.Needed)} in it, and may have {Braces(sentence.Offered)}",
        };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        Sentences = FoiSentences.All.ToDictionary(s => s.Key, s => (string?)Saved.Of(s.Key));
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        ActAsync(() => change.RunAsync(Version, Sentences, cancellationToken), cancellationToken);

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var wording = await db.FoiWordings.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        (Saved, version) = (new(wording?.Sentences ?? FoiSentences.Usual.Changed), wording?.Version ?? 0);
        return true;
    }

    private static string Braces(IReadOnlyList<string> names) => string.Join(", ", names.Select(n => "{{" + n + "}}"));
}
