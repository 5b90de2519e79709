using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Notifications.Letters.Pages;

/// <summary>The log: every letter, what happened to it, and when.</summary>
[May(nameof(Acts.ReadLetters)), EnableRateLimiting(Limits.Search)]
internal sealed class LettersModel(NotificationsContext db, Caller caller) : PageModel
{
    private const int PageSize = Paging.Rows;

    [FromQuery]
    public string? Partnership { get; set; }

    /// <summary>How the reference of what letters are about begins: "SS5-MEL-01", "SS5-MEL-01/2024-25-q2".</summary>
    [FromQuery]
    public string? About { get; set; }

    [FromQuery]
    public string? State { get; set; }

    /// <summary>A word in the subject, the letter or the recipient's name.</summary>
    [FromQuery]
    public string? Word { get; set; }

    // Razor Pages have a route value "page" too; only the query is meant.
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public sealed record Row(
        Guid Id,
        string Subject,
        Partnership? Partnership,
        string? About,
        string ToName,
        DateTimeOffset QueuedAt,
        LetterState State,
        DateTimeOffset? Since,
        string? Why
    );

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Count { get; private set; }

    /// <summary>How many letters failed or had no recipient, and have not been dealt with.</summary>
    public int Alerts { get; private set; }

    public bool MayChoose => caller.May(Acts.ChoosePreferences);

    public int Pages => Paging.Pages(Count);

    public Partnership? Chosen => Contracts.Partnership.Find(Partnership);

    public LetterState? ChosenState =>
        Enum.TryParse<LetterState>(State, ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null;

    public IEnumerable<SelectListItem> Partnerships =>
        [new("All partnerships", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];

    public IEnumerable<SelectListItem> States =>
        [
            new("All states", ""),
            .. Enum.GetValues<LetterState>()
                .Select(s => new SelectListItem(s == LetterState.Collected ? "In another letter" : s.ToString(), s.ToString())),
        ];

    /// <summary>The filters in use, each with the address without it.</summary>
    public IReadOnlyList<(string Text, string Href)> Chips =>
        [
            .. Chosen is { } chosen ? [(chosen.Name, Address(without: nameof(Partnership)))] : Array.Empty<(string, string)>(),
            .. About is { } about ? [(about, Address(without: nameof(About)))] : Array.Empty<(string, string)>(),
            .. ChosenState is { } state
                ? [(States.Single(s => s.Value == state.ToString()).Text, Address(without: nameof(State)))]
                : Array.Empty<(string, string)>(),
            .. Word is { } word ? [($"“{word}”", Address(without: nameof(Word)))] : Array.Empty<(string, string)>(),
        ];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Word, About) = (Typed(Word), Typed(About));
        var letters = Filtered(db.Letters.AsNoTracking());
        if (!ModelState.AreKnown((nameof(Partnership), Partnership, Partnerships), (nameof(State), State, States)))
            letters = letters.Where(_ => false);
        Count = await letters.CountAsync(cancellationToken);
        Number = Math.Clamp(Number, 1, Pages);
        Rows = await letters
            .OrderByDescending(l => l.Position)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .Select(l => new Row(
                l.Id,
                l.Subject,
                l.Partnership,
                l.AboutReference,
                l.ToName,
                l.QueuedAt,
                l.State,
                l.State == LetterState.Failed ? l.FailedAt
                    : l.State == LetterState.Withdrawn ? l.WithdrawnAt
                    : l.DeliveredAt ?? l.SentAt,
                l.LastError
            ))
            .ToListAsync(cancellationToken);
        Alerts =
            await db.Letters.CountAsync(l => l.State == LetterState.Failed && l.DealtWithAt == null, cancellationToken)
            + await db.Alerts.CountAsync(a => a.DealtWithAt == null, cancellationToken);
    }

    /// <summary>The address of this list with the same filters.</summary>
    public string Address(string? without = null, string? page = null)
    {
        (string Name, string? Value)[] filters =
        [
            (nameof(Partnership), Chosen?.Code),
            (nameof(About), About),
            (nameof(State), ChosenState?.ToString()),
            (nameof(Word), Word),
        ];
        var parts = filters
            .Where(f => f.Value is { Length: > 0 } && f.Name != without)
            .Select(f => $"{f.Name.ToLowerInvariant()}={Uri.EscapeDataString(f.Value!)}");
        var query = string.Join('&', page is null ? parts : parts.Append($"page={page}"));
        return query.Length == 0 ? "/notifications" : "/notifications?" + query;
    }

    private IQueryable<Letter> Filtered(IQueryable<Letter> letters)
    {
        if (Chosen is { } partnership)
            letters = letters.Where(l => l.Partnership == partnership);
        if (ChosenState is { } state)
            letters = letters.Where(l => l.State == state);
        if (About is { } about)
            letters = letters.Where(l => EF.Functions.ILike(l.AboutReference!, LikePattern.Beginning(about), "\\"));
        if (Word is { } word)
        {
            var pattern = LikePattern.Containing(word);
            letters = letters.Where(l =>
                EF.Functions.ILike(l.Subject, pattern, "\\")
                || EF.Functions.ILike(l.ToName, pattern, "\\")
                || EF.Functions.ILike(l.Text, pattern, "\\")
            );
        }
        return letters;
    }

    private static string? Typed(string? text) => TypedText.Line(text) is { Length: > 0 } line ? line : null;
}
