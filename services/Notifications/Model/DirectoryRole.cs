using Platform.Contracts;

namespace Platform.Notifications.Model;

/// <summary>A role at a partnership, as the contact directory shows it.</summary>
/// <param name="Role">Of <see cref="Roles"/>.</param>
/// <param name="Name">"Lead".</param>
/// <param name="Letters">Which letters go to it.</param>
/// <param name="WhenEmpty">What becomes of them where nobody has it.</param>
internal sealed record DirectoryRole(string Role, string Name, string Letters, string WhenEmpty)
{
    /// <summary>The finance role is the office's in accounts; at a partnership it is a contact's alone.</summary>
    public static readonly IReadOnlyList<DirectoryRole> All =
    [
        new(Roles.PartnerLead, "Lead", "Rounds, receipts, decisions on bids, grants, overdue returns", "No lead: receipts, grants and letters on decisions reach nobody; the rest goes only to the editors"),
        new(Roles.PartnerEditor, "Editor", "Rounds, bids sent back or lapsed, returns to fill in, reminders of returns", "No editor: nobody is told that a return can be filled in; the rest goes only to the lead"),
        new(Roles.PartnerChair, "Chair", "Returns that are two weeks overdue", "No chair: overdue letters of rung +10 go only to the lead"),
        new(Roles.Finance, "Finance", "None yet: whom to ask about money", "No finance contact: no letter depends on one"),
    ];

    /// <summary>What the directory says where nobody has this role.</summary>
    /// <param name="others">The partnership's contacts.</param>
    public string Without(IReadOnlyList<KnownContact> others)
    {
        bool Anybody(string role) => others.Any(c => c.Roles.Contains(role));
        return Role switch
        {
            Roles.PartnerLead or Roles.PartnerEditor when !Anybody(Roles.PartnerLead) && !Anybody(Roles.PartnerEditor) => "No lead and no editor: letters reach nobody",
            Roles.PartnerChair when !Anybody(Roles.PartnerLead) => "No chair and no lead: overdue letters of rung +10 reach nobody",
            _ => WhenEmpty,
        };
    }

    public static bool Has(string role) => All.Any(r => r.Role == role);
}
