using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.GovUk;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Gateway.People.Pages;

/// <summary>Everybody who has an account.</summary>
[May(nameof(Acts.ReadPeople))]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class IndexModel(AccountsContext db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    public IReadOnlyList<User> Found { get; private set; } = [];

    /// <summary>How many accounts have a change that waits for a second person.</summary>
    public int Waiting { get; private set; }

    public int Total { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public string PageHref =>
        (TypedText.Line(Search) is { Length: > 0 } text ? $"?search={Uri.EscapeDataString(text)}&" : "?") + "page={0}";

    public async Task OnGetAsync([FromQuery(Name = "page")] int? page, CancellationToken cancellationToken)
    {
        var users = db.Users.AsNoTracking();
        if (TypedText.Line(Search) is { Length: > 0 } text)
        {
            var pattern = LikePattern.Containing(text);
            var partnerships = Partnership
                .All.Where(p => p.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
                .Select(p => (Partnership?)p)
                .ToList();
            users = users.Where(u =>
                EF.Functions.ILike(u.Name, pattern) || EF.Functions.ILike(u.Email!, pattern) || partnerships.Contains(u.Partnership)
            );
        }
        Waiting = await db.Users.CountAsync(u => u.Waiting != null, cancellationToken);
        Total = await users.CountAsync(cancellationToken);
        Pages = Paging.Pages(Total);
        Number = Math.Clamp(page ?? 1, 1, Pages);
        Found = await users
            .OrderBy(u => u.Name)
            .ThenBy(u => u.Id)
            .Skip((Number - 1) * Paging.Rows)
            .Take(Paging.Rows)
            .ToListAsync(cancellationToken);
    }
}
