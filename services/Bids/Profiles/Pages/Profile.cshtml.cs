using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Profiles.Pages;

/// <summary>A Problem Profile; officers can change it from here.</summary>
[May(nameof(Acts.ReadProfiles))]
internal sealed class ProfileModel(BidsContext db, Caller caller) : PageModel
{
    public ProblemProfile Profile { get; private set; } = null!;
    public bool MayWrite => caller.May(Acts.WriteProfiles);
    public string Address => $"/profiles/{Profile.Id}";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (Profile = (await db.Profiles.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken))!) is null
            ? NotFound()
            : Page();
}
