using System.Text.RegularExpressions;
using Platform.Contracts;

namespace Platform.Notifications.Model;

/// <summary>What becomes of a letter once it is written.</summary>
internal sealed partial class Letter
{
    // Ten attempts over three days: a mail server that is down for a weekend loses nothing.
    private static readonly TimeSpan[] Gaps =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(4),
        TimeSpan.FromHours(8), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    private LetterDetails Details => new(AboutId, Partnership, ToName, Subject);

    /// <summary>The provider took it.</summary>
    public void Sent(DateTimeOffset at)
    {
        (State, SentAt, LastError) = (LetterState.Sent, at, null);
        Attempts++;
        Raise(v => new LetterSent(Id, v, at, Person.Platform, Details));
    }

    /// <summary>What it asks for was done before it was sent.</summary>
    public void Withdraw(DateTimeOffset at) => (State, WithdrawnAt) = (LetterState.Withdrawn, at);

    /// <summary>It is in the recipient's daily letter.</summary>
    public void PutInto(Guid digest) => DigestId = digest;

    /// <summary>The provider will never take it.</summary>
    public void Refused(string why, DateTimeOffset at)
    {
        Attempts++;
        Fail(why, at);
    }

    /// <summary>The provider did not take it this time: later again, with growing gaps, until the gaps are used up.</summary>
    public void NotTaken(string why, DateTimeOffset at)
    {
        (LastError, NotBefore) = (why, Attempts < Gaps.Length ? at + Gaps[Attempts] : NotBefore);
        if (++Attempts > Gaps.Length) Fail(why, at);
    }

    /// <summary>
    /// It reached the recipient's mailbox. Of a letter that is still queued, it says too that the provider took it: the process that handed it over died.
    /// </summary>
    public void Delivered(DateTimeOffset at)
    {
        if (State is not (LetterState.Queued or LetterState.Sent or LetterState.Failed)) return;
        if (State == LetterState.Queued) Sent(at);
        (State, DeliveredAt, LastError) = (LetterState.Delivered, at, null);
        Raise(v => new LetterDelivered(Id, v, at, Person.Platform, Details));
    }

    /// <summary>It came back: some providers say so long after they said that it was delivered.</summary>
    /// <returns>Whether that is news.</returns>
    public bool CameBack(string why, DateTimeOffset at)
    {
        if (State is not (LetterState.Queued or LetterState.Sent or LetterState.Delivered)) return false;
        if (State == LetterState.Queued) Sent(at);
        Fail(why, at);
        return true;
    }

    /// <summary>Somebody has seen to it that it failed. A second time changes nothing.</summary>
    public void DealWith(Person by, DateTimeOffset at)
    {
        if (State != LetterState.Failed || DealtWithAt is not null) return;
        (DealtWithAt, DealtWithBy) = (at, by.Name);
        Raise(v => new AlertClosed(Id, v, at, by));
    }

    private void Fail(string why, DateTimeOffset at)
    {
        (State, LastError, FailedAt) = (LetterState.Failed, why, at);
        Raise(v => new LetterFailed(Id, v, at, Person.Platform, Details, WithoutAddresses(why)));
    }

    /// <summary>Mail servers repeat the address in what they say: no message and no log carries one.</summary>
    public static string WithoutAddresses(string why) => Address().Replace(why, "…");

    [GeneratedRegex(@"\S+@\S+")]
    private static partial Regex Address();
}
