using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Gateway.People.Pages;

/// <summary>The annual review: which accounts somebody has to confirm soon.</summary>
[May(nameof(Acts.ReadPeople))]
internal sealed class ReviewModel(AccountsContext db, ManageTeam manage, ReviewSettings review, Caller caller) : PageModel
{
    private const int Most = 200;

    public IReadOnlyList<User> Due { get; private set; } = [];

    public double NoticeDays => review.Notice.TotalDays;

    public Guid Own => caller.Person.UserId;

    public DateOnly DueOn(User user) => London.DateOf(user.ReviewedAt + review.Every);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var before = caller.At - review.Every + review.Notice;
        Due = await db
            .Users.AsNoTracking()
            .Where(u => !u.Disabled && u.ReviewedAt <= before)
            .OrderBy(u => u.ReviewedAt)
            .ThenBy(u => u.Id)
            .Take(Most)
            .ToListAsync(cancellationToken);
    }

    [Says("The account is confirmed")]
    public async Task<IActionResult> OnPostAsync([FromForm] Guid id) =>
        (await manage.ReviewAsync(id)).IsDone ? LocalRedirect("/account/people/review") : NotFound();
}
