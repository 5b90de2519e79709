using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.Team.Pages;

/// <summary>Who is in the lead's partnership, and inviting an editor.</summary>
[May(nameof(Acts.ReadTeam))]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class TeamModel(AccountsContext db, ManageTeam manage, ReviewSettings review, Caller caller) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Created with the page, so that pressing twice invites once.</summary>
    [BindProperty]
    public Guid AccountId { get; set; }

    public IReadOnlyList<User> All { get; private set; } = [];

    public Partnership Partnership => caller.Partnership!;

    public Guid Own => caller.Person.UserId;

    public static bool IsEditor(User user) => user is { Disabled: false, Roles: [Roles.PartnerEditor] };

    public DateOnly DueOn(User user) => London.DateOf(user.ReviewedAt + review.Every);

    public bool IsDue(User user) => !user.Disabled && user.ReviewedAt + review.Every - review.Notice <= caller.At;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (caller.Partnership is null)
            return NotFound();
        AccountId = Guid.CreateVersion7();
        await LoadAsync(cancellationToken);
        return Page();
    }

    [Says("The invitation is sent", "The administrators are told")]
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (this.ConfirmFirst() is { } first)
            return first;
        var result = await manage.InviteAsync(Name, Email, this.IdOf(AccountId));
        if (result.IsDone)
            return LocalRedirect("/account/team");
        result.Outcome.AddTo(ModelState);
        await LoadAsync(cancellationToken);
        return Page();
    }

    [Says("The account is confirmed")]
    public async Task<IActionResult> OnPostReviewAsync([FromForm] Guid id) =>
        (await manage.ReviewAsync(id)).IsDone ? LocalRedirect("/account/team") : NotFound();

    private async Task LoadAsync(CancellationToken cancellationToken) =>
        All = await db
            .Users.AsNoTracking()
            .Where(u => u.Partnership == caller.Partnership)
            .OrderBy(u => u.Disabled)
            .ThenBy(u => u.Name)
            .ToListAsync(cancellationToken);
}
