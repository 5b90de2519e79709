using Platform.Contracts;

namespace Platform.Gateway;

/// <summary>Who may do what here; the services decide for themselves. A new role is added to the lines of what it may do.</summary>
internal static class Acts
{
    /// <summary>Sees who they are signed in as and where, ends their sessions, and changes their password.</summary>
    public static readonly Act UseOwnAccount = new(Roles.All);

    /// <summary>Invites people and looks after their accounts.</summary>
    public static readonly Act ManagePeople = LinkedActs.ManagePeople;
}
