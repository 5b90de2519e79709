using Platform.Contracts;

namespace Platform.Reporting.Foi;

/// <summary>Who may do what with requests: partnerships and the board see none.</summary>
internal static class FoiRoles
{
    /// <summary>For <c>[Authorize(Roles = ...)]</c>.</summary>
    public const string Work = Roles.Officer + "," + Roles.MonitoringOfficer;

    /// <summary>Those who read.</summary>
    public const string Read = Work + "," + Roles.Assessor + "," + Roles.Finance + "," + Roles.Commissioner + "," + Roles.Administrator;
}
