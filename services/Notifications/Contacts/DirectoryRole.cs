using Platform.Contracts;

namespace Platform.Notifications.Contacts;

/// <summary>A role at a partnership, as the contact directory shows it.</summary>
/// <param name="Role">Of <see cref="Roles"/>.</param>
/// <param name="Name">"Lead".</param>
/// <param name="Plain">Which letters go to it beside reminders of returns.</param>
/// <param name="Lost">What becomes of those where nobody has it and somebody has the other of lead and editor.</param>
internal sealed record DirectoryRole(string Role, string Name, string Plain, string Lost)
{
    /// <summary>The finance role is the office's in accounts; at a partnership it is a contact's alone.</summary>
    public static readonly IReadOnlyList<DirectoryRole> All =
    [
        new(
            Roles.PartnerLead,
            "Lead",
            "Rounds, receipts, decisions on bids, grants, returns to certify",
            "receipts, grants and returns to certify reach nobody"
        ),
        new(
            Roles.PartnerEditor,
            "Editor",
            "Rounds, bids sent back or lapsed, returns to fill in",
            "nobody is told that a return can be filled in"
        ),
        new(Roles.PartnerChair, "Chair", "", ""),
        new(Roles.Finance, "Finance", "", ""),
    ];

    public static bool Has(string role) => All.Any(r => r.Role == role);

    /// <summary>"Rounds, receipts, …; returns: rungs 0, +1, +5".</summary>
    public string Letters(IReadOnlyList<Rung> ladder)
    {
        var rungs = RungsOf(ladder).Select(r => Say(r.Key)).ToList();
        var reminders =
            rungs.Count == 0 ? "" : $"reminders of returns on {(rungs.Count == 1 ? "rung" : "rungs")} {string.Join(", ", rungs)}";
        return (Plain, reminders) switch
        {
            ("", "") => "None: whom to ask about money",
            (var plain, "") => plain,
            ("", _) => char.ToUpperInvariant(reminders[0]) + reminders[1..],
            (var plain, _) => $"{plain}; {reminders}",
        };
    }

    /// <summary>What the directory says where nobody has this role: "No chair: overdue letters of rung +10 go only to the lead".</summary>
    /// <param name="others">The partnership's contacts.</param>
    /// <param name="ladder">Of every programme.</param>
    public string Without(IReadOnlyList<KnownContact> others, IReadOnlyList<Rung> ladder)
    {
        bool Anybody(string role) => others.Any(c => c.Roles.Contains(role));
        var no = $"No {Name.ToLowerInvariant()}";
        if (Lost.Length > 0 && !Anybody(Roles.PartnerLead) && !Anybody(Roles.PartnerEditor))
            return "No lead and no editor: letters reach nobody";
        var reminders = RungsOf(ladder)
            .GroupBy(r =>
                string.Join(
                    " and ",
                    All.Where(a => a.Role != Role && r.Any(rung => rung.Audience.Contains(a.Role)) && Anybody(a.Role))
                        .Select(a => $"the {a.Name.ToLowerInvariant()}")
                )
            )
            .Select(g =>
                $"{(g.All(r => r.Key > 0) ? "overdue letters" : "reminders")} of rung {string.Join(", ", g.Select(r => Say(r.Key)))} "
                + $"{(g.Key.Length == 0 ? "reach nobody" : "go only to " + g.Key)}"
            );
        var said = string.Join("; ", reminders.Prepend(Lost).Where(s => s.Length > 0));
        return said.Length == 0 ? $"{no}: no letter depends on one" : $"{no}: {said}";
    }

    private IEnumerable<IGrouping<int, Rung>> RungsOf(IReadOnlyList<Rung> ladder) =>
        ladder.Where(r => r.Audience.Contains(Role)).GroupBy(r => r.WorkingDays).OrderBy(g => g.Key);

    private static string Say(int workingDays) => workingDays.ToString("+0;-0;0", System.Globalization.CultureInfo.InvariantCulture);
}
