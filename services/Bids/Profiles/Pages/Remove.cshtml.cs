using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Bids.Profiles.Pages;

/// <summary>Asks once before a priority goes.</summary>
[May(nameof(Acts.WriteProfiles))]
internal sealed class RemoveModel(BidsContext db, WriteProfile write) : ProfilePage(db, write)
{
    public Priority Priority { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid priority, CancellationToken cancellationToken) =>
        await OpenAsync(id, cancellationToken) && Finds(priority) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid priority, CancellationToken cancellationToken) =>
        !await LoadAsync(id, cancellationToken) ? NotFound()
        // A second press of the button is no mistake: it is gone.
        : !Finds(priority) ? Redirect(Address)
        : await SaveAsync(
            kept => kept with { Priorities = [.. kept.Priorities!.Where(p => p.Id != priority)] },
            _ => "",
            cancellationToken
        );

    private bool Finds(Guid priority) => (Priority = Profile.Priorities.FirstOrDefault(p => p.Id == priority)!) is not null;
}
