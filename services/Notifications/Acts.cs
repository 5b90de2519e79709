using Platform.Contracts;

namespace Platform.Notifications;

/// <summary>Who may do what here. To add a role, name it on the line of each act that it may do.</summary>
internal static class Acts
{
    /// <summary>Reads letters, as they were sent.</summary>
    public static readonly Act ReadLetters = LinkedActs.ReadLetters;

    /// <summary>Reads who is written to.</summary>
    public static readonly Act ReadContacts = LinkedActs.ReadContacts;

    /// <summary>Adds contacts without an account, and changes them.</summary>
    public static readonly Act WriteContacts = new([Roles.Officer]);

    /// <summary>Reads the wording of letters.</summary>
    public static readonly Act ReadTemplates = LinkedActs.ReadTemplates;

    /// <summary>Changes the wording of letters.</summary>
    public static readonly Act WriteTemplates = new([Roles.Administrator]);

    /// <summary>Chooses to get one letter a day.</summary>
    public static readonly Act ChoosePreferences = new([Roles.Officer]);

    /// <summary>Reads what could not be delivered, and who cannot be reached.</summary>
    public static readonly Act ReadAlerts = LinkedActs.ReadAlerts;

    /// <summary>Marks an alert as dealt with.</summary>
    public static readonly Act DealWithAlerts = new([Roles.Officer]);

    /// <summary>Reads the messages that a service could not handle.</summary>
    public static readonly Act ReadFailures = LinkedActs.ReadFailures;

    /// <summary>Notes how signs of tampering were mended.</summary>
    public static readonly Act NoteMending = new([Roles.Officer, Roles.Administrator]);

    /// <summary>Has such a message tried again, or discards it.</summary>
    public static readonly Act SettleFailures = LinkedActs.SettleFailures;

    /// <summary>Gives out all that is held about somebody who asks.</summary>
    public static readonly Act AnswerSubject = LinkedActs.AnswerSubject;
}
