using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Profiles.Pages;

/// <summary>A page on which an officer changes something of a Problem Profile.</summary>
internal abstract class ProfilePage(BidsContext db, WriteProfile write) : PageModel
{
    [BindProperty]
    public int Version { get; set; }
    public ProblemProfile Profile { get; private set; } = null!;
    public bool IsStale { get; private set; }
    public string Address => $"/profiles/{Profile.Id}";

    protected async Task<bool> LoadAsync(Guid id, CancellationToken cancellationToken) =>
        (Profile = (await db.Profiles.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken))!) is not null;

    /// <summary>Finds the profile for a form of it as it is.</summary>
    protected async Task<bool> OpenAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(id, cancellationToken))
            return false;
        Version = Profile.Version;
        return true;
    }

    /// <param name="change">Puts this page's answers into the profile's.</param>
    /// <param name="field">The field of this page that a problem stands beside.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected async Task<IActionResult> SaveAsync(
        Func<ProfileAnswers, ProfileAnswers> change,
        Func<Problem, string> field,
        CancellationToken cancellationToken
    )
    {
        var result = await write.RunAsync(Profile.Id, Version, change, cancellationToken);
        if (result.IsDone)
            return Redirect(Address);
        foreach (var problem in result.Problems)
            ModelState.AddModelError(field(problem), problem.Message);
        if (result.Kind != ResultKind.Stale)
            return Page();
        await LoadAsync(Profile.Id, cancellationToken);
        IsStale = true;
        ModelState.AddModelError(
            "",
            "Someone else changed this Problem Profile while you had this page open. Check what is saved now, shown above your answers. "
                + "To save yours, save again"
        );
        ModelState.Remove(nameof(Version));
        Version = Profile.Version;
        return Page();
    }
}
