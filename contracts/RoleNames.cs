namespace Platform.Contracts;

/// <summary>Roles in the words that people read. What is not in <see cref="Roles"/> is shown as it is.</summary>
public static class RoleNames
{
    private static readonly Dictionary<string, (string Name, string Does)> Words = new()
    {
        [Roles.PartnerEditor] = ("editor", "prepares bids and returns"),
        [Roles.PartnerLead] = ("lead", "submits bids and certifies returns"),
        [Roles.PartnerChair] = ("chair", "is written to when a return is very late"),
        [Roles.PartnerStandIn] = ("stand-in for the chair", "is written to where there is no chair, such as the lead’s line manager"),
        [Roles.Officer] = ("OPCC officer", "opens rounds, reads returns and chases them"),
        [Roles.Assessor] = ("assessor", "scores bids"),
        [Roles.Finance] = ("finance", "approves as chief executive or chief finance officer"),
        [Roles.MonitoringOfficer] = ("monitoring officer", "determines which parts of a decision are published"),
        [Roles.Commissioner] = ("commissioner", "decides"),
        [Roles.Board] = ("board", "reads reports"),
        [Roles.Administrator] = ("administrator", "invites people and looks after their accounts"),
    };

    /// <summary>Within a sentence, where the partnership is named already: "lead", "OPCC officer".</summary>
    /// <param name="role">Of <see cref="Roles"/>.</param>
    public static string InSentence(string role) => Words.TryGetValue(role, out var words) ? words.Name : role;

    /// <summary>On its own, where the partnership is named already: "Lead", "OPCC officer".</summary>
    /// <param name="role">Of <see cref="Roles"/>.</param>
    public static string Heading(string role) => Capital(InSentence(role));

    /// <summary>On its own: "Partnership lead", "OPCC officer".</summary>
    /// <param name="role">Of <see cref="Roles"/>.</param>
    public static string Full(string role) => Roles.OfPartnerships.Contains(role) ? $"Partnership {InSentence(role)}" : Heading(role);

    /// <summary>With what it does: "Partnership lead: submits bids and certifies returns".</summary>
    /// <param name="role">Of <see cref="Roles"/>.</param>
    public static string WithDuties(string role) => Words.TryGetValue(role, out var words) ? $"{Full(role)}: {words.Does}" : role;

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
