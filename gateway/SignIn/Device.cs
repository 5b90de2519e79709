namespace Platform.Gateway.SignIn;

/// <summary>A device in plain words.</summary>
internal static class Device
{
    // The first that is found: most browsers also claim to be Chrome and Safari.
    private static readonly (string Sign, string Name)[] Browsers =
    [
        ("Edg", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Sign, string Name)[] Systems =
    [
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("CrOS", "ChromeOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <summary>"Chrome on Windows", by a User-Agent; "A program" where no browser is known by it.</summary>
    public static string Of(string userAgent)
    {
        var system = Find(Systems, userAgent);
        return Find(Browsers, userAgent) is not { } browser ? "A program"
            : system is null ? browser
            : $"{browser} on {system}";
    }

    private static string? Find((string Sign, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(k => userAgent.Contains(k.Sign, StringComparison.Ordinal)).Name;
}
