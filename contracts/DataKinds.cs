namespace Platform.Contracts;

/// <summary>The kinds of personal data, as the table of keeping names them.</summary>
public static class DataKinds
{
    /// <summary>Accounts.</summary>
    public const string Accounts = "accounts";

    /// <summary>Sessions and one-time links.</summary>
    public const string Sessions = "sessions";

    /// <summary>Browsers in which people have signed in.</summary>
    public const string Devices = "devices";

    /// <summary>Wrong passwords and codes.</summary>
    public const string WrongPasswords = "wrong-passwords";

    /// <summary>Who signed in and read what.</summary>
    public const string AccessNotes = "access-notes";

    /// <summary>Entries of the audit page.</summary>
    public const string AuditEntries = "audit-entries";

    /// <summary>People without an account whom the office writes to.</summary>
    public const string Contacts = "contacts";

    /// <summary>Letters and whom they went to.</summary>
    public const string Letters = "letters";

    /// <summary>Who asked for information.</summary>
    public const string FoiRequesters = "foi-requesters";

    /// <summary>Whom to ask about a bid.</summary>
    public const string BidContacts = "bid-contacts";

    /// <summary>Messages that could not be handled.</summary>
    public const string FailedMessages = "failed-messages";

    /// <summary>Answers to requests that may be asked again.</summary>
    public const string KeptAnswers = "kept-answers";

    /// <summary>Who did something for a public body.</summary>
    public const string Records = "records";

    /// <summary>What people write, where it names somebody.</summary>
    public const string Writings = "writings";

    /// <summary>Those that are forgotten after some time.</summary>
    public static readonly IReadOnlyList<string> Forgotten =
    [
        Accounts,
        Sessions,
        Devices,
        WrongPasswords,
        AccessNotes,
        AuditEntries,
        Contacts,
        Letters,
        FoiRequesters,
        BidContacts,
        FailedMessages,
        KeptAnswers,
    ];

    /// <summary>Those that stay with the record that they are part of.</summary>
    public static readonly IReadOnlyList<string> Kept = [Records, Writings];
}
