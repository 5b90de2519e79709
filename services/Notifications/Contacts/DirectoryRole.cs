using Platform.Contracts;

namespace Platform.Notifications.Contacts;

/// <summary>A role at a partnership, as the contact directory shows it.</summary>
/// <param name="Role">Of <see cref="Roles"/>.</param>
internal sealed record DirectoryRole(string Role)
{
    /// <summary>The roles. With an account, finance is a role in the office; at a partnership, only contacts without one have it.</summary>
    public static readonly IReadOnlyList<DirectoryRole> All =
    [
        new(Roles.PartnerLead),
        new(Roles.PartnerEditor),
        new(Roles.PartnerChair),
        new(Roles.PartnerStandIn),
        new(Roles.Finance),
    ];

    public static bool Has(string role) => All.Any(r => r.Role == role);

    /// <summary>"Receipts; returns to certify or accepted; reminders of returns on rungs 0, +1, +5".</summary>
    public string Letters(LetterTemplates templates, IReadOnlyList<Rung> ladder)
    {
        if (Role == Roles.PartnerStandIn)
            return "The chair’s letters, where there is no chair";
        var rungs = RungsOf(ladder).Select(r => Say(r.Key)).ToList();
        var about = About(templates.To(Role));
        if (rungs.Count > 0)
            about.Add($"reminders of returns on {Rungs(rungs)}");
        var said = string.Join("; ", about);
        return said.Length == 0 ? "None: whom to ask about money" : char.ToUpperInvariant(said[0]) + said[1..];
    }

    /// <summary>What the directory says where nobody has this role: "No chair: overdue letters of rung +10 go only to the lead".</summary>
    /// <param name="templates">The letters.</param>
    /// <param name="others">The partnership's contacts.</param>
    /// <param name="ladder">The rungs of every programme.</param>
    public string Without(LetterTemplates templates, IReadOnlyList<KnownContact> others, IReadOnlyList<Rung> ladder)
    {
        bool Anybody(string role) => others.Any(c => c.Roles.Contains(role));
        if (Role == Roles.PartnerStandIn)
            return Anybody(Roles.PartnerChair) ? "None: there is a chair" : "None, and no chair: nobody gets the chair’s letters";
        var no = $"No {RoleNames.InSentence(Role)}";
        var lost = About(templates.To(Role, only: true));
        if (lost.Count > 0 && !Anybody(Roles.PartnerLead) && !Anybody(Roles.PartnerEditor))
            return "No lead and no editor: letters reach nobody";
        var reminders = RungsOf(ladder)
            .GroupBy(r =>
                WordList.Of(
                    All.Where(a => a.Role != Role && r.Any(rung => rung.Audience.Contains(a.Role)) && Anybody(a.Role))
                        .Select(a => $"the {RoleNames.InSentence(a.Role)}")
                )
            )
            .Select(g =>
                $"{(g.All(r => r.Key > 0) ? "overdue letters" : "reminders")} of {Rungs([.. g.Select(r => Say(r.Key))])} "
                + Reach(g.Key, Role == Roles.PartnerChair && Anybody(Roles.PartnerStandIn))
            );
        var said = string.Join("; ", lost.Count == 0 ? reminders : reminders.Prepend($"letters about {WordList.Of(lost)} reach nobody"));
        return said.Length == 0 ? $"{no}: no letter depends on one" : $"{no}: {said}";
    }

    private static string Reach(string others, bool standIn) =>
        (others.Length, standIn) switch
        {
            (0, false) => "reach nobody",
            (0, true) => "go only to the stand-in",
            (_, false) => $"go only to {others}",
            (_, true) => $"go to {others}, and to the stand-in instead of the chair",
        };

    // "bids withdrawn or deferred" for two letters about bids.
    private static List<string> About(IReadOnlyList<LetterTemplate> letters) =>
        [
            .. letters
                .Select(l => l.About)
                .Distinct()
                .GroupBy(a => a.Thing, a => a.What)
                .Select(a => $"{a.Key} {WordList.Of(a, " or ")}".TrimEnd()),
        ];

    private IEnumerable<IGrouping<int, Rung>> RungsOf(IReadOnlyList<Rung> ladder) =>
        ladder.Where(r => r.Audience.Contains(Role)).GroupBy(r => r.WorkingDays).OrderBy(g => g.Key);

    private static string Rungs(List<string> rungs) => $"{(rungs.Count == 1 ? "rung" : "rungs")} {WordList.Of(rungs)}";

    private static string Say(int workingDays) => workingDays.ToString("+0;-0;0", System.Globalization.CultureInfo.InvariantCulture);
}
