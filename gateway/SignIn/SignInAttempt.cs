namespace Platform.Gateway.SignIn;

/// <summary>How often somebody at one place was wrong about one account of late.</summary>
internal sealed class SignInAttempt
{
    private SignInAttempt() { }

    public Guid UserId { get; private init; }

    /// <summary>The place: a device that the account was used on, or a network address.</summary>
    public string Source { get; private init; } = "";

    /// <summary>How often in a row.</summary>
    public int Failures { get; private init; }

    /// <summary>When the last one was (UTC).</summary>
    public DateTimeOffset LastAt { get; private init; }

    /// <summary>Until when that place is locked out (UTC); null where it is not.</summary>
    public DateTimeOffset? LockedUntil { get; private init; }
}
