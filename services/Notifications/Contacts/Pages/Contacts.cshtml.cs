using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Audit;
using Platform.ServiceDefaults.Callers;

namespace Platform.Notifications.Contacts.Pages;

/// <summary>The contact directory: who would get which letters, and which roles nobody has.</summary>
[May(nameof(Acts.ReadContacts))]
[Noted(AccessKind.PersonalDataRead)]
internal sealed class ContactsModel(NotificationsContext db, LetterTemplates templates, Caller caller) : PageModel
{
    /// <summary>A partnership with its active contacts.</summary>
    public sealed record Group(Partnership Partnership, IReadOnlyList<KnownContact> Contacts);

    public IReadOnlyList<Group> Partnerships { get; private set; } = [];
    public IReadOnlyList<KnownContact> Office { get; private set; } = [];

    /// <summary>"Melton has no lead": letters to the lead would reach nobody.</summary>
    public IReadOnlyList<string> Gaps { get; private set; } = [];

    /// <summary>How many letters had no recipient and have not been dealt with.</summary>
    public int Lost { get; private set; }

    /// <summary>Contacts without an account who are no longer written to.</summary>
    public IReadOnlyList<KnownContact> Left { get; private set; } = [];

    /// <summary>The rungs of every programme.</summary>
    public IReadOnlyList<Rung> Ladder { get; private set; } = [];
    public LetterTemplates Templates => templates;
    public bool CanAdd => caller.May(Acts.WriteContacts);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var known = await db
            .Contacts.AsNoTracking()
            .Where(c => c.Active || c.EnteredBy != null)
            .OrderBy(c => c.Name)
            .ToListAsync(cancellationToken);
        var contacts = known.Where(c => c.Active).ToLookup(c => c.Partnership?.Code);
        Partnerships = [.. Partnership.All.Select(p => new Group(p, [.. contacts[p.Code]]))];
        Office = [.. contacts[null]];
        Left = [.. known.Where(c => !c.Active)];
        Gaps = [.. Partnerships.Select(Gap).OfType<string>()];
        Ladder = [.. (await db.Ladders.AsNoTracking().ToListAsync(cancellationToken)).SelectMany(l => l.Rungs)];
        Lost = await db.Alerts.CountAsync(a => a.DealtWithAt == null, cancellationToken);
    }

    private static string? Gap(Group group) =>
        (
            group.Contacts.Any(c => c.Roles.Contains(Roles.PartnerEditor)),
            group.Contacts.Any(c => c.Roles.Contains(Roles.PartnerLead))
        ) switch
        {
            (true, true) => null,
            (false, true) => $"{group.Partnership.Name} has no editor",
            (true, false) => $"{group.Partnership.Name} has no lead",
            (false, false) => $"{group.Partnership.Name} has no editor and no lead",
        };
}
