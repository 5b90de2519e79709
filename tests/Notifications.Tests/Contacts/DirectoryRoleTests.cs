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

    private static readonly LetterTemplates Templates = new();

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
        "Receipts; returns to certify, sent back, accepted, extended or not required; rounds; bids to submit, lapsed, sent back, "
            + "restored, withdrawn, not supported or deferred; grants made or varied; reminders of returns on rungs +1 and +10"
    )]
    [InlineData(Roles.PartnerChair, "Reminders of returns on rung +10")]
    [InlineData(Roles.Finance, "None: whom to ask about money")]
    public void Letters_ByTheLadder(string role, string said) => Assert.Equal(said, Role(role).Letters(Templates, Ladder));

    [Theory]
    [InlineData(Roles.PartnerChair, "lead editor", "No chair: overdue letters of rung +10 go only to the lead")]
    [InlineData(
        Roles.PartnerChair,
        "lead stand-in",
        "No chair: overdue letters of rung +10 go to the lead, and to the stand-in instead of the chair"
    )]
    [InlineData(Roles.PartnerStandIn, "lead chair", "None: there is a chair")]
    [InlineData(Roles.PartnerChair, "editor", "No chair: overdue letters of rung +10 reach nobody")]
    [InlineData(
        Roles.PartnerLead,
        "editor chair",
        "No lead: letters about receipts, returns to certify or accepted, bids to submit, withdrawn or deferred and grants made reach "
            + "nobody; overdue letters of rung +1 go only to the editor; overdue letters of rung +10 go only to the chair"
    )]
    [InlineData(Roles.PartnerLead, "", "No lead and no editor: letters reach nobody")]
    [InlineData(
        Roles.PartnerEditor,
        "lead",
        "No editor: letters about returns to fill in or declined and bids given back reach nobody; reminders of rung -5 reach nobody; "
            + "overdue letters of rung +1 go only to the lead"
    )]
    [InlineData(Roles.Finance, "lead", "No finance: no letter depends on one")]
    public void Without_SaysWhatBecomesOfTheLetters(string role, string others, string said) =>
        Assert.Equal(said, Role(role).Without(Templates, People(others), Ladder));
}
