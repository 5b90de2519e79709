using Platform.Contracts;

namespace Platform.Gateway.People;

/// <summary>Roles in the words that administrators read.</summary>
internal static class RoleNames
{
    private static readonly Dictionary<string, (string Name, string Does)> Words = new()
    {
        [Roles.PartnerEditor] = ("Partnership editor", "prepares bids and returns"),
        [Roles.PartnerLead] = ("Partnership lead", "submits bids and certifies returns"),
        [Roles.PartnerChair] = ("Partnership chair", "is written to when a return is very late"),
        [Roles.Officer] = ("OPCC officer", "opens rounds, reads returns and chases them"),
        [Roles.Assessor] = ("Assessor", "scores bids"),
        [Roles.Finance] = ("Finance", "approves as chief executive or chief finance officer"),
        [Roles.MonitoringOfficer] = ("Monitoring officer", "determines what of a decision is published"),
        [Roles.Commissioner] = ("Commissioner", "decides"),
        [Roles.Board] = ("Board", "reads reports"),
        [Roles.Administrator] = ("Administrator", "invites people and looks after their accounts"),
    };

    public static string Name(string role) => Words.TryGetValue(role, out var words) ? words.Name : role;

    public static string Full(string role) => Words.TryGetValue(role, out var words) ? $"{words.Name}: {words.Does}" : role;

    public static string List(IEnumerable<string> roles) => string.Join(", ", roles.Select(Name));
}
