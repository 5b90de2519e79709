namespace Platform.Gateway.SignIn;

/// <summary>Sessions as a page shows them.</summary>
/// <param name="Caption">What they are.</param>
/// <param name="All">The sessions.</param>
/// <param name="This">The one that looks at the page.</param>
/// <param name="EndOne">Where the button is sent that ends one.</param>
internal sealed record ShownSessions(string Caption, IReadOnlyList<Session> All, string? This, string EndOne);
