namespace Platform.Contracts;

/// <summary>
/// How long the reader's session has left, for the warning on every page: the gateway says it in a header of the request. Nobody outside
/// can send that header.
/// </summary>
public static class SessionTime
{
    /// <summary>The header: whole seconds until the session ends, if it is not used again. Only for somebody who is signed in.</summary>
    public const string Header = "Platform-Session-Seconds";

    /// <summary>Where a page's script asks for the seconds that are left; that does not use the session.</summary>
    public const string LeftPath = "/account/time-left";

    /// <summary>Where a page's script has the session go on, by POST.</summary>
    public const string ExtendPath = "/account/extend";
}
