namespace Platform.Gateway.SignIn;

/// <summary>What is set about sessions: the section <c>Session</c>.</summary>
internal sealed class SessionSettings(IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>Whether cookies may travel over plain http.</summary>
    public bool AllowHttp { get; } = configuration.GetValue("Session:AllowHttp", environment.IsDevelopment());

    /// <summary>How long a session lasts that is not used.</summary>
    public TimeSpan Idle { get; } = TimeSpan.FromMinutes(configuration.GetValue("Session:IdleMinutes", 60.0));

    /// <summary>How long a session lasts, however much it is used.</summary>
    public TimeSpan Longest { get; } = TimeSpan.FromHours(configuration.GetValue("Session:LongestHours", 12.0));

    /// <summary>How long it counts that somebody has given their password or a second factor again, before they sign.</summary>
    public TimeSpan Confirmed { get; } = TimeSpan.FromMinutes(configuration.GetValue("Session:ConfirmedMinutes", 10.0));

    /// <summary>The cookie that holds the reference to a session.</summary>
    public string SessionCookie => CookieName("platform-session");

    /// <summary>The cookie that carries what an act has done.</summary>
    public string DoneCookie => CookieName("platform-done");

    /// <summary>The cookie by which a browser is known in which somebody has signed in.</summary>
    public string DeviceCookie => CookieName("platform-device");

    /// <summary>The cookie of somebody whose password was right and who has still to give a second factor.</summary>
    public string HalfwayCookie => CookieName("platform-halfway");

    /// <summary>The cookie of somebody who comes from the office's own sign-in.</summary>
    public string OfficeCookie => CookieName("platform-office");

    // RFC 6265bis: a browser takes __Host- from this host alone, over https, for every path.
    private string CookieName(string name) => AllowHttp ? name : $"__Host-{name}";
}
