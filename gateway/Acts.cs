using Platform.Contracts;

namespace Platform.Gateway;

/// <summary>Who may do what here; the services decide for themselves. A new role is added to the lines of what it may do.</summary>
internal static class Acts
{
    /// <summary>Sees who they are signed in as and where, ends their sessions, and changes their password.</summary>
    public static readonly Act UseOwnAccount = new(Roles.All);

    /// <summary>Reads who has an account, and may do what; signs devices out, and unlocks accounts.</summary>
    public static readonly Act ReadPeople = LinkedActs.ReadPeople;

    /// <summary>Invites people, changes their accounts, and registers programs.</summary>
    public static readonly Act ManagePeople = new([Roles.Administrator]) { IsConfirmed = true };

    /// <summary>Confirms, as the second person, what an administrator asked to change of an account.</summary>
    public static readonly Act ConfirmPeople = LinkedActs.ConfirmPeople;

    /// <summary>Changes what protects their own account.</summary>
    public static readonly Act SecureOwnAccount = new(Roles.All) { IsConfirmed = true };

    /// <summary>Sees who is in their partnership.</summary>
    public static readonly Act ReadTeam = LinkedActs.ReadTeam;

    /// <summary>Invites and removes the editors of their partnership, and names a deputy.</summary>
    public static readonly Act ManageTeam = new([Roles.PartnerLead]) { IsConfirmed = true };

    /// <summary>Gives out all that is held about somebody who asks.</summary>
    public static readonly Act AnswerSubject = LinkedActs.AnswerSubject;
}
