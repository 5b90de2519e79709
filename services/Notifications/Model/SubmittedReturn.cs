using Platform.Contracts;

namespace Platform.Notifications.Model;

/// <summary>That a return has come in, as of which of its versions: reminders of an earlier version are not sent any more.</summary>
internal sealed class SubmittedReturn
{
    private SubmittedReturn() { }

    public Guid Id { get; private init; }

    /// <summary>The newest version at which it was submitted; a concurrency token.</summary>
    public int Version { get; private set; }

    public static SubmittedReturn From(ReturnSubmitted happened) => new() { Id = happened.Id, Version = happened.Version };

    public void Take(ReturnSubmitted happened) => Version = Math.Max(Version, happened.Version);
}
