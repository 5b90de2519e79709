using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Profiles.Pages;

/// <summary>Asks for confirmation before a priority is removed.</summary>
[May(nameof(Acts.WriteProfiles))]
[Says("The priority is removed")]
internal sealed class RemoveModel(BidsContext db, WriteProfile write) : ProfilePage(db, write)
{
    public Priority Priority { get; private set; } = null!;

    [FromRoute(Name = "priority")]
    public Guid PriorityId { get; set; }

    // A second press of the button is no mistake: the priority is gone.
    protected override bool IsDoneAlready => Priority is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await OpenAsync(cancellationToken) ?? (Priority is null ? NotFound() : Page());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        !await LoadAsync(cancellationToken) ? NotFound()
        : Priority is null ? Redirect(Address)
        : await SaveAsync(kept => kept with { Priorities = [.. kept.Priorities!.Where(p => p.Id != PriorityId)] }, cancellationToken);

    // Nothing is typed here.
    protected override string FieldOf(string field) => "";

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        Priority = Profile.Priorities.FirstOrDefault(p => p.Id == PriorityId)!;
        return true;
    }
}
