using Platform.Contracts;

namespace Platform.Notifications.Contacts;

/// <summary>Roles as people read them.</summary>
internal static class RoleNames
{
    public static string Of(string role) =>
        role switch
        {
            Roles.PartnerEditor => "editor",
            Roles.PartnerLead => "lead",
            Roles.PartnerChair => "chair",
            Roles.Officer => "OPCC officer",
            _ => role.Replace('-', ' '),
        };
}
