using Platform.EndToEnd.Tests.Fixtures;

namespace Platform.EndToEnd.Tests.Journeys;

/// <summary>A passkey in a browser whose authenticator is Chromium's own imitation of one.</summary>
public sealed class PasskeyTests(WholePlatform platform, Chromium chromium)
{
    [Fact]
    public async Task Added_SignsInWithoutAPassword_AndProvesWhoItIs_AndRemovedOpensNothing()
    {
        await using var editor = await chromium.OpenAsync(platform, script: true);
        var browser = await editor.Page.Context.NewCDPSessionAsync(editor.Page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new()
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = true,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        // A passkey belongs to a name, not to a number.
        var address = platform.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        await editor.GoAsync(address + "/account/sign-in");
        await editor.TypeAsync("Email address", "editor@blaby.example");
        await editor.TypeAsync("Password", WholePlatform.Password);
        await editor.PressAsync("Sign in");
        await editor.GoAsync(address + "/account/passkeys");
        Assert.Contains("You have none yet", await editor.TextAsync());
        await editor.TypeAsync("What you call the device", "My laptop");
        await PressAsync("Add a passkey", "The passkey is added");

        await editor.SignOutAsync();
        await editor.GoAsync(address + "/account/sign-in?returnUrl=%2Fbids");
        await PressAsync("Use a passkey", "Sign out");
        Assert.Equal("/bids", editor.Path);
        await editor.Page.GotoAsync(address + "/account/details");
        Assert.Equal("Check that it is you", await editor.HeadingAsync());
        await PressAsync("Use a passkey", "Change your details");

        await editor.GoAsync(address + "/account/passkeys");
        await editor.PressAsync("Remove");
        await editor.SignOutAsync();
        await editor.GoAsync(address + "/account/sign-in");
        await PressAsync("Use a passkey", "The passkey was not accepted");

        async Task PressAsync(string button, string then)
        {
            await editor.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = button }).ClickAsync();
            await editor.Page.GetByText(then).First.WaitForAsync();
            await editor.LookAsync();
        }
    }
}
