using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Notifications.Data;
using Platform.Notifications.Model;

namespace Platform.Notifications.Pages;

[Authorize(Roles = Roles.Officer + "," + Roles.Administrator)]
internal sealed class LettersModel(NotificationsContext db) : PageModel
{
    private const int PageSize = 25;

    [FromQuery]
    public string? Partnership { get; set; }

    [FromQuery]
    public string? Word { get; set; }

    // "page" is also the name of a route value of Razor Pages: the query alone is meant.
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public sealed record Row(Guid Id, string Subject, Partnership? Partnership, string ToName, DateTimeOffset QueuedAt, LetterState State);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public int Count { get; private set; }

    public int Pages => Math.Max(1, (Count + PageSize - 1) / PageSize);

    public Partnership? Chosen => Contracts.Partnership.Find(Partnership);

    public bool IsFiltered => Chosen is not null || Word is not null;

    public IEnumerable<SelectListItem> Partnerships =>
        [new("All partnerships", ""), .. Contracts.Partnership.All.Select(p => new SelectListItem(p.Name, p.Code))];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Word = string.IsNullOrWhiteSpace(Word) ? null : Word.Trim();
        var letters = db.Letters.AsNoTracking();
        if (Chosen is { } partnership) letters = letters.Where(l => l.Partnership == partnership);
        if (Word is { } word) letters = letters.Where(l => EF.Functions.ILike(l.Subject, $"%{Escape(word)}%", "\\"));
        Count = await letters.CountAsync(cancellation);
        Number = Math.Clamp(Number, 1, Pages);
        Rows = await letters.OrderByDescending(l => l.Position).Skip((Number - 1) * PageSize).Take(PageSize)
            .Select(l => new Row(l.Id, l.Subject, l.Partnership, l.ToName, l.QueuedAt, l.State)).ToListAsync(cancellation);
    }

    /// <summary>This list's address with other filters, from its first page.</summary>
    public string Address(string? partnership, string? word, string? page = null)
    {
        string?[] parts =
        [
            partnership is { Length: > 0 } ? $"partnership={Uri.EscapeDataString(partnership)}" : null,
            word is { Length: > 0 } ? $"word={Uri.EscapeDataString(word)}" : null,
            page is null ? null : $"page={page}",
        ];
        var query = string.Join('&', parts.Where(p => p is not null));
        return query.Length == 0 ? "/notifications" : "/notifications?" + query;
    }

    private static string Escape(string word) => word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_");
}
