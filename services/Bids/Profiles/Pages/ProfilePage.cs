using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Profiles.Pages;

/// <summary>A page on which an officer changes something of a Problem Profile.</summary>
internal abstract class ProfilePage(BidsContext db, WriteProfile write) : ActPage
{
    [FromRoute]
    public Guid Id { get; set; }
    public ProblemProfile Profile { get; private set; } = null!;
    public override string Address => $"/profiles/{Id}";

    protected override int VersionNow => Profile.Version;

    protected override string StaleWords =>
        "Someone else changed this Problem Profile while you had this page open. Check what is saved now, shown above your answers. "
        + "To save yours, save again";

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        (Profile = (await db.Profiles.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, cancellationToken))!) is not null;

    /// <param name="change">Puts this page's answers into the profile's.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected Task<IActionResult> SaveAsync(Func<ProfileAnswers, ProfileAnswers> change, CancellationToken cancellationToken) =>
        ActAsync(() => write.RunAsync(Id, Version, change, cancellationToken), cancellationToken);
}
