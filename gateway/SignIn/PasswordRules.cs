using System.Text;
using Microsoft.AspNetCore.Identity;
using Platform.Contracts;

namespace Platform.Gateway.SignIn;

/// <summary>
/// Passwords have twelve characters or more, of any kind, and are nothing that somebody who knows the place or the person would try first.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<User>
{
    public const int Shortest = 12;

    private const int MustRemain = 5;

    private static readonly string[] Local =
    [
        "leicester",
        "police",
        "commissioner",
        "rutland",
        "community",
        "safety",
        "partnership",
        .. Partnership.All.SelectMany(p => p.Name.Split(' ')).Where(IsTelling).Select(w => w.ToLowerInvariant()).Except(["north", "west"]),
    ];

    private static readonly string[] Common =
    [
        "password",
        "passphrase",
        "passwort",
        "welcome",
        "letmein",
        "iloveyou",
        "admin",
        "administrator",
        "changeme",
        "default",
        "secret",
        "login",
        "qwertyuiop",
        "qwerty",
        "asdfghjkl",
        "asdf",
        "zxcvbnm",
        "zxcvbn",
        "abcdefghijklmnopqrstuvwxyz",
        "abcdef",
        "abc",
        "1q2w3e4r",
        "1qaz2wsx",
        "q1w2e3r4",
        "zaq1",
        "football",
        "baseball",
        "liverpool",
        "arsenal",
        "chelsea",
        "everton",
        "monkey",
        "dragon",
        "sunshine",
        "princess",
        "superman",
        "batman",
        "master",
        "shadow",
        "spring",
        "summer",
        "autumn",
        "winter",
        "monday",
        "friday",
        "january",
        "february",
        "october",
        "november",
        "december",
        "england",
        "london",
        "test",
        "demo",
        "hello",
        "trustno",
    ];

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password)
    {
        var refused = Refuse(password ?? "", [user.Name, (user.Email ?? "").Split('@')[0]]);
        var error = new IdentityError { Code = nameof(PasswordRules), Description = refused ?? "" };
        return Task.FromResult(refused is null ? IdentityResult.Success : IdentityResult.Failed(error));
    }

    /// <summary>What is wrong with a password; null when nothing is.</summary>
    public static string? Refuse(string password, IEnumerable<string> personal)
    {
        if (password.Length == 0)
            return "Enter a password";
        if (password.Length < Shortest)
            return $"Password must be {Shortest} characters or more";
        if (password.Length > 500)
            return "Password must be 500 characters or less";
        var read = Read(password);
        var own = personal
            .SelectMany(text => Read(text).Split([' ', '.', '-', '_', '+', '\'', ','], StringSplitOptions.RemoveEmptyEntries))
            .Where(IsTelling);
        if (own.Any(word => read.Contains(word, StringComparison.Ordinal)))
            return "Password must not contain your name or email address";
        if (Local.FirstOrDefault(word => read.Contains(word, StringComparison.Ordinal)) is { } local)
            return $"Password must not contain “{local}”";
        return Remains(password) < MustRemain
            ? "Password must be harder to guess: three words that have nothing to do with each other are good"
            : null;
    }

    // How many different characters are left to guess for somebody who knows the common words, runs and repetitions.
    private static int Remains(string password)
    {
        var known = new bool[password.Length];
        foreach (var text in new[] { password.ToLowerInvariant(), Read(password) })
        foreach (var word in Common)
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
                Array.Fill(known, true, at, word.Length);
        var unforeseen = password.Index().Where(c => !known[c.Index] && (c.Index == 0 || Math.Abs(c.Item - password[c.Index - 1]) > 1));
        return unforeseen.Select(c => c.Item).Distinct().Count();
    }

    private static bool IsTelling(string word) => word.Length >= 4;

    // "P@ssw0rd" is read as "password".
    private static string Read(string text)
    {
        var read = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant())
            read.Append(
                letter switch
                {
                    '0' => 'o',
                    '1' or '!' or '|' => 'i',
                    '3' => 'e',
                    '4' or '@' => 'a',
                    '5' or '$' => 's',
                    '7' => 't',
                    _ => letter,
                }
            );
        return read.ToString();
    }
}
