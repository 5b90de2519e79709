using Platform.Contracts;

namespace Platform.Gateway.People;

/// <summary>
/// The roles that one administrator cannot give alone, those that confirm them, and those that one person cannot have together. Section 5
/// of the Local Government and Housing Act 1989 keeps the monitoring officer apart from the chief executive and the chief finance officer.
/// </summary>
internal static class Guarded
{
    /// <summary>Each role that signs, approves or gives roles, and who besides administrators may confirm it.</summary>
    private static readonly Dictionary<string, string[]> ConfirmedBy = new()
    {
        [Roles.Officer] = [Roles.Finance, Roles.MonitoringOfficer],
        [Roles.Finance] = [Roles.MonitoringOfficer, Roles.Commissioner],
        [Roles.MonitoringOfficer] = [Roles.Finance, Roles.Commissioner],
        [Roles.Commissioner] = [Roles.MonitoringOfficer],
        [Roles.Administrator] = [Roles.Finance, Roles.MonitoringOfficer],
    };

    /// <summary>Pairs that would let one person do what takes two.</summary>
    private static readonly (string, string)[] Incompatible =
    [
        (Roles.Officer, Roles.Finance),
        (Roles.Officer, Roles.MonitoringOfficer),
        (Roles.Officer, Roles.Commissioner),
        (Roles.Finance, Roles.MonitoringOfficer),
        (Roles.Finance, Roles.Commissioner),
        (Roles.MonitoringOfficer, Roles.Commissioner),
        (Roles.Administrator, Roles.Officer),
        (Roles.Administrator, Roles.Finance),
        (Roles.Administrator, Roles.MonitoringOfficer),
        (Roles.Administrator, Roles.Commissioner),
    ];

    /// <summary>Whether one of these roles takes two people to give.</summary>
    public static bool Needed(IEnumerable<string> roles) => roles.Any(ConfirmedBy.ContainsKey);

    /// <summary>Whether somebody with these roles may be the second person for an account that has or gets those.</summary>
    public static bool MayConfirm(IReadOnlyCollection<string> own, IEnumerable<string> given) =>
        own.Contains(Roles.Administrator) || given.Any(role => ConfirmedBy.TryGetValue(role, out var by) && by.Any(own.Contains));

    /// <summary>The first two roles that one person cannot have together; null where all go together.</summary>
    public static (string One, string Other)? Clash(IReadOnlyCollection<string> roles) =>
        Incompatible.Where(pair => roles.Contains(pair.Item1) && roles.Contains(pair.Item2)).Cast<(string, string)?>().FirstOrDefault();
}
