using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;

namespace Platform.Gateway.SignIn;

/// <summary>
/// What people give besides a password: a code of their authenticator app, a recovery code, or a passkey. Codes go by the
/// system's clock.
/// </summary>
internal sealed class SecondFactors(
    UserManager<User> users,
    SignInAttempts attempts,
    SignInNotes note,
    AccountsContext db,
    IDataProtectionProvider protection,
    IConfiguration configuration,
    TimeProvider time
)
{
    /// <summary>The roles that must have one, unless <c>SignIn:SecondFactorFor</c> names others, with spaces between.</summary>
    public static readonly IReadOnlyList<string> Always = [.. Roles.All.Except([Roles.PartnerEditor, Roles.PartnerChair])];

    /// <summary>The message for a code that does not count.</summary>
    public const string WrongCode = "Enter the 6 digit code that your authenticator app shows now, or a recovery code. Each works once";

    private const int HowManyRecoveryCodes = 10;
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    private readonly IDataProtector protector = protection.CreateProtector("authenticator");

    /// <summary>Whether somebody has to have one.</summary>
    public bool AreFor(User user, DateOnly today) =>
        (configuration["SignIn:SecondFactorFor"] is { } roles ? roles.Split(' ') : Always).Intersect(user.RolesOn(today)).Any();

    /// <summary>Whether somebody has one.</summary>
    public async Task<bool> HasAsync(User user) => user.Authenticator is not null || (await users.GetPasskeysAsync(user)).Count > 0;

    /// <summary>The key of an authenticator app, as it is kept.</summary>
    public string Encrypt(string key) => protector.Protect(key);

    /// <summary>Takes a code of the app, or a recovery code. Neither counts twice, and wrong ones lock out.</summary>
    public async Task<bool> TakeAsync(User user, string? typed)
    {
        var isOver = await attempts.AreOverAsync(user);
        if (!isOver && (await TakeCodeAsync(user, typed) || await TakeRecoveryCodeAsync(user, typed)))
            return true;
        if (!isOver)
            await attempts.FailAsync(user);
        await note.RefusedAsync(user, isOver);
        return false;
    }

    /// <summary>Makes recovery codes in place of those before.</summary>
    /// <returns>The codes, to be shown once.</returns>
    public static string[] NewRecoveryCodes() =>
        [
            .. Enumerable
                .Range(0, HowManyRecoveryCodes)
                .Select(_ => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Letters, 6)))),
        ];

    public static string[] Hash(IEnumerable<string> codes) => [.. codes.Select(HashOf)];

    /// <summary>Sets up an authenticator app by its first code.</summary>
    /// <param name="user">Whose.</param>
    /// <param name="offered">The key that was shown, as <see cref="Encrypt"/> gave it.</param>
    /// <param name="typed">The code that the app shows.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The recovery codes, to be shown once; null where the code is not the app's.</returns>
    public async Task<string[]?> SetUpAsync(User user, string? offered, string? typed, CancellationToken cancellationToken)
    {
        if (KeyOf(offered) is not { } key || Totp.Match(key, typed, TimeProvider.System.GetUtcNow(), 0) is not { } step)
            return null;
        var codes = NewRecoveryCodes();
        user.UseAuthenticator(offered!, step, Hash(codes));
        user.Secure(new(user.Id, user.Name), time.GetUtcNow(), "An authenticator app was set up: signing in asks for its codes");
        await db.SaveChangesAsync(cancellationToken);
        return codes;
    }

    /// <summary>The key that was offered; null for anything else.</summary>
    public string? KeyOf(string? encrypted)
    {
        try
        {
            return protector.Unprotect(encrypted ?? "");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // In one statement: of two requests with one code, the second finds it used.
    private async Task<bool> TakeCodeAsync(User user, string? typed)
    {
        var key = user.Authenticator is { } kept ? KeyOf(kept) : null;
        return key is not null
            && Totp.Match(key, typed, TimeProvider.System.GetUtcNow(), user.AuthenticatorStep) is { } step
            && await db
                .Users.Where(u => u.Id == user.Id && u.AuthenticatorStep < step)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.AuthenticatorStep, step)) == 1;
    }

    private async Task<bool> TakeRecoveryCodeAsync(User user, string? typed)
    {
        var hash = HashOf(typed ?? "");
        if (!user.RecoveryCodes.Contains(hash))
            return false;
        var (before, left) = (user.RecoveryCodes, user.RecoveryCodes.Where(h => h != hash).ToArray());
        if (
            await db
                .Users.Where(u => u.Id == user.Id && u.RecoveryCodes == before)
                .ExecuteUpdateAsync(set => set.SetProperty(u => u.RecoveryCodes, left)) != 1
        )
            return false;
        await db.Entry(user).ReloadAsync();
        user.Secure(
            new(user.Id, user.Name),
            time.GetUtcNow(),
            $"A recovery code was used. {WordList.Count(left.Length, "recovery code")} left"
        );
        await db.SaveChangesAsync();
        return true;
    }

    // 118 bits at random need no slow hash.
    private static string HashOf(string code) =>
        Base64Url.EncodeToString(
            SHA256.HashData(Encoding.UTF8.GetBytes(code.Trim().ToLowerInvariant().Replace(" ", "", StringComparison.Ordinal)))
        );
}
