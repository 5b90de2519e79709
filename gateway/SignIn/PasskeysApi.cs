using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;

namespace Platform.Gateway.SignIn;

/// <summary>What the script of a page asks for, and where its forms go: passkeys (WebAuthn) need a script in any case.</summary>
internal static class PasskeysApi
{
    public static void MapPasskeys(this IEndpointRouteBuilder app)
    {
        var all = app.MapGroup("/account/passkey").ExcludeFromDescription().DisableAntiforgery().RequireRateLimiting(SignInLimit.Policy);
        all.MapPost("/request", RequestAsync).AllowAnonymous();
        all.MapPost("/creation", CreationAsync).May(Acts.SecureOwnAccount);
        all.MapPost("/new", AddAsync).May(Acts.SecureOwnAccount);
    }

    // Without a name: the browser offers the passkeys that it has for this address, so nobody learns who has one.
    private static async Task<IResult> RequestAsync(SignInManager<User> signIn) =>
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> CreationAsync(SignInManager<User> signIn, UserManager<User> users, Caller caller)
    {
        var user = (await users.FindByIdAsync(caller.Person.UserId.ToString()))!;
        var options = await signIn.MakePasskeyCreationOptionsAsync(
            new()
            {
                Id = user.Id.ToString(),
                Name = user.Email!,
                DisplayName = user.Name,
            }
        );
        return Results.Content(options, "application/json");
    }

    private static async Task<IResult> AddAsync(
        [FromForm] string? credential,
        [FromForm] string? name,
        SignInManager<User> signIn,
        UserManager<User> users,
        Caller caller,
        HttpResponse response
    )
    {
        var user = (await users.FindByIdAsync(caller.Person.UserId.ToString()))!;
        try
        {
            var made = await signIn.PerformPasskeyAttestationAsync(credential ?? "");
            if (!made.Succeeded)
                return Results.LocalRedirect("/account/passkeys?notMade=true");
            made.Passkey.Name = TypedText.Line(name) is { Length: > 0 and <= 50 } typed ? typed : "Passkey";
            user.Secure(caller.Person, caller.At, $"A passkey was added: {made.Passkey.Name}");
            await users.AddOrUpdatePasskeyAsync(user, made.Passkey);
            response.Headers[DoneBanner.Header] = new DoneBanner("The passkey is added", "You can sign in with it from now on").InHeader;
            return Results.LocalRedirect("/account/passkeys");
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or JsonException)
        {
            // The browser no longer has what the answer is to.
            return Results.LocalRedirect("/account/passkeys?notMade=true");
        }
    }
}
