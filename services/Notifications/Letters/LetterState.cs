namespace Platform.Notifications.Letters;

/// <summary>Where a letter stands.</summary>
internal enum LetterState
{
    /// <summary>Waiting to be handed to the mail provider.</summary>
    Queued,

    /// <summary>The mail provider took it.</summary>
    Sent,

    /// <summary>The mail provider says that it reached the recipient's mailbox.</summary>
    Delivered,

    /// <summary>It was refused, was not taken in ten attempts, or came back: somebody must look.</summary>
    Failed,

    /// <summary>Not sent: what it asks for was done first or is no longer wanted, or its recipient has left.</summary>
    Withdrawn,

    /// <summary>Not sent on its own: it is in the recipient's daily letter, or waits for it, or goes together with others.</summary>
    Collected,
}
