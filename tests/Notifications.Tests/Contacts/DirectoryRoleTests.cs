using Platform.Contracts;
using Platform.Notifications.Tests.Fixtures;

namespace Platform.Notifications.Tests.Contacts;

[Rule]
public sealed class DirectoryRoleTests
{
    private static readonly IReadOnlyList<Rung> Ladder =
    [
        new(-5, [Roles.PartnerEditor]),
        new(1, [Roles.PartnerEditor, Roles.PartnerLead]),
        new(10, [Roles.PartnerLead, Roles.PartnerChair]),
    ];

    private static DirectoryRole Role(string role) => DirectoryRole.All.Single(r => r.Role == role);

    private static IReadOnlyList<KnownContact> People(string roles) =>
        [
            .. roles
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(r => KnownContact.From(Given.Contact(Given.Somebody(r), Given.Melton, "partner-" + r))),
        ];

    [Theory]
    [InlineData(
        Roles.PartnerLead,
        "Rounds, receipts, decisions on bids, grants, returns to certify; reminders of returns on rungs +1, +10"
    )]
    [InlineData(Roles.PartnerChair, "Reminders of returns on rung +10")]
    [InlineData(Roles.Finance, "None: whom to ask about money")]
    public void Letters_ByTheLadder(string role, string said) => Assert.Equal(said, Role(role).Letters(Ladder));

    [Theory]
    [InlineData(Roles.PartnerChair, "lead editor", "No chair: overdue letters of rung +10 go only to the lead")]
    [InlineData(Roles.PartnerChair, "editor", "No chair: overdue letters of rung +10 reach nobody")]
    [InlineData(
        Roles.PartnerLead,
        "editor chair",
        "No lead: receipts, grants and returns to certify reach nobody; overdue letters of rung +1 go only to the editor; overdue "
            + "letters of rung +10 go only to the chair"
    )]
    [InlineData(Roles.PartnerLead, "", "No lead and no editor: letters reach nobody")]
    [InlineData(
        Roles.PartnerEditor,
        "lead",
        "No editor: nobody is told that a return can be filled in; reminders of rung -5 reach nobody; overdue letters of rung +1 go only "
            + "to the lead"
    )]
    [InlineData(Roles.Finance, "lead", "No finance: no letter depends on one")]
    public void Without_SaysWhatBecomesOfTheLetters(string role, string others, string said) =>
        Assert.Equal(said, Role(role).Without(People(others), Ladder));
}
