using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.GovUk.Forms;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Bids.Profiles.Pages;

/// <summary>A priority, added or changed.</summary>
[May(nameof(Acts.WriteProfiles))]
[Says("The priority is saved")]
internal sealed class PriorityModel(BidsContext db, WriteProfile write) : ProfilePage(db, write)
{
    /// <summary>Created with the page, so that pressing twice saves one priority.</summary>
    [BindProperty]
    public Guid PriorityId { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Evidence { get; set; }

    /// <summary>The priority as it is saved; null for a new one, or one that a colleague has removed.</summary>
    public Priority? Saved => Profile.Priorities.FirstOrDefault(p => p.Id == PriorityId);

    public async Task<IActionResult> OnGetAsync(string priority, CancellationToken cancellationToken)
    {
        if (await OpenAsync(cancellationToken) is { } elsewhere)
            return elsewhere;
        PriorityId =
            priority == "new" ? Guid.CreateVersion7()
            : Guid.TryParse(priority, out var wanted) ? wanted
            : Guid.Empty;
        if (Saved is { } saved)
            (Name, Evidence) = (saved.Name, saved.Evidence);
        else if (priority != "new")
            return NotFound();
        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (PriorityId == Guid.Empty)
            PriorityId = Guid.CreateVersion7();
        var name = ModelState.ReadText(nameof(Name), Name, "The name of the priority", ProfileAnswers.LongestName);
        var evidence = ModelState.ReadText(nameof(Evidence), Evidence, "Evidence", ProfileAnswers.LongestEvidence, optional: true) ?? "";
        var typed = new Priority(PriorityId, name ?? "", evidence);
        return SaveAsync(
            kept =>
                kept with
                {
                    Priorities = kept.Priorities!.Any(p => p.Id == typed.Id)
                        ? [.. kept.Priorities!.Select(p => p.Id == typed.Id ? typed : p)]
                        : [.. kept.Priorities!, typed],
                },
            cancellationToken
        );
    }

    protected override string FieldOf(string field) => field == nameof(Evidence) ? field : nameof(Name);
}
