using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Notifications.Data;
using Platform.Notifications.Model;

namespace Platform.Notifications.Pages;

[Authorize(Roles = Roles.Officer + "," + Roles.Administrator)]
internal sealed class ContactsModel(NotificationsContext db) : PageModel
{
    /// <summary>A partnership, or the commissioner's office, with its active contacts.</summary>
    public sealed record Group(string Name, IReadOnlyList<KnownContact> Contacts);

    public IReadOnlyList<Group> Groups { get; private set; } = [];

    /// <summary>"Melton has no lead": letters to them would reach nobody.</summary>
    public IReadOnlyList<string> Gaps { get; private set; } = [];

    /// <summary>How many letters had nobody to go to, and nobody has dealt with that.</summary>
    public int Lost { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var active = await db.Contacts.AsNoTracking().Where(c => c.Active).OrderBy(c => c.Name).ToListAsync(cancellation);
        var contacts = active.ToLookup(c => c.Partnership?.Code);
        Groups =
        [
            .. Partnership.All.Select(p => new Group(p.Name, [.. contacts[p.Code]])),
            new("Commissioner’s office", [.. contacts[null]]),
        ];
        Gaps = [.. Partnership.All.Select(p => Gap(p, [.. contacts[p.Code]])).OfType<string>()];
        Lost = await db.Alerts.CountAsync(a => a.DealtWithAt == null, cancellation);
    }

    private static string? Gap(Partnership partnership, IReadOnlyList<KnownContact> contacts) =>
        (contacts.Any(c => c.Roles.Contains(Roles.PartnerEditor)), contacts.Any(c => c.Roles.Contains(Roles.PartnerLead))) switch
        {
            (true, true) => null,
            (false, true) => $"{partnership.Name} has no editor",
            (true, false) => $"{partnership.Name} has no lead",
            (false, false) => $"{partnership.Name} has no editor and no lead",
        };
}
