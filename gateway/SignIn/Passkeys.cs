using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace Platform.Gateway.SignIn;

/// <summary>What a browser says with a passkey (WebAuthn).</summary>
internal sealed class Passkeys(SignInManager<User> signIn, UserManager<User> users)
{
    /// <summary>The message to somebody whose passkey opens nothing here.</summary>
    public const string Unknown = "The passkey was not accepted. Try again, or use another way";

    /// <summary>Whose passkey that is; null where it is nobody's, or is not the answer to what this browser was asked.</summary>
    public async Task<User?> ProveAsync(string? credential)
    {
        try
        {
            var proved = await signIn.PerformPasskeyAssertionAsync(credential ?? "");
            if (!proved.Succeeded || proved.User.Disabled)
                return null;
            // How often it was used, by which a copy is known.
            await users.AddOrUpdatePasskeyAsync(proved.User, proved.Passkey);
            return proved.User;
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            // It is no answer, or not to what this browser was asked.
            return null;
        }
    }
}
